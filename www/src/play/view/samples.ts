import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Points } from '../../drawing/way'
import { joined } from '../../shared/numbers'
import { button, element, input, make, select } from '../../view/elements'
import { complain, numberIn } from '../../view/fields'
import { decimal } from '../../view/numbers'
import { speak } from '../../view/sliders'
import type { Text } from '../../strings/text'
import type { Desk } from '../desk'
import { Latest } from '../latest'
import type { Model } from '../model'
import { pointAt, type Sample } from '../sample'
import { Sheet } from './sheet'

/** Samples that stand in for pinned ones. */
const FIRSTS = 4
/** Rows are drawn together as long as that takes no longer than this. */
const MILLISECONDS_AT_A_TIME = 50
const ALL = 'all'
const SEEDS = { least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true }

/** The grid of samples of a seed, and how they are drawn. */
export class SamplesView {
  readonly #desk: Desk
  readonly #onError: (thrown: unknown) => void
  readonly #sheet: Sheet
  readonly #latest: Latest
  #points: Points | null = null
  #picked: number | null = null
  /** The drawing of which the first samples were taken. */
  #begun: unknown = null
  #visible = false
  #describe = (): void => undefined

  constructor(desk: Desk, onError: (thrown: unknown) => void) {
    this.#desk = desk
    this.#onError = onError
    this.#latest = new Latest(onError)
    this.#sheet = new Sheet(element('play-samples'), {
      name: (index) => filled(words.play.sample, { index }),
      onPick: (index) => {
        this.#pick(index)
      },
    })
    input('play-seed').addEventListener('change', () => {
      const names = { name: () => words.frame.seed, wrong: 'samples-wrong' }
      const seed = numberIn(input('play-seed'), SEEDS, names)
      if (seed !== null) desk.draw({ seed })
    })
    button('new-samples').addEventListener('click', () => {
      desk.draw({ seed: desk.drawing.seed + 1 })
    })
    input('truncation').addEventListener('input', () => {
      desk.draw({ truncation: input('truncation').valueAsNumber })
    })
    select('label').addEventListener('change', () => {
      const { value } = select('label')
      desk.draw({ label: value === ALL ? null : Number(value) })
    })
    desk.on(['model'], () => {
      this.#offer(desk.model?.labels ?? [])
    })
    desk.on(['model', 'drawing'], () => {
      this.#show()
      this.#draw()
    })
    onLanguage(() => {
      const { truncation } = desk.drawing
      showTruncation(truncation)
      this.#describe()
    })
    desk.on(['picked'], () => {
      if (this.#picked !== null) this.#mark(null)
    })
  }

  /** Draws only while it is seen, and then what is missing. */
  set visible(visible: boolean) {
    this.#visible = visible
    if (visible && this.#begun !== this.#desk.drawing) this.#draw()
  }

  get canvas(): HTMLCanvasElement {
    return this.#sheet.canvas
  }

  /** The samples as they are shown. */
  async samples(): Promise<Sample[]> {
    const { model } = this.#desk
    if (!model) return []
    const { count } = layout(model)
    return await this.#samples(
      model,
      Array.from({ length: count }, (_, at) => at),
    )
  }

  #draw(): void {
    this.#latest.ask(async (isStale) => {
      const { model, drawing } = this.#desk
      if (!model) return
      const { columns } = layout(model)
      const isUnwanted = () => isStale() || model !== this.#desk.model || !this.#visible
      this.#points = null
      const points = await this.#rows(model, isUnwanted)
      this.#points = points
      // Whatever came in between, as a new engine, there is one that is picked in the end.
      if (!points || (this.#begun === drawing && this.#desk.picked)) return
      this.#begun = drawing
      element('play-samples').dataset['drawn'] =
        `${drawing.seed}/${drawing.truncation}/${drawing.label}`
      for (const id of ['save-samples', 'save-latents']) button(id).disabled = false
      const firsts = Array.from({ length: FIRSTS }, (_, at) => at * (columns + 1))
      this.#desk.begin(await this.#samples(model, firsts))
      if (!this.#desk.picked || this.#picked !== null) this.#pick(this.#picked ?? 0)
    })
  }

  /**
   * Draws row by row, so that a slow generator shows what it has, and anything else gets its turn. Gives
   * the points of all, or null once they are not wanted any more.
   */
  async #rows(model: Model, isUnwanted: () => boolean): Promise<Points | null> {
    const { columns, count } = layout(model)
    const { seed, truncation, label } = this.#desk.drawing
    this.#sheet.lay(count, columns, model.header.image)
    this.#describe = () => {
      this.#sheet.describe(filled(words.play.samplesOfSeed, { count, seed }))
    }
    this.#describe()
    const drawn: Points[] = []
    let rows = 1
    for (let first = 0; first < count;) {
      if (isUnwanted()) return null
      const more = Math.min(rows * columns, count - first)
      const before = performance.now()
      const classes = model.classes(more, label, first)
      const way = { kind: 'samples', seed, first, count: more, truncation, classes } as const
      const picture = await model.draw(way, columns)
      if (model !== this.#desk.model) return null
      this.#sheet.put(picture, first)
      drawn.push(picture)
      if (performance.now() - before < MILLISECONDS_AT_A_TIME) rows *= 2
      first += more
    }
    if (isUnwanted()) return null
    return {
      latents: joined(drawn.map(({ latents }) => latents)),
      classes: joined(drawn.map(({ classes }) => classes)),
    }
  }

  #pick(index: number): void {
    const { model } = this.#desk
    if (!model) return
    this.#samples(model, [index])
      .then(([sample]) => {
        if (!sample || model !== this.#desk.model) return
        this.#desk.pick(sample)
        this.#mark(index)
      })
      .catch(this.#onError)
  }

  #mark(index: number | null): void {
    this.#picked = index
    this.#sheet.mark(index)
  }

  /** As drawn they have short names; nearer to the mean they are points as any other. */
  async #samples(model: Model, indices: readonly number[]): Promise<Sample[]> {
    const { seed, truncation, label } = this.#desk.drawing
    const points = this.#points
    const at = (index: number) => points && pointAt(points, model.header, index)
    if (truncation !== 1 && points) {
      return await model.samples(indices.map((index) => pointAt(points, model.header, index)))
    }
    const drawn = indices.map((index) => model.drawn(seed, index, label, at(index)?.latent))
    return await Promise.all(drawn)
  }

  #show(): void {
    const { seed, truncation, label } = this.#desk.drawing
    input('play-seed').value = String(seed)
    complain(input('play-seed'), 'samples-wrong', null)
    input('truncation').valueAsNumber = truncation
    showTruncation(truncation)
    select('label').value = label === null ? ALL : String(label)
  }

  #offer(labels: readonly string[]): void {
    element('label-choice').hidden = labels.length === 0
    const option = (text: Text, value: string) => {
      const made = make('option', text)
      made.value = value
      return made
    }
    select('label').replaceChildren(
      option(() => words.play.allInTurn, ALL),
      ...labels.map((label, at) => option(label, String(at))),
    )
  }
}

function showTruncation(truncation: number): void {
  element('truncation-value').textContent = decimal(truncation, 2)
  speak(input('truncation'), decimal(truncation, 2))
}

/** About a square; with a few classes that take turns, a column for each. */
function layout({ header, labels }: Model): { columns: number; count: number } {
  const { width, height } = header.image
  const small = Math.max(width, height) <= 32
  const columns = labels.length > 3 && labels.length <= 12 ? labels.length : small ? 8 : 6
  return { columns, count: columns * (small ? 8 : 6) }
}
