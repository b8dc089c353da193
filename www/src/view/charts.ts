import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { StepReport } from '../engine/types'
import { type History, type Series, valueOf } from '../training/history'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element, make } from './elements'
import { oncePerFrame } from './frame'
import { decimal, percent, short, wholeNumber } from './numbers'
import { rangeWithoutOutliers } from './outliers'
import type { Palette } from './palette'

interface Line {
  series: Series
  name: string
  player: 'generator' | 'discriminator' | 'penalty'
  /** Of which images the discriminator's accuracy belongs to it. */
  accuracy?: 'real' | 'fake'
}

interface Description {
  id: 'loss' | 'verdict'
  title: string
  lines: Line[]
  /** With probabilities it has a fixed scale from 0 to 1, with a line at the half. */
  isVerdict: boolean
}

const LOSS: Description = {
  id: 'loss',
  title: words.train.lossChart,
  lines: [
    { series: 'd_game', name: words.train.discriminator, player: 'discriminator' },
    { series: 'g_loss', name: words.train.generator, player: 'generator' },
    // By itself: in every so many steps alone, it would make a comb of the discriminator's line.
    { series: 'penalty', name: words.train.penalty, player: 'penalty' },
  ],
  isVerdict: false,
}

const VERDICT: Description = {
  id: 'verdict',
  title: words.train.verdictChart,
  lines: [
    { series: 'd_real', name: 'D(x)', player: 'discriminator', accuracy: 'real' },
    { series: 'd_fake', name: 'D(G(z))', player: 'generator', accuracy: 'fake' },
  ],
  isVerdict: true,
}

/** Both charts, drawn from the history at most once per frame. */
export class Charts {
  readonly #charts: Chart[]
  readonly #history: History
  #last: StepReport | null = null
  readonly #draw = oncePerFrame(() => {
    for (const chart of this.#charts) chart.draw(this.#history, this.#last)
  })

  constructor(history: History, palette: Palette) {
    this.#history = history
    this.#charts = [new Chart(LOSS, palette), new Chart(VERDICT, palette)]
  }

  /** Whether the discriminator gives probabilities, or a critic's scores. */
  judges(probabilities: boolean): void {
    for (const chart of this.#charts) chart.judges(probabilities)
  }

  show(last: StepReport | null): void {
    this.#last = last
    this.#draw()
  }

  recolour(): void {
    for (const chart of this.#charts) chart.recolour()
  }
}

class Chart {
  readonly #about: Description
  readonly #plot: uPlot
  readonly #box: HTMLElement
  readonly #values: HTMLElement[]
  readonly #judge: Judge = { probabilities: true }
  #last: StepReport | null = null

  constructor(about: Description, palette: Palette) {
    this.#about = about
    this.#box = element(`${about.id}-chart`)
    this.#values = about.lines.map((line) => legendEntry(`${about.id}-values`, line))
    this.#plot = new uPlot(
      options(about, this.#judge, palette, this.#box),
      [[], ...about.lines.map(() => [])],
      this.#box,
    )
    this.#plot.hooks.setCursor = [
      () => {
        this.#showValues()
      },
    ]
    this.#box.setAttribute('role', 'img')
    this.#describe(null)
    new ResizeObserver(() => {
      this.#plot.setSize({ width: this.#box.clientWidth, height: this.#box.clientHeight })
    }).observe(this.#box)
  }

  draw(history: History, last: StepReport | null): void {
    this.#last = last
    const means = this.#about.lines.map(({ series }) => history.means(series))
    this.#plot.setData([history.steps(), ...means])
    this.#showValues()
    this.#describe(last)
  }

  judges(probabilities: boolean): void {
    this.#judge.probabilities = probabilities
    this.#plot.redraw(true, true)
  }

  recolour(): void {
    this.#plot.redraw(false)
  }

  /** Tells the latest values to those who cannot see the lines. */
  #describe(last: StepReport | null): void {
    const { lines, title } = this.#about
    const values = lines.flatMap((line) => {
      const value = last && valueOf(line.series, last)
      return value === null ? [] : `${line.name} ${this.#number(value)}${accuracyOf(line, last)}`
    })
    const sentence = filled(last ? words.train.lastValues : words.train.noSteps, {
      title,
      step: last?.step ?? 0,
      values: values.join(words.train.between),
    })
    this.#box.setAttribute('aria-label', sentence)
  }

  /** Scores can be small: the clipped weights of a critic see to that. */
  #number(value: number): string {
    return this.#judge.probabilities ? decimal(value, 3) : score(value)
  }

  /** The values under the pointer, or else the latest. */
  #showValues(): void {
    const index = this.#plot.cursor.idx
    this.#about.lines.forEach((line, at) => {
      const pointed = index == null ? undefined : this.#plot.data[at + 1]?.[index]
      const value = pointed ?? (this.#last && valueOf(line.series, this.#last))
      const text = this.#values[at]
      if (!text) return
      const isThere = line.series !== 'penalty' || this.#plot.data[at + 1]?.some(isNumber)
      if (text.parentElement) text.parentElement.hidden = !isThere
      // The accuracy is known of the latest step only.
      const accuracy = pointed == null ? accuracyOf(line, this.#last) : ''
      text.replaceChildren(value == null ? '–' : this.#number(value), make('small', accuracy))
    })
    if (this.#about.isVerdict) element('accuracy-help').hidden = !this.#last?.accuracy
  }
}

