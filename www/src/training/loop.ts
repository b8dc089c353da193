import type { StepReport } from '../engine/types'
import { macrotaskYield } from './macrotask'

/** A pull should last about this long: short enough for Pause to feel immediate. */
const PULL_MILLISECONDS = 150
/** Shorter, when something else is drawn in between. */
const UNWATCHED_MILLISECONDS = 25
const MOST_STEPS = 50
/** Samples come at most this often, and may take at most a fifth of the time. */
const SAMPLES_MILLISECONDS = 400
const SAMPLES_SHARE = 1 / 5

export interface Pulls {
  next(steps: number): Promise<StepReport[]>
  onReports(reports: StepReport[]): void
  showSamples(): Promise<void>
  /** What else is done between steps, if it is time to. */
  judge?(): Promise<void>
}

/** Pulls training steps until told to stop. Not pulling is pausing. */
export class Loop {
  readonly #pulls: Pulls
  #running = false
  #steps = 1
  /** Whether the training is what is looked at. */
  isWatched = true
  #pause = 0
  #wake: () => void = () => undefined

  constructor(pulls: Pulls) {
    this.#pulls = pulls
  }

  /** Ends after `most` steps, after `stop` when the last pull is in, or by the error of a pull. */
  async run(most = Infinity): Promise<void> {
    this.#running = true
    this.#steps = 1
    let left = most
    let nextSamples = performance.now() + SAMPLES_MILLISECONDS
    try {
      while (this.#isRunning()) {
        const asked = performance.now()
        const steps = Math.min(this.#steps, left)
        this.#pulls.onReports(await this.#pulls.next(steps))
        left -= steps
        if (left <= 0) break
        this.#adapt(performance.now() - asked)
        const before = performance.now()
        const isTime = before >= nextSamples || this.#pause > 0
        if (this.#isRunning() && this.isWatched && isTime) {
          await this.#pulls.showSamples()
          const cost = performance.now() - before
          nextSamples =
            performance.now() + Math.max(SAMPLES_MILLISECONDS, cost / SAMPLES_SHARE - cost)
        }
        if (this.#isRunning()) await this.#pulls.judge?.()
        await macrotaskYield()
        if (this.#isRunning() && this.#pause > 0) await this.#waits()
      }
    } finally {
      this.#running = false
    }
  }

  stop(): void {
    this.#running = false
    this.#wake()
  }

  /** Milliseconds to wait after every single step; 0 for as fast as it goes. */
  set pause(milliseconds: number) {
    this.#pause = milliseconds
    if (milliseconds > 0) this.#steps = 1
    this.#wake()
  }

  async #waits(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      setTimeout(resolve, this.#pause)
    })
  }

  /** A method, because `stop` changes the answer while `run` waits. */
  #isRunning(): boolean {
    return this.#running
  }

  #adapt(milliseconds: number): void {
    if (this.#pause > 0) {
      this.#steps = 1
      return
    }
    const pull = this.isWatched ? PULL_MILLISECONDS : UNWATCHED_MILLISECONDS
    const fitting = (this.#steps * pull) / Math.max(milliseconds, 1)
    // Growing by no more than doubling: the first fast pull may be a fluke.
    const next = Math.min(fitting, this.#steps * 2, MOST_STEPS)
    this.#steps = Math.max(1, Math.round(next))
  }
}
