/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */
/** Addresses of the two parts of the module, if they do not lie where they are built. */
export interface Places {
    module?: string | undefined;
    deferred?: string | undefined;
}
export declare function engineWorker(): Worker;
/** A thread that helps the engine. */
export declare function helperWorker(): Worker;
export declare function engineModule(): string;
/** What the module fetches when something of it is called. */
export declare function engineDeferred(): string;
/** A generator that ships, by its name. */
export declare function shippedModel(name: string): string;
