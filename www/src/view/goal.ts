import type { Recipe, TrainingInfo } from '../engine/types'
import { Clock } from '../training/clock'
import type { Phase } from '../training/events'
import { type Goal, goalOf } from '../training/goal'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { about } from './about'
import { element } from './elements'
import { percent, wholeNumber } from './numbers'

/** Speeds are believed after so many milliseconds: the first step is slower than any other. */
const SETTLED = 2000

/** Says how far a training has come and what is to be seen when, beside the buttons and in the tab's title. */
export class GoalView {
  readonly #line = element('goal')
  readonly #clock = new Clock()
  readonly #untilReadable: () => number | null
  #last = Infinity
  #phase: Phase = 'loading'
  #shown = ''
  #step = 0

  /** `untilReadable` says in how many seconds digits can be read, if that can be foreseen. */
  constructor(untilReadable: () => number | null) {
    this.#untilReadable = untilReadable
    onLanguage(() => {
      this.#show(this.#step)
    })
  }

  /** A training stands. */
  began(info: TrainingInfo, recipe: Recipe | undefined): void {
    const epochs = Number(recipe?.['epochs'])
    this.#last = epochs > 0 ? Math.ceil(epochs * info.stepsPerEpoch) : Infinity
    this.#clock.clear()
    this.#show(info.step)
  }

  took(step: number): void {
    this.#clock.mark(step)
    this.#show(step)
  }

  phase(phase: Phase, step: number): void {
    const wasRunning = this.#phase === 'running'
    this.#phase = phase
    if (phase === 'running' && !wasRunning) this.#clock.start(step)
    if (phase !== 'running' && wasRunning) this.#clock.stop()
    this.#show(step)
  }

  #show(step: number): void {
    this.#step = step
    const isRunning = this.#phase === 'running'
    const isSettled = isRunning && this.#clock.milliseconds() >= SETTLED
    const stepsPerSecond = isSettled ? this.#clock.stepsPerSecond() : null
    const untilReadable = isSettled ? this.#untilReadable() : null
    const goal = goalOf({ step, last: this.#last, stepsPerSecond, untilReadable })
    const sentence = this.#phase === 'loading' || step === 0 ? '' : this.#sentence(goal, step)
    if (sentence !== this.#shown) this.#line.textContent = this.#shown = sentence
    const title = isRunning
      ? filled(words.first.titleAt, { step: wholeNumber(step), page: words.frame.title })
      : words.frame.title
    if (document.title !== title) document.title = title
  }

  #sentence(goal: Goal, step: number): string {
    const { readableIn, ofSteps, ofStepsLeft, beyond } = words.first
    if (goal.kind === 'readable') return filled(readableIn, { time: about(goal.seconds) })
    if (goal.kind === 'past' || !Number.isFinite(this.#last)) {
      return Number.isFinite(this.#last) ? filled(beyond, { last: wholeNumber(this.#last) }) : ''
    }
    const parts = {
      step: wholeNumber(step),
      last: wholeNumber(this.#last),
      part: percent(goal.part),
    }
    if (goal.seconds === null) return filled(ofSteps, parts)
    return filled(ofStepsLeft, { ...parts, time: about(goal.seconds) })
  }
}
