import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Points } from '../../engine/model'
import { button, element, input, make, select } from '../../view/elements'
import { complain, numberIn } from '../../view/fields'
import { decimal } from '../../view/numbers'
import { speak } from '../../view/sliders'
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
      const names = { name: words.frame.seed, wrong: 'samples-wrong' }
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
    return await Promise.all(Array.from({ length: count }, (_, at) => this.#sample(model, at)))
  }

  #draw(): void {
    this.#latest.ask(async (isStale) => {
      const { model, drawing } = this.#desk
      if (!model) return
      const { columns, count } = layout(model)
      const drawn = await model.engine.latents(count, drawing.seed)
      const latents =
        drawing.truncation === 1 ? drawn : await model.engine.truncated(drawn, drawing.truncation)
      const points = { latents, classes: model.classes(count, drawing.label) }
      const isUnwanted = () => isStale() || model !== this.#desk.model || !this.#visible
      if (isUnwanted()) return
      this.#points = points
      await this.#rows(model, points, isUnwanted)
      // Whatever came in between, as a new engine, there is one that is picked in the end.
      if (isUnwanted() || (this.#begun === drawing && this.#desk.picked)) return
      this.#begun = drawing
      element('play-samples').dataset['drawn'] =
        `${drawing.seed}/${drawing.truncation}/${drawing.label}`
      for (const id of ['save-samples', 'save-latents']) button(id).disabled = false
      const firsts = Array.from({ length: FIRSTS }, (_, at) =>
        this.#sample(model, at * (columns + 1)),
      )
      this.#desk.begin(await Promise.all(firsts))
      if (!this.#desk.picked || this.#picked !== null) this.#pick(this.#picked ?? 0)
    })
  }

  /** Draws row by row, so that a slow generator shows what it has, and anything else gets its turn. */
  async #rows(model: Model, points: Points, isUnwanted: () => boolean): Promise<void> {
    const { columns, count } = layout(model)
    const { dimension } = model.header.latent
    const kinds = model.labels.length
    this.#sheet.lay(count, columns, model.header.image)
    const { seed } = this.#desk.drawing
    this.#sheet.describe(filled(words.play.samplesOfSeed, { count, seed }))
    let rows = 1
    for (let done = 0; done < count && !isUnwanted();) {
      const end = Math.min(done + rows * columns, count)
      const before = performance.now()
      const part = {
        latents: points.latents.slice(done * dimension, end * dimension),
        classes: points.classes.slice(done * kinds, end * kinds),
      }
      const grid = await model.draw(part, columns)
      if (model !== this.#desk.model) return
      this.#sheet.put(grid, done)
      if (performance.now() - before < MILLISECONDS_AT_A_TIME) rows *= 2
      done = end
    }
  }

  #pick(index: number): void {
    const { model } = this.#desk
    if (!model) return
    this.#sample(model, index)
      .then((sample) => {
        if (model !== this.#desk.model) return
        this.#desk.pick(sample)
        this.#mark(index)
      })
      .catch(this.#onError)
  }

  #mark(index: number | null): void {
    this.#picked = index
    this.#sheet.mark(index)
  }

  /** As drawn it has a short name; nearer to the mean it is a point as any other. */
  async #sample(model: Model, index: number): Promise<Sample> {
    const { seed, truncation, label } = this.#desk.drawing
    if (truncation === 1 || !this.#points) return await model.drawn(seed, index, label)
    return await model.sample(pointAt(this.#points, model.header, index))
  }

  #show(): void {
    const { seed, truncation, label } = this.#desk.drawing
    input('play-seed').value = String(seed)
    complain(input('play-seed'), 'samples-wrong', null)
    input('truncation').valueAsNumber = truncation
    element('truncation-value').textContent = decimal(truncation, 2)
    speak(input('truncation'), decimal(truncation, 2))
    select('label').value = label === null ? ALL : String(label)
  }

  #offer(labels: readonly string[]): void {
    element('label-choice').hidden = labels.length === 0
    const option = (text: string, value: string) => {
      const made = make('option', text)
      made.value = value
      return made
    }
    select('label').replaceChildren(
      option(words.play.allInTurn, ALL),
      ...labels.map((label, at) => option(label, String(at))),
    )
  }
}

/** About a square; with a few classes that take turns, a column for each. */
function layout({ header, labels }: Model): { columns: number; count: number } {
  const { width, height } = header.image
  const small = Math.max(width, height) <= 32
  const columns = labels.length > 3 && labels.length <= 12 ? labels.length : small ? 8 : 6
  return { columns, count: columns * (small ? 8 : 6) }
}
