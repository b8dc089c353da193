/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */
/** Addresses of the modules and of the classifier, if they do not lie where they are built. */
export interface Places {
    cpu?: string | undefined;
    webgpu?: string | undefined;
    deferred?: string | undefined;
    runtime?: string | undefined;
    classifier?: string | undefined;
}
export declare function engineWorker(): Worker;
/** A thread that helps the engine. */
export declare function helperWorker(): Worker;
/** What draws with a generator. */
export declare function drawingWorker(): Worker;
/** What draws on the CPU and does nothing else. */
export declare function runtimeModule(): string;
/** The engine's scripts for those who import one when they need it. */
export declare function engineScript(kind: 'cpu' | 'webgpu'): string;
export declare function engineModule(kind: 'cpu' | 'webgpu'): string;
/** What the engine for WebGPU fetches when something of it is called. */
export declare function engineDeferred(): string;
/** The classifier that judges digits. */
export declare function digitClassifier(): string;
/** A generator that ships, by its name. */
export declare function shippedModel(name: string): string;
