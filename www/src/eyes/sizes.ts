import './sizes.css'
import type { StepReport, TensorSize, TensorSizes } from '../engine/types'
import type { EyesStrings } from '../strings/eyes'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { oncePerFrame } from '../view/frame'
import { write } from '../view/write'
import { KEPT, Spark } from './spark'
import { placeOf, type Trouble, troubleOf } from './trouble'

/** About so many points a second are asked for. */
const POINTS_A_SECOND = 4
const MOST_APART = 64

/** Sizes of weights and gradients, layer by layer, of both networks. */
export class SizesView {
  readonly root = make('div')
  readonly #onEvery: (steps: number) => void
  readonly #networks: Record<keyof TensorSizes, NetworkTable>
  #every = 1
  #took = 0
  readonly #draw = oncePerFrame(() => {
    for (const table of Object.values(this.#networks)) table.draw()
  })

  /** `onEvery` hears which steps are to report them. */
  constructor(texts: EyesStrings, onEvery: (steps: number) => void) {
    this.#onEvery = onEvery
    this.#networks = {
      generator: new NetworkTable(texts, 'generator'),
      discriminator: new NetworkTable(texts, 'discriminator'),
    }
    this.root.className = 'eyes-sizes'
    this.root.append(...Object.values(this.#networks).map(({ root }) => root))
  }

  began(): void {
    for (const table of Object.values(this.#networks)) table.clear()
    this.rest()
    this.#draw()
  }

  /** Single steps are all reported. */
  rest(): void {
    this.#took = 0
    this.#ask(1)
  }

  took(reports: readonly StepReport[]): void {
    const found = reports.flatMap(({ sizes }) => (sizes ? [sizes] : []))
    for (const sizes of found) {
      this.#networks.generator.add(sizes.generator)
      this.#networks.discriminator.add(sizes.discriminator)
    }
    if (found.length > 0) this.#draw()
    this.#adapt(reports.length)
  }

  /** Asks for fewer where steps are fast. */
  #adapt(steps: number): void {
    const now = performance.now()
    const seconds = (now - this.#took) / 1000
    const isFirst = this.#took === 0
    this.#took = now
    if (isFirst || seconds <= 0) return
    const apart = steps / seconds / POINTS_A_SECOND
    const power = 2 ** Math.round(Math.log2(Math.max(1, apart)))
    this.#ask(Math.min(MOST_APART, power))
  }

  #ask(every: number): void {
    if (every === this.#every) return
    this.#every = every
    this.#onEvery(every)
  }

  /** Which steps are to report them, as far as is known. */
  get every(): number {
    return this.#every
  }
}

interface Row {
  weights: (number | null)[]
  gradients: (number | null)[]
}

/** One network's layers. */
class NetworkTable {
  readonly root = make('table')
  readonly #texts: EyesStrings
  readonly #rows = new Map<string, { series: Row; view: RowView }>()
  readonly #body = make('tbody')
  readonly #none: HTMLElement

  constructor(texts: EyesStrings, network: keyof TensorSizes) {
    this.#texts = texts
    this.root.className = network
    this.root.dataset['network'] = network
    const head = make('thead')
    const row = make('tr')
    for (const name of ['layer', 'weights', 'gradients'] as const) {
      const cell = make('th', () => texts[name])
      cell.scope = 'col'
      row.append(cell)
    }
    head.append(row)
    this.#none = make('td', () => texts.noSizes)
    this.#none.setAttribute('colspan', '3')
    this.root.append(
      make('caption', () => texts[network]),
      head,
      this.#body,
    )
    this.clear()
  }

  clear(): void {
    this.#rows.clear()
    const row = make('tr')
    row.append(this.#none)
    this.#body.replaceChildren(row)
  }

  /** Weights alone: a bias before a normalisation has no gradient by its nature. */
  add(sizes: readonly TensorSize[]): void {
    const own = sizes.filter(({ name }) => name.endsWith('weight'))
    const isFirst = this.#rows.size === 0
    for (const { name, weight, gradient } of own) {
      const { series } = this.#row(name)
      keep(series.weights, weight)
      // A network that stood still has none: its line waits.
      if (gradient !== undefined) keep(series.gradients, gradient)
    }
    if (isFirst)
      this.#body.replaceChildren(...[...this.#rows.values()].map(({ view }) => view.root))
  }

  draw(): void {
    const rows = [...this.#rows.values()]
    const last = rows.map(({ series }) => series.gradients.at(-1) ?? 0)
    const largest = Math.max(0, ...last)
    for (const { series, view } of rows) view.draw(series, troubleOf(series.gradients, largest))
  }

  #row(name: string): { series: Row; view: RowView } {
    const known = this.#rows.get(name)
    if (known) return known
    const made = { series: { weights: [], gradients: [] }, view: new RowView(name, this.#texts) }
    this.#rows.set(name, made)
    return made
  }
}

function keep(series: (number | null)[], size: number | null): void {
  series.push(size)
  if (series.length > KEPT) series.shift()
}

class RowView {
  readonly root = make('tr')
  readonly #texts: EyesStrings
  readonly #cells = [new Cell(), new Cell()] as const
  readonly #mark = make('strong')

  constructor(name: string, texts: EyesStrings) {
    this.#texts = texts
    const title = make('th', placeOf(name))
    title.scope = 'row'
    title.append(this.#mark)
    this.root.append(title, ...this.#cells.map(({ root }) => root))
    this.root.dataset['tensor'] = name
  }

  draw({ weights, gradients }: Row, trouble: Trouble): void {
    this.#cells[0].draw(weights)
    this.#cells[1].draw(gradients)
    this.root.dataset['trouble'] = trouble ?? ''
    write(this.#mark, () =>
      trouble === null ? '' : filled(' {mark}', { mark: this.#texts[trouble] }),
    )
  }
}

class Cell {
  readonly root = make('td')
  readonly #spark = new Spark()
  readonly #value = make('span')

  constructor() {
    this.root.append(this.#spark.svg, this.#value)
  }

  draw(sizes: readonly (number | null)[]): void {
    this.#spark.draw(sizes)
    const last = sizes.at(-1)
    this.#value.textContent = last === undefined ? '–' : last === null ? '∞' : last.toPrecision(2)
  }
}
