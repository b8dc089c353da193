import { WorkerEngine } from '../engine/client'
import type { BackendChoice, Recipe, StepReport } from '../engine/types'
import { words } from '../strings/page'
import { Computing } from './computing'
import type { SessionEvents } from './events'
import { Shaders } from './shaders'

/** The engine of a session: another takes the place of one that has stopped, or was ended. */
export class Seat {
  readonly #events: SessionEvents
  readonly #computing: Computing
  readonly #shaders: Shaders
  #engine: WorkerEngine
  #isGone = false

  constructor(events: SessionEvents) {
    this.#events = events
    this.#computing = new Computing(events)
    this.#shaders = new Shaders(events)
    this.#engine = this.#newEngine()
  }

  get engine(): WorkerEngine {
    return this.#engine
  }

  /** Whether only another engine helps. */
  get isGone(): boolean {
    return this.#isGone
  }

  isTakenBy(engine: WorkerEngine): boolean {
    return engine === this.#engine && !this.#isGone
  }

  /** It has stopped. */
  lost(): void {
    this.#isGone = true
  }

  /** Ends it; whatever it was asked for is rejected as `EngineClosed`. */
  end(): void {
    this.#isGone = true
    this.#engine.close()
  }

  /** Gives the place to another one, which has to be loaded. */
  renew(): void {
    this.#engine.close()
    this.#engine = this.#newEngine()
    this.#isGone = false
    this.#computing.forget()
    this.#shaders.forget()
  }

  /** Loads it, and gives the recipes that it knows. */
  async load(): Promise<Recipe[]> {
    const what = words.frame.engine
    const engine = this.#engine
    await engine.load((loaded, total) => {
      this.#events.onProgress({ what, loaded, total })
    })
    return await engine.presets()
  }

  /** Opens a backend, and gives the one that there is. */
  async open(wanted: BackendChoice): Promise<BackendChoice> {
    return await this.#computing.open(this.#engine, wanted)
  }

  /** These networks are trained from now on. */
  trains(recipe: Recipe): void {
    this.#shaders.networks = JSON.stringify(recipe)
  }

  async next(steps: number): Promise<StepReport[]> {
    const step = () => this.#engine.next(steps)
    return await (this.#computing.isOnGpu ? this.#shaders.around(step) : step())
  }

  #newEngine(): WorkerEngine {
    return new WorkerEngine((sentence) => {
      this.#events.onNotice(sentence)
    })
  }
}
