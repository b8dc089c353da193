import { CalledEngine, type CallOptions } from './calls.js';
import { type Places } from './places.js';
import type { Engine } from './types.js';
/** The engine in a worker of its own: every call is a message, answered in order. */
export declare class WorkerEngine extends CalledEngine {
    #private;
    constructor(onNotice: (sentence: string) => void, places?: Places);
    /** Ends the worker; whatever is still under way is rejected. */
    close(): void;
    protected call<Result>(method: keyof Engine, args: unknown[], { onProgress, transfer }?: CallOptions): Promise<Result>;
}
