/** Where the files lie that the widget fetches: all of them are named here and nowhere else. */
export interface Assets {
    /** The module script that draws, in a worker or beside the page. */
    worker: string;
    /** The WebAssembly that draws on the CPU. */
    runtime: string;
    /** The engine for WebGPU, script and WebAssembly: fetched only for that. */
    engine: string;
    engineModule: string;
    /** What that engine fetches when something of it is called. */
    engineDeferred: string;
    /** The generators that ship, by their names. */
    models: Readonly<Record<string, string>>;
}
/**
 * Says where files lie, if not where the build has put them. To be called before the first widget
 * loads: right after the import, or in a script before the widget's.
 */
export declare function configure({ models, ...files }: Partial<Assets>): void;
export declare function whereAssetsLie(): Readonly<Assets>;
