import { type Frame, unpacked } from '../past/frame'
import { drawOn } from '../shared/picture'
import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { decimal, wholeNumber } from '../view/numbers'
import { showSmoothly } from '../view/smooth'
import type { Drawn } from './curves'
import { LOOKS, swatch } from './looks'
import { frameAt, lengthOf } from './run'

/** Places of the slider in seconds: tenths. */
const TENTHS = 10

/** The samples of several runs beside each other, at one step or one second. */
export class Grids {
  readonly box = make('div')
  readonly #texts: RunsTexts
  readonly #slider = make('input')
  readonly #said = make('output')
  readonly #figures = make('div')
  readonly #cells = new Map<string, Cell>()
  #drawn: Drawn = { runs: [], by: 'steps' }
  #framesOf: (id: string) => readonly Frame[] = () => []
  /** Whether the slider stands at the end, where it stays when a run goes on. */
  #isAtEnd = true

  constructor(texts: RunsTexts) {
    this.#texts = texts
    const slider = this.#slider
    Object.assign(slider, { id: 'runs-at', type: 'range', min: '0', value: '0' })
    slider.addEventListener('input', () => {
      this.#isAtEnd = slider.value === slider.max
      this.#show()
    })
    const label = make('label', () => texts.samplesAt)
    label.htmlFor = slider.id
    this.#said.htmlFor.value = slider.id
    const choice = make('div')
    choice.className = 'runs-at'
    choice.append(label, slider, this.#said)
    this.#figures.className = 'runs-grids'
    this.box.append(
      make('h3', () => texts.samples),
      choice,
      this.#figures,
    )
  }

  draw(drawn: Drawn, framesOf: (id: string) => readonly Frame[]): void {
    if (drawn.by !== this.#drawn.by) this.#isAtEnd = true
    this.#drawn = drawn
    this.#framesOf = framesOf
    const most = Math.max(0, ...drawn.runs.map(({ run }) => lengthOf(run, drawn.by)))
    const slider = this.#slider
    slider.step = '1'
    slider.max = String(drawn.by === 'steps' ? most : Math.ceil(most * TENTHS))
    if (this.#isAtEnd) slider.value = slider.max
    slider.disabled = drawn.runs.length === 0
    this.#arrange()
    this.#show()
  }

  /** A figure for each run, which stays as long as the run is compared. */
  #arrange(): void {
    const { runs } = this.#drawn
    for (const id of this.#cells.keys()) {
      if (!runs.some(({ run }) => run.id === id)) this.#cells.delete(id)
    }
    const cells = runs.map(({ run: { id }, look }) => {
      const cell = this.#cells.get(id) ?? new Cell(this.#texts, look)
      this.#cells.set(id, cell)
      return cell.figure
    })
    if (cells.some((figure, at) => this.#figures.children[at] !== figure)) {
      this.#figures.replaceChildren(...cells)
    }
    while (this.#figures.children.length > cells.length) this.#figures.lastElementChild?.remove()
  }

  #show(): void {
    const { runs, by } = this.#drawn
    const at = this.#slider.valueAsNumber / (by === 'steps' ? 1 : TENTHS)
    const { step, second } = this.#texts
    const said =
      by === 'steps'
        ? filled(step, { step: wholeNumber(at) })
        : filled(second, { seconds: decimal(at, 1) })
    this.#slider.setAttribute('aria-valuetext', said)
    this.#said.textContent = said
    for (const { run } of runs) {
      void this.#cells.get(run.id)?.show(run.name, frameAt(run, this.#framesOf(run.id), by, at))
    }
  }
}

/** The samples of one run, with the step that they are really of. */
class Cell {
  readonly figure = make('figure')
  readonly #texts: RunsTexts
  readonly #canvas = make('canvas')
  readonly #text = make('span')
  #frame: Frame | null = null

  constructor(texts: RunsTexts, look: number) {
    this.#texts = texts
    this.#canvas.setAttribute('role', 'img')
    this.#canvas.hidden = true
    const caption = make('figcaption')
    const looks = LOOKS[look]
    if (looks) caption.append(swatch(looks))
    caption.append(this.#text)
    this.figure.append(this.#canvas, caption)
  }

  async show(name: string, frame: Frame | null): Promise<void> {
    const { shown, noSamples } = this.#texts
    const said = frame
      ? filled(shown, { name, step: wholeNumber(frame.step) })
      : filled(noSamples, { name })
    if (this.#text.textContent !== said) this.#text.textContent = said
    this.#canvas.setAttribute('aria-label', said)
    if (frame === this.#frame) return
    this.#frame = frame
    this.#canvas.hidden = frame === null
    // A picture that cannot be read is none.
    const grid = frame && (await unpacked(frame).catch(() => null))?.grid
    if (frame !== this.#frame) return
    this.#canvas.hidden = !grid
    if (frame && !grid) this.#text.textContent = filled(noSamples, { name })
    if (!grid) return
    drawOn(this.#canvas, grid)
    showSmoothly(this.#canvas, grid)
  }
}
