import { type Grid, imageData } from '../../shared/picture'
import { onLanguage } from '../../strings/page'
import { make } from '../../view/elements'
import { showSmoothly } from '../../view/smooth'

export interface SheetHooks {
  /** What image number `index` is called. */
  name(index: number): string
  onPick(index: number): void
}

/** Images side by side on one canvas, each of which can be picked by pointer or keyboard. */
export class Sheet {
  readonly canvas = make('canvas')
  readonly #picture = make('div')
  readonly #cells = make('div')
  readonly #hooks: SheetHooks
  #columns = 1
  #count = 0
  #image = { width: 1, height: 1 }

  constructor(box: HTMLElement, hooks: SheetHooks) {
    this.#hooks = hooks
    this.canvas.setAttribute('role', 'img')
    this.#cells.className = 'cells'
    this.#picture.className = 'sheet'
    this.#picture.append(this.canvas, this.#cells)
    box.append(this.#picture)
    this.#cells.addEventListener('click', (event) => {
      const index = this.#indexOf(event.target)
      if (index >= 0) hooks.onPick(index)
    })
    onLanguage(() => {
      this.#nameCells()
    })
    this.#cells.addEventListener('keydown', (event) => {
      this.#move(event)
    })
  }

  describe(sentence: string): void {
    if (this.canvas.getAttribute('aria-label') === sentence) return
    this.canvas.setAttribute('aria-label', sentence)
    this.#nameCells()
  }

  #nameCells(): void {
    for (const [index, cell] of [...this.#cells.children].entries()) {
      cell.setAttribute('aria-label', this.#hooks.name(index))
    }
  }

  /** Makes room for `count` images; what is drawn stays where the room is the same. */
  lay(count: number, columns: number, image: { width: number; height: number }): void {
    const [across, down] = [columns * image.width, Math.ceil(count / columns) * image.height]
    // Setting a canvas's size clears it, even to the same size.
    if (this.canvas.width !== across || this.canvas.height !== down) {
      this.canvas.width = across
      this.canvas.height = down
      this.#picture.style.setProperty('--ratio', String(across / down))
    }
    showSmoothly(this.canvas, image)
    this.#image = image
    if (count === this.#count && columns === this.#columns) return
    this.#columns = columns
    this.#count = count
    this.#cells.style.setProperty('--columns', String(columns))
    this.#cells.style.setProperty('--rows', String(Math.ceil(count / columns)))
    this.#cells.replaceChildren(...Array.from({ length: count }, (_, index) => this.#cell(index)))
  }

  /** Draws the images of a grid that is as wide, from image number `first` on, which begins a row. */
  put(grid: Grid, first: number): void {
    const top = Math.floor(first / this.#columns) * this.#image.height
    this.canvas.getContext('2d')?.putImageData(imageData(grid), 0, top)
  }

  /** Marks the one that is picked. */
  mark(index: number | null): void {
    for (const [at, cell] of [...this.#cells.children].entries()) {
      cell.setAttribute('aria-pressed', String(at === index))
    }
  }

  #cell(index: number): HTMLButtonElement {
    const cell = make('button')
    cell.type = 'button'
    cell.tabIndex = index === 0 ? 0 : -1
    cell.setAttribute('aria-label', this.#hooks.name(index))
    return cell
  }

  #indexOf(target: EventTarget | null): number {
    return [...this.#cells.children].findIndex((cell) => cell === target)
  }

  /** The arrow keys go from image to image; only one of them is a stop of the Tab key. */
  #move(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -this.#columns,
      ArrowDown: this.#columns,
    }
    const step = steps[event.key]
    const from = this.#indexOf(event.target)
    if (step === undefined || from < 0) return
    const to = this.#cells.children[from + step]
    event.preventDefault()
    if (!(to instanceof HTMLButtonElement) || !(event.target instanceof HTMLButtonElement)) return
    event.target.tabIndex = -1
    to.tabIndex = 0
    to.focus()
  }
}
