import type { HeldEngine } from '../engine/held.js';
import type { Places } from '../engine/places.js';
import type { Progress } from '../engine/types.js';
import type { BackendChoice, BackendInfo } from '../shared/backend.js';
/** Where and how a training runs, or a generator draws. */
export interface EngineOptions {
    /**
     * `worker` (the default) keeps the page free. On `main` the page's own thread computes, as where no
     * worker may be started; a training step on the CPU then holds the page up.
     */
    thread?: 'worker' | 'main';
    /** Address of `ganvas_cpu_bg.wasm`, if it does not lie beside the package's scripts. */
    cpu?: string | URL;
    /** Address of `ganvas_webgpu_bg.wasm`, likewise. */
    webgpu?: string | URL;
    /**
     * Address of `ganvas_webgpu_deferred_bg.wasm`, likewise: what few trainings need, and that engine fetches
     * when one does.
     */
    deferred?: string | URL;
    /** Address of `ganvas_runtime_bg.wasm`, likewise: what draws with a generator on the CPU. */
    runtime?: string | URL;
    /** Address of `judge-digits.safetensors`, likewise: what judges digits while they are learnt. */
    classifier?: string | URL;
    /** Bytes of the engine, of data and of generators as they arrive; `total` is null where it is unknown. */
    onProgress?: Progress;
    /** A sentence about something that went otherwise than expected, but went on. */
    onNotice?: (sentence: string) => void;
    /** Aborted, it gives up starting or opening, and rejects with the signal's reason. */
    signal?: AbortSignal;
}
/** An engine that is loaded, and what it computes on. */
export declare function startEngine(options: EngineOptions, choice: BackendChoice): Promise<{
    held: HeldEngine;
    backend: BackendInfo;
}>;
/** Does something with an engine, which is closed if that fails, or the signal says so. */
export declare function orClosed<T>(held: HeldEngine, signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T>;
/** The addresses that were given. */
export declare function placesIn(options: EngineOptions): Places;
