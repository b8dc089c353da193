import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { words } from '../strings/page'
import { axisSize, score, stepTicks, tenfoldRange, tenfoldTicks, tick } from '../view/charts/axis'
import { make } from '../view/elements'
import { wholeNumber } from '../view/numbers'
import { rangeWithoutOutliers } from '../view/outliers'
import type { Palette } from '../view/palette'
import { LOOKS } from './looks'
import { type By, type Curve, lengthOf, pointsOf, type Run, secondsPerStep } from './run'

const CURVES: readonly Curve[] = ['g_loss', 'd_game', 'd_real', 'd_fake', 'quality']
/** uPlot has no value by this name: only its types have one. */
const LOGARITHMIC: object = { distr: 3 }
const HEIGHT = 150
/** Fewer values have no outliers. */
const MANY = 200

/** What is drawn: runs, each with the place of its look. */
export interface Drawn {
  runs: readonly { run: Run; look: number }[]
  by: By
}

/** The curves of several runs over each other: a chart for each of losses, scores and quality. */
export class Curves {
  readonly box = make('div')
  readonly #charts: OneCurve[]

  constructor(texts: RunsTexts, palette: Palette) {
    this.box.className = 'runs-curves'
    this.#charts = CURVES.map((curve) => new OneCurve(curve, texts, palette))
    this.box.append(...this.#charts.map(({ figure }) => figure))
  }

  draw(drawn: Drawn): void {
    for (const chart of this.#charts) chart.draw(drawn)
  }

  recolour(): void {
    for (const chart of this.#charts) chart.recolour()
  }
}

class OneCurve {
  readonly figure = make('figure')
  readonly #curve: Curve
  readonly #texts: RunsTexts
  readonly #palette: Palette
  readonly #box = make('div')
  #plot: uPlot | null = null
  /** Where the axis ends: it is the same for all curves. */
  #most = 1
  /** The looks of the lines that the plot has. */
  #looks = ''

  constructor(curve: Curve, texts: RunsTexts, palette: Palette) {
    this.#curve = curve
    this.#texts = texts
    this.#palette = palette
    this.#box.setAttribute('role', 'img')
    this.#box.className = 'runs-chart'
    this.figure.append(make('figcaption', texts[curve]), this.#box)
    new ResizeObserver(() => {
      this.#plot?.setSize({ width: this.#box.clientWidth, height: HEIGHT })
    }).observe(this.#box)
  }

  draw({ runs, by }: Drawn): void {
    const looks = runs.map(({ look }) => look)
    this.#most = Math.max(0, ...runs.map(({ run }) => lengthOf(run, by))) || 1
    if (this.#looks !== looks.join()) {
      this.#plot?.destroy()
      this.#plot = runs.length === 0 ? null : this.#newPlot(looks)
      this.#looks = looks.join()
    }
    const curves = runs.map(({ run }) => ({ run, points: pointsOf(run, this.#curve) }))
    const tables = curves.map(({ run, points: { steps, values } }): uPlot.AlignedData => {
      const each = by === 'steps' ? 1 : secondsPerStep(run)
      return [steps.map((step) => step * each), [...values]]
    })
    if (this.#plot) this.#plot.setData(uPlot.join(tables))
    const said = curves.map(({ run: { name }, points: { steps, values } }) => {
      const at = values.findLastIndex((value) => value !== null)
      const [value, step] = [values[at], steps[at]]
      if (value == null || step === undefined) return filled(this.#texts.noValues, { name })
      const last = { name, value: score(value), step: wholeNumber(step) }
      return filled(this.#texts.lastValue, last)
    })
    const label = { curve: this.#texts[this.#curve], values: said.join(words.train.between) }
    this.#box.setAttribute('aria-label', filled(this.#texts.curve, label))
  }

  recolour(): void {
    this.#plot?.redraw(false)
  }

  #newPlot(looks: readonly number[]): uPlot {
    const isLogarithmic = this.#curve === 'quality'
    const palette = this.#palette
    const axis = {
      stroke: () => palette.colour('--soft'),
      grid: { stroke: () => palette.colour('--grid-line'), width: 1 },
      ticks: { show: false },
      font: '12px system-ui, sans-serif',
    }
    const lines = looks.map((look) => {
      const { ink, dash } = LOOKS[look] ?? { ink: '--ink', dash: [] }
      return {
        stroke: () => palette.colour(ink),
        width: 1.75,
        dash: [...dash],
        spanGaps: true,
        points: { show: isLogarithmic, size: 5, fill: () => palette.colour(ink) },
      }
    })
    const range = isLogarithmic ? tenfold : linear
    const options: uPlot.Options = {
      width: this.#box.clientWidth,
      height: HEIGHT,
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => [0, this.#most] },
        y: Object.assign<uPlot.Scale, object>(
          { range: ({ data }) => range(data.slice(1).flatMap((values) => Array.from(values))) },
          isLogarithmic ? LOGARITHMIC : {},
        ),
      },
      series: [{}, ...lines],
      axes: [
        { ...axis, size: 28, values: stepTicks },
        {
          ...axis,
          values: isLogarithmic ? tenfoldTicks : (_, ticks) => ticks.map(tick),
          ...(isLogarithmic ? { filter: (_: uPlot, splits: number[]) => splits } : {}),
          size: (_, labels) => axisSize(labels),
        },
      ],
    }
    const empty: uPlot.AlignedData = [[], ...looks.map(() => [])]
    return new uPlot(options, empty, this.#box)
  }
}

type Values = readonly (number | null | undefined)[]

function linear(values: Values): [number, number] {
  const there = values.filter((value) => typeof value === 'number')
  // Of a short training every point counts.
  const [least, most] =
    there.length < MANY && there.length > 0
      ? [Math.min(...there), Math.max(...there)]
      : rangeWithoutOutliers(values)
  if (least === null || most === null) return [0, 1]
  const margin = Math.max((most - least) * 0.05, 1e-6)
  return [least - margin, most + margin]
}

function tenfold(values: Values): [number, number] {
  const there = values.filter((value) => typeof value === 'number')
  return there.length === 0
    ? tenfoldRange(null, null)
    : tenfoldRange(Math.min(...there), Math.max(...there))
}
