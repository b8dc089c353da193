import { engineInWorker } from '../engine/client'
import type { HeldEngine } from '../engine/held'
import type { Engine, Recipe, StepReport, Turn } from '../engine/types'
import type { BackendChoice } from '../shared/backend'
import { words } from '../strings/page'
import { Computing } from './computing'
import type { SessionEvents } from './events'
import { Shaders } from './shaders'

/** The engine of a session: another takes the place of one that has stopped, or was ended. */
export class Seat {
  readonly #events: SessionEvents
  readonly #computing: Computing
  readonly #shaders: Shaders
  #held: HeldEngine
  #loaded: Promise<void> | null = null
  #isGone = false

  constructor(events: SessionEvents) {
    this.#events = events
    this.#computing = new Computing(events)
    this.#shaders = new Shaders(events)
    this.#held = this.#newEngine()
  }

  get engine(): Engine {
    return this.#held.calls
  }

  /** Why the engine answers no more, if it does not. */
  get ended(): Error | null {
    return this.#held.ended
  }

  /** Whether only another engine helps. */
  get isGone(): boolean {
    return this.#isGone
  }

  isTakenBy(engine: Engine): boolean {
    return engine === this.engine && !this.#isGone
  }

  /** It has stopped. */
  lost(): void {
    this.#isGone = true
  }

  /** Ends it; whatever it was asked for is rejected as `EngineClosed`. */
  end(): void {
    this.#isGone = true
    this.#held.close()
  }

  /** Gives the place to another one, which has to be loaded. */
  renew(): void {
    this.#held.close()
    this.#held = this.#newEngine()
    this.#loaded = null
    this.#isGone = false
    this.#computing.forget()
    this.#shaders.forget()
  }

  /** Fetches what computes, unless that has been done, and gives the backend that there is. */
  async load(wanted: BackendChoice): Promise<BackendChoice> {
    const what = () => words.frame.engine
    if (!this.#loaded || !this.serves(wanted)) {
      this.#computing.forget()
      this.#loaded = this.#computing.load(this.engine, wanted, (loaded, total) => {
        this.#events.onProgress({ what, loaded, total })
      })
    }
    await this.#loaded
    return this.#computing.choice ?? wanted
  }

  /** The same where nothing is loaded; what is loaded stays. */
  async ensure(wanted: BackendChoice): Promise<void> {
    await (this.#loaded ?? this.load(wanted))
  }

  /** Whether it computes on what is wanted, or will. Another backend is another engine's, which has no data yet. */
  serves(wanted: BackendChoice): boolean {
    const { choice } = this.#computing
    return choice === null || choice === wanted
  }

  /** These networks are trained from now on. */
  trains(recipe: Recipe): void {
    this.#shaders.networks = JSON.stringify(recipe)
  }

  async next(steps: number, turn: Turn): Promise<StepReport[]> {
    const step = () => this.engine.next(steps, turn)
    return await (this.#computing.isOnGpu ? this.#shaders.around(step) : step())
  }

  #newEngine(): HeldEngine {
    return engineInWorker((sentence) => {
      this.#events.onNotice(sentence)
    })
  }
}
