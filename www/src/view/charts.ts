import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { StepReport } from '../engine/types'
import type { History, Series } from '../training/history'
import { element, make } from './elements'
import { oncePerFrame } from './frame'
import { wholeNumber } from './numbers'
import type { Palette } from './palette'

interface Line {
  series: Series
  name: string
  player: 'generator' | 'discriminator'
}

interface Description {
  id: 'loss' | 'verdict'
  title: string
  lines: [Line, Line]
  /** A fixed scale from 0 to 1, with a line at the half. */
  probability: boolean
}

const LOSS: Description = {
  id: 'loss',
  title: 'Loss of both networks over the training steps',
  lines: [
    { series: 'd_loss', name: 'Discriminator', player: 'discriminator' },
    { series: 'g_loss', name: 'Generator', player: 'generator' },
  ],
  probability: false,
}

const VERDICT: Description = {
  id: 'verdict',
  title: 'What the discriminator says over the training steps',
  lines: [
    { series: 'd_real', name: 'D(x)', player: 'discriminator' },
    { series: 'd_fake', name: 'D(G(z))', player: 'generator' },
  ],
  probability: true,
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

  show(last: StepReport | null): void {
    this.#last = last
    this.#draw()
  }

  recolour(): void {
    for (const chart of this.#charts) chart.recolour()
  }

  /** Tells the latest values to those who cannot see the lines. */
  describe(): void {
    for (const chart of this.#charts) chart.describe(this.#last)
  }
}

class Chart {
  readonly #about: Description
  readonly #plot: uPlot
  readonly #box: HTMLElement
  readonly #values: HTMLElement[]
  #last: StepReport | null = null

  constructor(about: Description, palette: Palette) {
    this.#about = about
    this.#box = element(`${about.id}-chart`)
    this.#values = about.lines.map((line) => legendEntry(`${about.id}-values`, line))
    this.#plot = new uPlot(options(about, palette, this.#box), [[], [], []], this.#box)
    this.#plot.hooks.setCursor = [
      () => {
        this.#showValues()
      },
    ]
    this.#box.setAttribute('role', 'img')
    this.describe(null)
    new ResizeObserver(() => {
      this.#plot.setSize({ width: this.#box.clientWidth, height: this.#box.clientHeight })
    }).observe(this.#box)
  }

  draw(history: History, last: StepReport | null): void {
    this.#last = last
    const [first, second] = this.#about.lines
    this.#plot.setData([history.steps(), history.means(first.series), history.means(second.series)])
    this.#showValues()
  }

  recolour(): void {
    this.#plot.redraw(false)
  }

  describe(last: StepReport | null): void {
    const values = last
      ? `After step ${last.step}: ${this.#about.lines.map(({ name, series }) => `${name} ${last[series].toFixed(3)}`).join(', ')}.`
      : 'No steps yet.'
    this.#box.setAttribute('aria-label', `${this.#about.title}. ${values}`)
  }

  /** The values under the pointer, or else the latest. */
  #showValues(): void {
    const index = this.#plot.cursor.idx
    this.#about.lines.forEach(({ series }, line) => {
      const pointed = index == null ? undefined : this.#plot.data[line + 1]?.[index]
      const value = pointed ?? this.#last?.[series]
      const text = this.#values[line]
      if (text) text.textContent = value == null ? '–' : value.toFixed(3)
    })
  }
}

function legendEntry(listId: string, { name, player }: Line): HTMLElement {
  const entry = make('div')
  entry.className = player
  const value = make('dd', '–')
  entry.append(make('dt', name), value)
  element(listId).append(entry)
  return value
}

function options(about: Description, palette: Palette, box: HTMLElement): uPlot.Options {
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
      y: about.probability ? { range: [0, 1] } : { range: lossRange },
    },
    series: [
      {},
      ...about.lines.map(({ name, player }) => ({
        label: name,
        stroke: () => palette.colour(`--${player}`),
        width: 1.75,
        // Told apart without colours as well.
        ...(player === 'generator' ? { dash: [6, 3] } : {}),
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
      { ...axis, size: 42 },
    ],
    hooks: about.probability
      ? {
          drawAxes: [
            (plot) => {
              drawHalf(plot, palette)
            },
          ],
        }
      : {},
  }
}

function lossRange(_: uPlot, least: number | null, most: number | null): [number, number] {
  return [Math.min(0, least ?? 0), Math.max(1, (most ?? 1) * 1.05)]
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
