import { engineInWorker } from '../engine/client'
import type { HeldEngine } from '../engine/held'
import type { Places } from '../engine/places'
import type { Progress } from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'

/** Where and how a training runs, or a generator draws. */
export interface EngineOptions {
  /**
   * `worker` (the default) keeps the page free. On `main` the page's own thread computes, as where no
   * worker may be started; a training step on the CPU then holds the page up.
   */
  thread?: 'worker' | 'main'
  /** Address of `ganvas_cpu_bg.wasm`, if it does not lie beside the package's scripts. */
  cpu?: string | URL
  /** Address of `ganvas_webgpu_bg.wasm`, likewise. */
  webgpu?: string | URL
  /**
   * Address of `ganvas_webgpu_deferred_bg.wasm`, likewise: what few trainings need, and that engine fetches
   * when one does.
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
  /** Aborted, it gives up starting or opening, and rejects with the signal's reason. */
  signal?: AbortSignal
}

/** An engine that is loaded, and what it computes on. */
export async function startEngine(
  options: EngineOptions,
  choice: BackendChoice,
): Promise<{ held: HeldEngine; backend: BackendInfo }> {
  const { thread = 'worker', onProgress, onNotice = () => undefined } = options
  const held =
    thread === 'worker'
      ? engineInWorker(onNotice)
      : (await import('../engine/local')).engineHere(onNotice)
  return await orClosed(held, options.signal, async () => {
    const places = placesIn(options)
    return { held, backend: await held.calls.load(document.baseURI, places, choice, onProgress) }
  })
}

/** Does something with an engine, which is closed if that fails, or the signal says so. */
export async function orClosed<T>(
  held: HeldEngine,
  signal: AbortSignal | undefined,
  act: () => Promise<T>,
): Promise<T> {
  const close = () => {
    held.close()
  }
  signal?.addEventListener('abort', close)
  try {
    signal?.throwIfAborted()
    const done = await act()
    signal?.throwIfAborted()
    return done
  } catch (thrown) {
    close()
    throw signal?.aborted ? signal.reason : thrown
  } finally {
    signal?.removeEventListener('abort', close)
  }
}

/** The addresses that were given. */
export function placesIn(options: EngineOptions): Places {
  const { cpu, webgpu, deferred, runtime, classifier } = options
  return {
    cpu: absolute(cpu),
    webgpu: absolute(webgpu),
    deferred: absolute(deferred),
    runtime: absolute(runtime),
    classifier: absolute(classifier),
  }
}

const absolute = (address: string | URL | undefined) =>
  address === undefined ? undefined : new URL(address, document.baseURI).href
