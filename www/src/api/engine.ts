import { WorkerEngine } from '../engine/client'
import type { LocalEngine } from '../engine/local'
import type { Progress } from '../engine/types'

/** Where and how an engine runs. */
export interface EngineOptions {
  /**
   * `worker` (the default) keeps the page free. On `main` the engine shares the page's thread, as
   * where no worker may be started; a training step on the CPU then holds the page up.
   */
  thread?: 'worker' | 'main'
  /** Address of `ganvas_bg.wasm`, if it does not lie beside the package's scripts. */
  module?: string | URL
  /**
   * Address of `ganvas_deferred_bg.wasm`, likewise: what few trainings need, and the engine fetches when
   * one does.
   */
  deferred?: string | URL
  /** Bytes of the engine and of data as they arrive; `total` is null where it is unknown. */
  onProgress?: Progress
  /** A sentence about something that went otherwise than expected, but went on. */
  onNotice?: (sentence: string) => void
}

export type AnyEngine = WorkerEngine | LocalEngine

/** An engine with its module loaded. */
export async function startEngine(options: EngineOptions): Promise<AnyEngine> {
  const { thread = 'worker', module, deferred, onProgress, onNotice = () => undefined } = options
  const places = { module: absolute(module), deferred: absolute(deferred) }
  const engine =
    thread === 'worker'
      ? new WorkerEngine(onNotice, places)
      : new (await import('../engine/local')).LocalEngine(onNotice, places)
  try {
    await engine.load(onProgress)
    return engine
  } catch (thrown) {
    engine.close()
    throw thrown
  }
}

const absolute = (address: string | URL | undefined) =>
  address === undefined ? undefined : new URL(address, document.baseURI).href
