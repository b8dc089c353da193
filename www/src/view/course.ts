import type { Quality, StepReport, TrainingInfo } from '../engine/types'
import { onLanguage } from '../strings/page'
import { Clock } from '../training/clock'
import type { Phase } from '../training/events'
import { History } from '../training/history'
import { Qualities } from '../training/qualities'
import type { Course } from '../training/saved'
import { BusyView } from './busy'
import type { Charts } from './charts/charts'
import type { Timeline } from './charts/kind'
import type { QualityChart } from './charts/quality-chart'
import { HistogramsView } from './histograms'
import { Meters } from './meters'
import type { Palette } from './palette'
import { QualityView } from './quality'

export interface CourseHooks extends Timeline {
  /** Whether every step is to report histograms. */
  observe(wanted: boolean): void
}

/** How a training goes: charts, histograms, meters, and what of these is saved with it. */
export class CourseView {
  readonly #hooks: CourseHooks
  readonly #history = new History()
  readonly #clock = new Clock()
  readonly #qualities = new Qualities()
  readonly #palette: Palette
  /** Their library is fetched when a training is looked at. */
  #charts: Charts | null = null
  #qualityChart: QualityChart | null = null
  readonly #quality = new QualityView()
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

  constructor(hooks: CourseHooks, palette: Palette) {
    this.#hooks = hooks
    this.#palette = palette
    this.#histograms = new HistogramsView((wanted) => {
      hooks.observe(wanted)
    })
    onLanguage(() => {
      this.#showMeters()
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
    this.#qualityChart?.recolour()
  }

  /** What the training was like so far. */
  get course(): Course {
    const last = this.#last && { ...this.#last }
    // They are of one step, and large.
    delete last?.histograms
    delete last?.sizes
    return {
      history: this.#history.save(),
      qualities: this.#qualities.save(),
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
    this.#qualities.clear()
    this.#qualities.restore(course?.qualities ?? [])
    this.#clock.clear()
    this.#clock.restore(course?.milliseconds ?? 0)
    this.#hasProbabilities = info.hasProbabilities
    this.#showCharts()
    this.#showQuality()
    this.#histograms.begin(info.hasProbabilities)
    this.#showMeters()
  }

  took(reports: StepReport[]): void {
    this.#history.add(reports)
    this.#last = reports[reports.length - 1] ?? this.#last
    this.#clock.mark(this.#hooks.step())
    this.#charts?.show(this.#last)
    this.#qualityChart?.took()
    this.#histograms.took(reports)
    this.#showMeters()
    this.#busy.begin(this.#hooks.step() + 1)
  }

  /** The images were judged, or for this reason could not be. */
  judged(judged: Quality | Error): void {
    if (judged instanceof Error) {
      this.#quality.fail(judged)
      return
    }
    this.#qualities.add(judged)
    this.#showQuality()
  }

  /** Points at a step in all charts, or with null at none. */
  mark(step: number | null): void {
    this.#charts?.mark(step)
    this.#qualityChart?.mark(step)
  }

  /** What the judge has said, oldest first. */
  get qualities(): readonly Quality[] {
    return this.#qualities.all
  }

  /** Steps a second; null while that is not known. */
  get speed(): number | null {
    return this.#clock.stepsPerSecond()
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
    const [{ Charts }, { QualityChart }] = await Promise.all([
      import('./charts/charts'),
      import('./charts/quality-chart'),
    ])
    this.#charts = new Charts(this.#history, this.#palette, this.#hooks)
    this.#qualityChart = new QualityChart(this.#palette, this.#hooks)
    this.#showCharts()
    this.#showQuality()
  }

  #showQuality(): void {
    this.#quality.show(this.#qualities.last)
    this.#qualityChart?.show(this.#qualities.all)
  }

  #showCharts(): void {
    this.#charts?.judges(this.#hasProbabilities)
    this.#charts?.show(this.#last)
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
