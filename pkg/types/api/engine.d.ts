import { WorkerEngine } from '../engine/client.js';
import type { LocalEngine } from '../engine/local.js';
import type { Progress } from '../engine/types.js';
/** Where and how an engine runs. */
export interface EngineOptions {
    /**
     * `worker` (the default) keeps the page free. On `main` the engine shares the page's thread, as
     * where no worker may be started; a training step on the CPU then holds the page up.
     */
    thread?: 'worker' | 'main';
    /** Address of `ganvas_bg.wasm`, if it does not lie beside the package's scripts. */
    module?: string | URL;
    /**
     * Address of `ganvas_deferred_bg.wasm`, likewise: what few trainings need, and the engine fetches when
     * one does.
     */
    deferred?: string | URL;
    /** Bytes of the engine and of data as they arrive; `total` is null where it is unknown. */
    onProgress?: Progress;
    /** A sentence about something that went otherwise than expected, but went on. */
    onNotice?: (sentence: string) => void;
}
export type AnyEngine = WorkerEngine | LocalEngine;
/** An engine with its module loaded. */
export declare function startEngine(options: EngineOptions): Promise<AnyEngine>;
