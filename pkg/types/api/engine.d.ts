import type { HeldEngine } from '../engine/held.js';
import type { Places } from '../engine/places.js';
import type { Progress } from '../engine/types.js';
/** Where and how a training runs, or a generator draws. */
export interface EngineOptions {
    /**
     * `worker` (the default) keeps the page free. On `main` the page's own thread computes, as where no
     * worker may be started; a training step on the CPU then holds the page up.
     */
    thread?: 'worker' | 'main';
    /** Address of `ganvas_bg.wasm`, if it does not lie beside the package's scripts. */
    module?: string | URL;
    /**
     * Address of `ganvas_deferred_bg.wasm`, likewise: what few trainings need, and the engine fetches when
     * one does.
     */
    deferred?: string | URL;
    /** Address of `ganvas_runtime_bg.wasm`, likewise: what draws with a generator on the CPU. */
    runtime?: string | URL;
    /** Bytes of the engine, of data and of generators as they arrive; `total` is null where it is unknown. */
    onProgress?: Progress;
    /** A sentence about something that went otherwise than expected, but went on. */
    onNotice?: (sentence: string) => void;
}
/** An engine with its module loaded. */
export declare function startEngine(options: EngineOptions): Promise<HeldEngine>;
/** The addresses that were given. */
export declare function placesIn({ module, deferred, runtime }: EngineOptions): Places;