/** Who speaks in the charts; a chart's scales follow it. */
interface Judge {
  probabilities: boolean
}

const isNumber = (value: unknown) => typeof value === 'number'

/** In brackets, how many images of a line are judged rightly, where the engine says so. */
function accuracyOf({ accuracy }: Line, last: StepReport | null): string {
  const part = accuracy && last?.accuracy?.[accuracy]
  return part === undefined ? '' : ` (${percent(part)})`
}

function legendEntry(listId: string, { name, player }: Line): HTMLElement {
  const entry = make('div')
  entry.className = player
  const value = make('dd', '–')
  entry.append(make('dt', name), value)
  element(listId).append(entry)
  return value
}

function options(
  about: Description,
  judge: Judge,
  palette: Palette,
  box: HTMLElement,
): uPlot.Options {
  const axis = {
    stroke: () => palette.colour('--soft'),
    grid: { stroke: () => palette.colour('--grid-line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  }
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: (_, from, to) => [Math.min(from, 1), Math.max(to, 10)] },
      y: {
        range: ({ data }) => {
          if (judge.probabilities && about.isVerdict) return [0, 1]
          const [least, most] = rangeWithoutOutliers(
            data.slice(1).flatMap((values) => Array.from(values)),
          )
          return judge.probabilities ? lossRange(least, most) : scoreRange(least, most)
        },
      },
    },
    series: [
      {},
      ...about.lines.map(({ name, player }) => ({
        label: name,
        stroke: () => palette.colour(player === 'penalty' ? '--soft' : `--${player}`),
        width: player === 'penalty' ? 1 : 1.75,
        // Told apart without colours as well.
        ...(player === 'discriminator' ? {} : { dash: player === 'generator' ? [6, 3] : [2, 3] }),
        spanGaps: true,
        points: { show: false },
      })),
    ],
    axes: [
      {
        ...axis,
        size: 28,
        values: (_, steps) =>
          steps.map((step) => (Number.isInteger(step) ? wholeNumber(step) : '')),
      },
      { ...axis, values: (_, ticks) => ticks.map(tick), size: (_, labels) => axisSize(labels) },
    ],
    hooks: about.isVerdict
      ? {
          drawAxes: [
            (plot) => {
              if (judge.probabilities) drawHalf(plot, palette)
            },
          ],
        }
      : {},
  }
}

function lossRange(least: number | null, most: number | null): [number, number] {
  return [Math.min(0, least ?? 0), Math.max(1, (most ?? 1) * 1.05)]
}

/** Scores have no bounds: they fill the chart. */
function scoreRange(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null) return [-1, 1]
  const margin = Math.max((most - least) * 0.05, Math.abs(most) * 1e-3, 1e-6)
  return [least - margin, most + margin]
}

/** A score with three digits, however small. */
function score(value: number): string {
  const size = Math.abs(value)
  if (size < 1e-3 && size > 0) return value.toExponential(2)
  return size < 0.1 ? short(Number(value.toPrecision(3))) : decimal(value, 3)
}

/** A label of an axis, without the noise of binary fractions. */
function tick(value: number): string {
  const size = Math.abs(value)
  if (size < 1e-15) return '0'
  const digits = Number(value.toPrecision(6))
  return size < 1e-3 ? digits.toExponential() : short(digits)
}

/** Room for the longest label. */
function axisSize(labels: string[] | null): number {
  const longest = Math.max(0, ...(labels ?? []).map((label) => label.length))
  return Math.max(42, 14 + 7 * longest)
}

function drawHalf(plot: uPlot, palette: Palette): void {
  const y = Math.round(plot.valToPos(0.5, 'y', true))
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = palette.colour('--soft')
  ctx.lineWidth = devicePixelRatio
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.restore()
}
