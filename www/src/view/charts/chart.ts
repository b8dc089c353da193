import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { element, make } from '../elements'
import type { Palette } from '../palette'
import { textOf } from '../../strings/text'
import type { Kind, Latest, Line, Points, Timeline } from './kind'
import { options } from './options'

/** Curves over the steps, with a legend that says their values. */
export class Chart {
  readonly #kind: Kind
  readonly #plot: uPlot
  readonly #box: HTMLElement
  readonly #values: HTMLElement[]
  #latest: Latest | null = null
  #marked: number | null = null

  constructor(kind: Kind, palette: Palette, timeline: Timeline) {
    this.#kind = kind
    this.#box = element(`${kind.id}-chart`)
    this.#values = kind.lines.map((line) => legendEntry(`${kind.id}-values`, line))
    const empty: uPlot.AlignedData = [[], ...kind.lines.map(() => [])]
    this.#plot = new uPlot(options(kind, palette, this.#box, timeline), empty, this.#box)
    this.#plot.hooks.setCursor = [
      () => {
        this.#showValues()
      },
    ]
    // Once its scales are those of what is drawn.
    this.#plot.hooks.draw?.push(() => {
      if (this.#marked !== null) this.#mark()
    })
    this.#listen(timeline)
    this.#box.setAttribute('role', 'img')
    this.#describe()
    new ResizeObserver(() => {
      this.#plot.setSize({ width: this.#box.clientWidth, height: this.#box.clientHeight })
    }).observe(this.#box)
  }

  draw({ steps, columns }: Points, latest: Latest | null): void {
    this.#latest = latest
    this.#plot.setData([[...steps], ...columns.map((column) => [...column])])
    this.#showValues()
    this.#describe()
  }

  /** Points at a step as a pointer would, or with null at none. */
  mark(step: number | null): void {
    this.#marked = step
    this.#mark()
  }

  /** Its scales or its numbers are others. */
  rescale(): void {
    this.#plot.redraw(true, true)
  }

  recolour(): void {
    this.#plot.redraw(false)
  }

  #mark(): void {
    const left = this.#marked === null ? -10 : this.#plot.valToPos(this.#marked, 'x')
    this.#plot.setCursor({ left, top: Math.min(left, 0) })
  }

  /** After uPlot's own listeners, which put the cursor away when the pointer leaves. */
  #listen(timeline: Timeline): void {
    const { over } = this.#plot
    over.addEventListener('mousemove', ({ offsetX }) => {
      timeline.pointed(Math.round(this.#plot.posToVal(offsetX, 'x')))
    })
    over.addEventListener('mouseleave', () => {
      timeline.pointed(null)
    })
  }

  /** Tells the latest values to those who cannot see the curves. */
  #describe(): void {
    const { lines, title } = this.#kind
    const latest = this.#latest
    const values = lines.flatMap(({ name }, at) => {
      const value = latest?.values[at] ?? null
      return value === null
        ? []
        : `${textOf(name)} ${this.#kind.number(value)}${latest?.notes?.[at] ?? ''}`
    })
    const sentence = filled(latest ? words.train.lastValues : words.train.noSteps, {
      title: title(),
      step: latest?.step ?? 0,
      values: values.join(words.train.between),
    })
    const { meaning } = latest ?? {}
    this.#box.setAttribute('aria-label', meaning ? `${sentence} ${meaning}` : sentence)
  }

  /** The values under the pointer, or else the latest. */
  #showValues(): void {
    const index = this.#plot.cursor.idx
    this.#kind.lines.forEach(({ isOptional = false }, at) => {
      const pointed = index == null ? undefined : this.#plot.data[at + 1]?.[index]
      const value = pointed ?? this.#latest?.values[at]
      const text = this.#values[at]
      if (!text) return
      const isThere = !isOptional || this.#plot.data[at + 1]?.some(isNumber)
      if (text.parentElement) text.parentElement.hidden = !isThere
      // The notes are on the latest values only.
      const note = pointed == null ? (this.#latest?.notes?.[at] ?? '') : ''
      text.replaceChildren(value == null ? '–' : this.#kind.number(value), make('small', note))
    })
  }
}

const isNumber = (value: unknown) => typeof value === 'number'

function legendEntry(listId: string, { name, is }: Line): HTMLElement {
  const entry = make('div')
  entry.className = is
  const value = make('dd', '–')
  entry.append(make('dt', name), value)
  element(listId).append(entry)
  return value
}
