import type { StepReport } from '../../engine/types'
import { type History, type Series, valueOf } from '../../training/history'
import { onLanguage, words } from '../../strings/page'
import { element } from '../elements'
import { oncePerFrame } from '../frame'
import { decimal, percent } from '../numbers'
import { rangeWithoutOutliers } from '../outliers'
import type { Palette } from '../palette'
import { lossRange, score, scoreRange } from './axis'
import { balanceBands } from './balance-bands'
import { drawBands, drawHalf } from './bands'
import { Chart } from './chart'
import type { Kind, Latest, Timeline } from './kind'

const LOSS: readonly Series[] = ['d_game', 'g_loss', 'penalty']
const VERDICT: readonly Series[] = ['d_real', 'd_fake']
const DISCRIMINATOR = { is: 'discriminator', ink: '--discriminator', width: 1.75 } as const
const GENERATOR = { is: 'generator', ink: '--generator', width: 1.75, dash: [6, 3] } as const
const PENALTY = { is: 'penalty', ink: '--soft', width: 1, dash: [2, 3], isOptional: true } as const

/** Losses and verdicts, drawn from the history at most once per frame. */
export class Charts {
  readonly #loss: Chart
  readonly #verdict: Chart
  readonly #history: History
  #hasProbabilities = true
  #last: StepReport | null = null
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  constructor(history: History, palette: Palette, timeline: Timeline) {
    this.#history = history
    this.#loss = new Chart(this.#lossKind(), palette, timeline)
    this.#verdict = new Chart(this.#verdictKind(), palette, timeline)
    onLanguage(() => {
      this.#draw()
      for (const chart of [this.#loss, this.#verdict]) chart.rescale()
    })
  }

  /** Whether the discriminator gives probabilities, or a critic's scores. */
  judges(probabilities: boolean): void {
    this.#hasProbabilities = probabilities
    element('bands').hidden = !probabilities
    for (const chart of [this.#loss, this.#verdict]) chart.rescale()
  }

  show(last: StepReport | null): void {
    this.#last = last
    this.#draw()
  }

  /** Points at a step, or with null at none. */
  mark(step: number | null): void {
    for (const chart of [this.#loss, this.#verdict]) chart.mark(step)
  }

  recolour(): void {
    for (const chart of [this.#loss, this.#verdict]) chart.recolour()
  }

  #drawNow(): void {
    const steps = this.#history.steps()
    const loss = LOSS.map((series) => this.#history.means(series))
    const verdict = VERDICT.map((series) => this.#history.means(series))
    // A penalty is not computed in every step: the last one is the latest.
    const penalty = loss[2]?.findLast((mean) => mean !== null) ?? null
    this.#loss.draw({ steps, columns: loss }, this.#latest(LOSS, [null, null, penalty]))
    const latest = this.#latest(VERDICT)
    const { accuracy } = this.#last ?? {}
    const notes = accuracy && [accuracy.real, accuracy.fake].map((part) => ` (${percent(part)})`)
    const meaning = this.#meaning(steps, verdict)
    this.#verdict.draw(
      { steps, columns: verdict },
      latest && { ...latest, ...(notes && { notes }), ...meaning },
    )
    // Before the first step it keeps its place, where there will be some.
    element('accuracy-help').hidden = this.#last ? !accuracy : !this.#hasProbabilities
  }

  #latest(series: readonly Series[], otherwise: readonly (number | null)[] = []): Latest | null {
    const last = this.#last
    if (!last) return null
    const values = series.map((one, at) => otherwise[at] ?? valueOf(one, last))
    return { step: last.step, values }
  }

  #meaning(steps: readonly number[], verdict: (number | null)[][]): { meaning?: string } {
    if (!this.#hasProbabilities) return {}
    const [real = [], fake = []] = verdict
    const last = balanceBands(steps, real, fake).at(-1)
    return last && last.to === steps.at(-1) ? { meaning: words.quality[last.is] } : {}
  }

  #lossKind(): Kind {
    return {
      id: 'loss',
      title: () => words.train.lossChart,
      lines: [
        { name: () => words.train.discriminator, ...DISCRIMINATOR },
        { name: () => words.train.generator, ...GENERATOR },
        // By itself: in every so many steps alone, it would make a comb of the discriminator's line.
        { name: () => words.train.penalty, ...PENALTY },
      ],
      number: this.#number,
      range: (values) => {
        const [least, most] = rangeWithoutOutliers(values)
        return this.#hasProbabilities ? lossRange(least, most) : scoreRange(least, most)
      },
    }
  }

  #verdictKind(): Kind {
    return {
      id: 'verdict',
      title: () => words.train.verdictChart,
      lines: [
        { name: 'D(x)', ...DISCRIMINATOR },
        { name: 'D(G(z))', ...GENERATOR },
      ],
      number: this.#number,
      range: (values) =>
        this.#hasProbabilities ? [0, 1] : scoreRange(...rangeWithoutOutliers(values)),
      beneath: (plot, palette) => {
        if (!this.#hasProbabilities) return
        const [steps, real = [], fake = []] = plot.data.map((column) => Array.from(column))
        drawBands(
          plot,
          balanceBands(numbers(steps), optional(real), optional(fake)),
          words.quality,
          palette,
        )
        drawHalf(plot, palette)
      },
    }
  }

  /** Scores can be small: the clipped weights of a critic see to that. */
  readonly #number = (value: number): string =>
    this.#hasProbabilities ? decimal(value, 3) : score(value)
}

const optional = (column: (number | null | undefined)[]) => column.map((value) => value ?? null)
const numbers = (column: (number | null | undefined)[] = []) => column.map((value) => value ?? 0)
