import type { Alarm, AlarmName } from './alarms/alarm'
import { missing } from './alarms/collapse'
import { notFinite } from './alarms/not-finite'
import { byWeights } from './alarms/rates-too-high'
import { type Signs, SignReader } from './alarms/signs'
import { AlarmWatch } from './alarms/watch'
import type { Recipe, StepReport, TrainingInfo } from './engine/types'
import type { Saver } from './saver'
import { Remedies } from './remedies'
import { words } from './strings/page'
import { filled } from './strings/strings'
import type { DataChooser } from './training/chooser'
import type { Session } from './training/session'
import { about } from './view/about'
import { AlarmView } from './view/alarm'
import type { Controls } from './view/controls'
import type { CourseView } from './view/course'
import { compact, decimal, percent, wholeNumber } from './view/numbers'

/** Steps after a remedy in which it can show whether it was enough. */
const PATIENCE = 150

interface Parts {
  session: Session
  saver: Saver
  chooser: DataChooser
  controls: Controls
  course: CourseView
  /** Seconds until most digits can be read, if that can be foreseen. */
  untilReadable: () => number | null
  reset: () => Promise<void>
}

/** Tells when a training is in trouble, and offers what helps. */
export class Alarming {
  readonly #parts: Parts
  readonly #remedies: Remedies
  readonly #reader = new SignReader()
  readonly #watch = new AlarmWatch()
  #lag = 0
  #told: Alarm | null = null
  #signs: Signs | null = null
  readonly #view = new AlarmView(() => {
    this.#quiet(Infinity)
  })

  constructor(parts: Parts) {
    this.#parts = parts
    const { saver } = parts
    this.#remedies = new Remedies({
      ...parts,
      saves: () => saver.saves,
      goOn: (saved) => saver.goOn(saved),
    })
  }

  /** A training stands: it begins, or goes on. */
  began({ hasProbabilities }: TrainingInfo, recipe: Recipe | null): void {
    const average = recipe?.['average']
    const part = typeof average === 'number' ? average : 0
    this.#lag = part > 0 ? Math.min(1 / (1 - part), 1000) : 0
    this.#reader.begin(hasProbabilities)
    this.#watch.clear()
    this.#signs = null
    this.#told = null
    this.#view.rest(() => words.alarms.idle)
  }

  took(reports: readonly StepReport[]): void {
    this.#reader.took(reports)
    const { course, saver, untilReadable } = this.#parts
    const { qualities: judged } = course
    const lag = this.#lag
    const signs = this.#reader.signs({ judged, lag, untilReadable: untilReadable() })
    if (!signs) return
    this.#signs = signs
    this.#tell(this.#watch.took(signs))
    // Where there is a judge, it has the last word.
    if (this.#watch.isSound) saver.sound(judged.at(-1)?.step ?? signs.step)
  }

  /** The training has ended by this. */
  failed(error: Error): void {
    if (error.name === 'TrainingError') this.#tell(notFinite)
  }

  #tell(alarm: Alarm | null): void {
    this.#told = alarm
    if (!alarm) {
      const says = this.#watch.isCalm ? 'well' : 'silenced'
      this.#view.rest(() => words.alarms[says])
      return
    }
    const actions = this.#remedies.of(alarm, () => {
      const { step = 0 } = this.#signs ?? {}
      this.#quiet(step + PATIENCE)
    })
    const signs = this.#signs
    const sentences = [() => seenOf(alarm.name, signs), () => whyOf(alarm.name, signs)]
    this.#view.tell({ sentences, actions, isCalm: alarm.name === 'tooEarly' })
  }

  #quiet(until: number): void {
    if (this.#told) this.#watch.silence(this.#told.name, until)
    this.#told = null
    this.#view.rest(() => words.alarms.silenced)
  }
}

/** What is seen, with the figures. */
function seenOf(name: AlarmName, signs: Signs | null): string {
  const sentence = words.alarms[name].seen
  if (!signs) return sentence
  const { verdict, worst, judged, step } = signs
  const last = judged.at(-1)
  if (name === 'ratesTooHigh' && byWeights(signs) && last) {
    const { generator, discriminator } = last.sizes
    return filled(words.alarms.weightsTooLarge, {
      generator: decimal(generator ?? Infinity, 2),
      discriminator: decimal(discriminator ?? Infinity, 2),
    })
  }
  if (name === 'collapse' && last && missing(last) > 2) {
    return filled(words.alarms.classesMissing, { count: missing(last) })
  }
  return filled(sentence, {
    real: decimal(verdict?.real ?? 0, 3),
    fake: small(verdict?.fake ?? 0),
    loss: compact(Math.max(worst.d, worst.g)),
    spread: percent(last?.spread ?? 0),
    step: wholeNumber(step),
  })
}

function whyOf(name: AlarmName, signs: Signs | null): string {
  const seconds = name === 'tooEarly' ? (signs?.untilReadable ?? null) : null
  return seconds === null
    ? words.alarms[name].why
    : filled(words.alarms.forecast, { time: about(seconds) })
}

/** A probability near 0, as small as it is. */
function small(value: number): string {
  return value >= 0.001 ? decimal(value, 3) : `< ${decimal(0.001, 3)}`
}
