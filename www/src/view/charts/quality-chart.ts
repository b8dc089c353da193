import type { Quality } from '../../engine/types'
import { onLanguage, words } from '../../strings/page'
import { oncePerFrame } from '../frame'
import type { Palette } from '../palette'
import { digits, meaningOf } from '../quality'
import { tenfoldRange } from './axis'
import { Chart } from './chart'
import type { Kind, Timeline } from './kind'

const QUALITY: Kind = {
  id: 'quality',
  title: () => words.quality.chart,
  lines: [
    {
      name: () => words.quality.distance,
      is: 'distance',
      ink: '--ink',
      width: 1.75,
      hasPoints: true,
    },
  ],
  number: digits,
  range: (values) => {
    const there = values.filter((value) => typeof value === 'number')
    return there.length === 0
      ? tenfoldRange(null, null)
      : tenfoldRange(Math.min(...there), Math.max(...there))
  },
  isLogarithmic: true,
}

/** How far the images are from the data, over the steps. */
export class QualityChart {
  readonly #chart: Chart
  #qualities: readonly Quality[] = []
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  constructor(palette: Palette, timeline: Timeline) {
    this.#chart = new Chart(QUALITY, palette, timeline)
    onLanguage(() => {
      this.#draw()
      this.#chart.rescale()
    })
  }

  show(qualities: readonly Quality[]): void {
    this.#qualities = qualities
    this.#draw()
  }

  /** The training has gone on: so does the axis. */
  took(): void {
    this.#draw()
  }

  /** Points at a step, or with null at none. */
  mark(step: number | null): void {
    this.#chart.mark(step)
  }

  recolour(): void {
    this.#chart.recolour()
  }

  #drawNow(): void {
    const steps = this.#qualities.map(({ step }) => step)
    const last = this.#qualities.at(-1)
    const latest = last
      ? { step: last.step, values: [distanceOf(last)], meaning: meaningOf(last) }
      : null
    this.#chart.draw({ steps, columns: [this.#qualities.map(distanceOf)] }, latest)
  }
}

/** Null where it cannot be drawn: the axis is logarithmic. */
function distanceOf({ judge, distance, sliced }: Quality): number | null {
  const value = judge === 'digits' ? distance : sliced
  return value !== null && value > 0 ? value : null
}
