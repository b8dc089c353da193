/** Where the engine's files lie in the npm package, in place of `www/src/engine/places.ts`. */
export declare function engineWorker(): Worker
export declare function engineModule(): string
/** A generator that ships, by its name. */
export declare function shippedModel(name: string): string
