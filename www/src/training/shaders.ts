import { words } from '../strings/page'
import type { SessionEvents } from './events'

/** Shows that the first step of networks on a GPU waits for their shaders. */
export class Shaders {
  readonly #events: Pick<SessionEvents, 'onProgress'>
  /** All networks whose shaders the engine has compiled. */
  readonly #compiled = new Set<string>()
  /** The networks in training. */
  networks = ''

  constructor(events: Pick<SessionEvents, 'onProgress'>) {
    this.#events = events
  }

  /** Another engine has compiled nothing yet. */
  forget(): void {
    this.#compiled.clear()
  }

  async around<Result>(step: () => Promise<Result>): Promise<Result> {
    if (this.#compiled.has(this.networks)) return await step()
    this.#events.onProgress({ what: () => words.frame.shaders, loaded: null, total: null })
    try {
      return await step()
    } finally {
      this.#compiled.add(this.networks)
      this.#events.onProgress(null)
    }
  }
}
