import { asError } from '../engine/errors'
import type { Engine } from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { SessionEvents } from './events'

/** The backend that is opened: where there is no WebGPU, the CPU takes its place. */
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

  /** Another engine has opened none yet. */
  forget(): void {
    this.#choice = null
  }

  /** Opens a backend, if it is not open, and gives the one that there is. */
  async open(engine: Engine, wanted: BackendChoice): Promise<BackendChoice> {
    if (this.#choice === wanted) return wanted
    const [info, choice] = await this.#opened(engine, wanted)
    this.#choice = choice
    this.#isOnGpu = info.kind === 'webgpu'
    this.#events.onBackend(info)
    return choice
  }

  async #opened(engine: Engine, wanted: BackendChoice): Promise<[BackendInfo, BackendChoice]> {
    try {
      return [await engine.openBackend(wanted), wanted]
    } catch (thrown) {
      const error = asError(thrown)
      if (wanted !== 'webgpu' || error.name !== 'BackendUnavailable') throw thrown
      const info = await engine.openBackend('cpu')
      this.#events.onNoWebGpu(error)
      return [info, 'cpu']
    }
  }
}
