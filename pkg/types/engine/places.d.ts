/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */
/** Addresses of the modules, if they do not lie where they are built. */
export interface Places {
    module?: string | undefined;
    deferred?: string | undefined;
    runtime?: string | undefined;
}
export declare function engineWorker(): Worker;
/** A thread that helps the engine. */
export declare function helperWorker(): Worker;
/** What draws with a generator. */
export declare function drawingWorker(): Worker;
/** What draws on the CPU and does nothing else. */
export declare function runtimeModule(): string;
/** The engine's script for those who import it when they need it. */
export declare function engineScript(): string;
export declare function engineModule(): string;
/** What the module fetches when something of it is called. */
export declare function engineDeferred(): string;
/** A generator that ships, by its name. */
export declare function shippedModel(name: string): string;
