import { engineInWorker } from '../engine/client'
import type { HeldEngine } from '../engine/held'
import type { Places } from '../engine/places'
import type { Progress } from '../engine/types'

/** Where and how a training runs, or a generator draws. */
export interface EngineOptions {
  /**
   * `worker` (the default) keeps the page free. On `main` the page's own thread computes, as where no
   * worker may be started; a training step on the CPU then holds the page up.
   */
  thread?: 'worker' | 'main'
  /** Address of `ganvas_bg.wasm`, if it does not lie beside the package's scripts. */
  module?: string | URL
  /**
   * Address of `ganvas_deferred_bg.wasm`, likewise: what few trainings need, and the engine fetches when
   * one does.
   */
  deferred?: string | URL
  /** Address of `ganvas_runtime_bg.wasm`, likewise: what draws with a generator on the CPU. */
  runtime?: string | URL
  /** Address of `judge-digits.safetensors`, likewise: what judges digits while they are learnt. */
  classifier?: string | URL
  /** Bytes of the engine, of data and of generators as they arrive; `total` is null where it is unknown. */
  onProgress?: Progress
  /** A sentence about something that went otherwise than expected, but went on. */
  onNotice?: (sentence: string) => void
}

/** An engine with its module loaded. */
export async function startEngine(options: EngineOptions): Promise<HeldEngine> {
  const { thread = 'worker', onProgress, onNotice = () => undefined } = options
  const held =
    thread === 'worker'
      ? engineInWorker(onNotice)
      : (await import('../engine/local')).engineHere(onNotice)
  try {
    await held.calls.load(document.baseURI, placesIn(options), onProgress)
    return held
  } catch (thrown) {
    held.close()
    throw thrown
  }
}

/** The addresses that were given. */
export function placesIn({ module, deferred, runtime, classifier }: EngineOptions): Places {
  return {
    module: absolute(module),
    deferred: absolute(deferred),
    runtime: absolute(runtime),
    classifier: absolute(classifier),
  }
}

const absolute = (address: string | URL | undefined) =>
  address === undefined ? undefined : new URL(address, document.baseURI).href
