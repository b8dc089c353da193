import { CalledEngine, type CallOptions } from './calls.js';
import { type Places } from './places.js';
import type { Engine } from './types.js';
/** The engine in a worker of its own: every call is a message, answered in order. */
export declare class WorkerEngine extends CalledEngine {
    #private;
    constructor(onNotice: (sentence: string) => void, places?: Places);
    /** Why it answers no more, if it does not. */
    get ended(): Error | null;
    /** Ends the worker; whatever is still under way is rejected. */
    close(): void;
    /** Ends the worker, which does not answer; whatever is still under way is rejected with this. */
    giveUp(sentence: string): void;
    protected call<Result>(method: keyof Engine, args: unknown[], { onProgress, transfer }?: CallOptions): Promise<Result>;
}
