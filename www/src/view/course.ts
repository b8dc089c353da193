import type { StepReport, TrainingInfo } from '../engine/types'
import { Balance, type Player } from '../training/balance'
import { Clock } from '../training/clock'
import type { Phase } from '../training/events'
import { History } from '../training/history'
import type { Course } from '../training/saved'
import { BusyView } from './busy'
import type { Charts } from './charts/charts'
import { HistogramsView } from './histograms'
import { Meters } from './meters'
import type { Palette } from './palette'

export interface CourseHooks {
  /** The step after which the training stands. */
  step(): number
  /** Whether every step is to report histograms. */
  observe(wanted: boolean): void
  /** One of the networks has run away from the other, or with null no longer has. */
  onAhead(ahead: Player | null, losses: { d: number; g: number }): void
}

/** How a training goes: charts, histograms, meters, and what of these is saved with it. */
export class CourseView {
  readonly #hooks: CourseHooks
  readonly #history = new History()
  readonly #clock = new Clock()
  readonly #balance = new Balance()
  readonly #palette: Palette
  /** Their library is fetched when a training is looked at. */
  #charts: Charts | null = null
  #isCharting = false
  readonly #histograms: HistogramsView
  readonly #meters = new Meters()
  readonly #busy = new BusyView(() => {
    this.#showMeters()
  })
  /** Where the training stood when it began: a resumed one does not begin at 0. */
  #began = { step: 0, epoch: 0 }
  #last: StepReport | null = null
  #batch = 0
  #hasProbabilities = true
  #ahead: Player | null = null

  constructor(hooks: CourseHooks, palette: Palette) {
    this.#hooks = hooks
    this.#palette = palette
    this.#histograms = new HistogramsView((wanted) => {
      hooks.observe(wanted)
    })
  }

  /** A training is looked at. */
  open(): void {
    if (this.#isCharting) return
    this.#isCharting = true
    this.#chart().catch(() => {
      // Without them there is still all else; they are asked for again the next time.
      this.#isCharting = false
    })
  }

  recolour(): void {
    this.#charts?.recolour()
  }

  /** What the training was like so far. */
  get course(): Course {
    const last = this.#last && { ...this.#last }
    // They are of one step, and large.
    delete last?.histograms
    return {
      history: this.#history.save(),
      last,
      milliseconds: this.#clock.milliseconds(),
    }
  }

  /** A training begins, or goes on after this course. */
  began(info: TrainingInfo, batch: number, course: Course | null): void {
    this.#batch = batch
    this.#last = course?.last ?? null
    this.#began = { step: info.step, epoch: info.epoch }
    this.#history.clear()
    if (course) this.#history.restore(course.history)
    this.#clock.clear()
    this.#clock.restore(course?.milliseconds ?? 0)
    this.#hasProbabilities = info.hasProbabilities
    this.#balance.clear()
    this.#showCharts()
    this.#histograms.begin(info.hasProbabilities)
    this.#showMeters()
    this.#tellAhead(null, { d: 0, g: 0 })
  }

  took(reports: StepReport[]): void {
    this.#history.add(reports)
    this.#last = reports[reports.length - 1] ?? this.#last
    this.#clock.mark(this.#hooks.step())
    this.#charts?.show(this.#last)
    this.#histograms.took(reports)
    this.#showMeters()
    this.#busy.begin(this.#hooks.step() + 1)
    // Scores have no least value that would tell who has won.
    if (!this.#hasProbabilities) return
    const { ahead, ...losses } = this.#balance.took(reports)
    this.#tellAhead(ahead, losses)
  }

  phase(phase: Phase): void {
    const isAtWork = phase === 'running' || phase === 'stepping'
    if (isAtWork) this.#clock.start(this.#hooks.step())
    else this.#clock.stop()
    if (isAtWork) this.#busy.begin(this.#hooks.step() + 1)
    else if (phase === 'loading') this.#busy.begin(null)
    else this.#busy.end()
    this.#showMeters()
  }

  async #chart(): Promise<void> {
    const { Charts } = await import('./charts/charts')
    this.#charts = new Charts(this.#history, this.#palette)
    this.#showCharts()
  }

  #showCharts(): void {
    this.#charts?.judges(this.#hasProbabilities)
    this.#charts?.show(this.#last)
  }

  #tellAhead(ahead: Player | null, losses: { d: number; g: number }): void {
    if (ahead === this.#ahead) return
    this.#ahead = ahead
    this.#hooks.onAhead(ahead, losses)
  }

  #showMeters(): void {
    const { step, epoch } = this.#last ?? this.#began
    this.#meters.show({
      step,
      epoch,
      stepsPerSecond: this.#clock.stepsPerSecond(),
      batch: this.#batch,
      milliseconds: this.#clock.milliseconds(),
    })
  }
}
