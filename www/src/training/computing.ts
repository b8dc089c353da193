import { asError } from '../engine/errors'
import type { Engine, Progress } from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { SessionEvents } from './events'

/** The backend that an engine was loaded with: where there is no WebGPU, the CPU takes its place. */
export class Computing {
  readonly #events: Pick<SessionEvents, 'onBackend' | 'onNoWebGpu'>
  #choice: BackendChoice | null = null
  #isOnGpu = false

  constructor(events: Pick<SessionEvents, 'onBackend' | 'onNoWebGpu'>) {
    this.#events = events
  }

  get isOnGpu(): boolean {
    return this.#isOnGpu
  }

  /** What the engine was loaded with; null before. */
  get choice(): BackendChoice | null {
    return this.#choice
  }

  /** Another engine has none yet. */
  forget(): void {
    this.#choice = null
  }

  /** Loads an engine with a backend. */
  async load(engine: Engine, wanted: BackendChoice, onProgress: Progress): Promise<void> {
    // The worker lies in a folder of its own; files beside the page are found from the page.
    const load = (choice: BackendChoice) => engine.load(document.baseURI, {}, choice, onProgress)
    const [info, choice] = await this.#orOnCpu(load, wanted)
    this.#choice = choice
    this.#isOnGpu = info.kind === 'webgpu'
    this.#events.onBackend(info)
  }

  async #orOnCpu(
    load: (choice: BackendChoice) => Promise<BackendInfo>,
    wanted: BackendChoice,
  ): Promise<[BackendInfo, BackendChoice]> {
    try {
      return [await load(wanted), wanted]
    } catch (thrown) {
      const error = asError(thrown)
      if (wanted !== 'webgpu' || error.name !== 'BackendUnavailable') throw thrown
      const info = await load('cpu')
      this.#events.onNoWebGpu(error)
      return [info, 'cpu']
    }
  }
}
