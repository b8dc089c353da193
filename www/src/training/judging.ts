import { asError, needsNewEngine } from '../engine/errors'
import type { Quality } from '../engine/types'

/** Images that are drawn for it. */
const SAMPLES = 500
/** After judging, at least so many times as long goes by: it takes 3 % of the time at most. */
const REST = 33
const LEAST_MILLISECONDS = 3000
/** A judge that could not be had is asked again after so long. */
const ANEW_MILLISECONDS = 60_000

export interface JudgingHooks {
  judge(samples: number): Promise<Quality>
  /** Whether somebody looks at the training. */
  isSeen(): boolean
  /** How good it is, or why that could not be judged. */
  onJudged(judged: Quality | Error): void
}

/** Has a training judged now and then, between its steps and so seldom that it is not held up. */
export class Judging {
  readonly #hooks: JudgingHooks
  #nextAt = 0
  /** The step that was judged last. */
  #step: number | null = null
  /** The first time it looks at the data, too: how long it takes says nothing of the next. */
  #isFirst = true
  #isBusy = false

  constructor(hooks: JudgingHooks) {
    this.#hooks = hooks
  }

  /** Another training stands. */
  began(): void {
    this.#step = null
    this.#isFirst = true
    this.#nextAt = performance.now() + LEAST_MILLISECONDS
  }

  /** Judges the training after this step, if it is time to. */
  async after(step: number): Promise<void> {
    const asked = performance.now()
    const isDue = step > 0 && step !== this.#step && asked >= this.#nextAt
    if (!isDue || this.#isBusy || !this.#hooks.isSeen()) return
    this.#isBusy = true
    this.#step = step
    try {
      this.#hooks.onJudged(await this.#hooks.judge(SAMPLES))
      const now = performance.now()
      const rest = this.#isFirst ? 0 : (now - asked) * REST
      this.#isFirst = false
      this.#nextAt = now + Math.max(LEAST_MILLISECONDS, rest)
    } catch (thrown) {
      const error = asError(thrown)
      // These are the training's own, which they end.
      if (needsNewEngine(error) || OWN.includes(error.name)) throw error
      this.#nextAt = performance.now() + ANEW_MILLISECONDS
      this.#hooks.onJudged(error)
    } finally {
      this.#isBusy = false
    }
  }
}

const OWN = ['TrainingError', 'EngineClosed']
