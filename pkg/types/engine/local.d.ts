import { CalledEngine, type CallOptions } from './calls.js';
import type { Places } from './places.js';
import type { Engine } from './types.js';
/** The engine on the thread that calls it: a training step on the CPU keeps that thread busy. */
export declare class LocalEngine extends CalledEngine {
    #private;
    constructor(onNotice: (sentence: string) => void, places?: Places);
    close(): void;
    protected call<Result>(method: keyof Engine, args: unknown[], { onProgress }?: CallOptions): Promise<Result>;
}
