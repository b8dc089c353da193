import './nearest.css'
import { asError, messageOf } from '../engine/errors'
import type { Engine, NearestImages } from '../engine/types'
import { drawOn, type Grid } from '../shared/picture'
import { nearestTexts, type NearestTexts } from '../strings/nearest'
import { filled } from '../strings/strings'
import { element, make } from '../view/elements'
import { decimal, percent, wholeNumber } from '../view/numbers'
import { showSmoothly } from '../view/smooth'
import { write } from '../view/write'
import { cellAt, imageAt, placeMark } from './pick'

/** Real images that are shown. */
const COUNT = 6
/** Milliseconds without another choice before a search begins. */
const PAUSE = 200

export interface PanelHooks {
  engine(): Pick<Engine, 'nearest'>
  /** The samples that are shown. */
  grid(): Grid | null
  /** What shows them, and the button that opens the panel. */
  canvas: HTMLCanvasElement
  opener: HTMLButtonElement
}

/** Shows which real images a sample is nearest to, and whether that is nearer than they are to each other. */
export class NearestPanel {
  readonly #hooks: PanelHooks
  readonly #texts: NearestTexts
  readonly #section = element('nearest')
  readonly #mark = make('div')
  readonly #slider = make('input')
  readonly #number = make('output')
  readonly #sample = make('canvas')
  readonly #found = make('ol')
  readonly #verdict = make('p')
  readonly #progress = make('progress')
  #waiting: ReturnType<typeof setTimeout> | undefined
  /** Counts searches: what an earlier one brings is no longer wanted. */
  #search = 0

  static async create(hooks: PanelHooks): Promise<NearestPanel> {
    return new NearestPanel(hooks, await nearestTexts())
  }

  private constructor(hooks: PanelHooks, texts: NearestTexts) {
    this.#hooks = hooks
    this.#texts = texts
    this.#build()
  }

  /** Shows it, for this image or for the one that was picked last. */
  open(index: number | null): void {
    const grid = this.#hooks.grid()
    if (!grid) return
    const wasHidden = this.#section.hidden
    this.#section.hidden = this.#mark.hidden = false
    this.#hooks.opener.setAttribute('aria-expanded', 'true')
    this.#slider.max = String(grid.columns * grid.rows)
    if (index !== null) this.#slider.value = String(index + 1)
    this.#pick()
    if (wasHidden && index === null) this.#slider.focus()
  }

  #close(): void {
    this.#search += 1
    clearTimeout(this.#waiting)
    this.#section.hidden = this.#mark.hidden = true
    this.#hooks.opener.setAttribute('aria-expanded', 'false')
    this.#hooks.opener.focus()
  }

  #build(): void {
    const texts = this.#texts
    const heading = make('h3', () => texts.title)
    heading.id = 'nearest-title'
    const close = make('button', () => texts.close)
    close.type = 'button'
    close.addEventListener('click', () => {
      this.#close()
    })
    const again = make('button', () => texts.again)
    again.type = 'button'
    again.addEventListener('click', () => {
      this.open(null)
    })
    const head = make('div')
    head.className = 'nearest-head'
    head.append(heading, again, close)

    const slider = this.#slider
    Object.assign(slider, { id: 'nearest-sample', type: 'range', min: '1', max: '64', value: '1' })
    slider.addEventListener('input', () => {
      this.#pick()
    })
    const label = make('label', () => texts.sample)
    label.htmlFor = slider.id
    const choice = make('div')
    choice.className = 'nearest-choice'
    choice.append(label, slider, this.#number)

    const own = make('figure')
    this.#sample.setAttribute('role', 'img')
    own.append(
      this.#sample,
      make('figcaption', () => texts.picked),
    )
    const images = make('div')
    images.className = 'nearest-images'
    write(this.#found, () => texts.found, 'aria-label')
    images.append(own, this.#found)

    write(this.#progress, () => texts.searching, 'aria-label')
    this.#verdict.setAttribute('role', 'status')
    this.#verdict.id = 'nearest-verdict'
    this.#mark.className = 'nearest-mark'
    this.#hooks.canvas.parentElement?.append(this.#mark)
    this.#section.setAttribute('aria-labelledby', heading.id)
    this.#section.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#close()
    })
    const help = make('p', () => texts.help)
    help.className = 'help'
    this.#section.append(head, choice, images, this.#progress, this.#verdict, help)
  }

  /** Takes the image that the slider says, as it is shown now. */
  #pick(): void {
    const grid = this.#hooks.grid()
    if (!grid) return
    const cell = cellAt(
      grid,
      Math.min(this.#slider.valueAsNumber - 1, grid.columns * grid.rows - 1),
    )
    const { index, row, column } = cell
    placeMark(this.#mark, this.#hooks.canvas, grid, cell)
    const place = { number: index + 1, row: row + 1, column: column + 1 }
    const spoken = () => filled(this.#texts.place, place)
    write(this.#slider, spoken, 'aria-valuetext')
    this.#number.textContent = String(index + 1)
    const image = imageAt(grid, index)
    drawOn(this.#sample, image)
    showSmoothly(this.#sample, image)
    write(this.#sample, spoken, 'aria-label')
    this.#search += 1
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#find(image), PAUSE)
  }

  async #find(image: Grid): Promise<void> {
    const search = (this.#search += 1)
    const isLate = () => search !== this.#search
    this.#found.replaceChildren()
    write(this.#verdict, () => this.#texts.searching)
    this.#progress.hidden = false
    this.#progress.removeAttribute('value')
    try {
      const rgba = new Uint8Array(image.rgba)
      const found = await this.#hooks.engine().nearest(rgba, COUNT, (done, total) => {
        if (!isLate() && total) this.#progress.value = done / total
      })
      if (!isLate()) this.#show(found)
    } catch (thrown) {
      const error = asError(thrown)
      if (!isLate() && error.name !== 'Superseded') {
        write(this.#verdict, () => messageOf(error))
      }
    } finally {
      if (!isLate()) this.#progress.hidden = true
    }
  }

  #show(found: NearestImages): void {
    const { grid, distances, classes } = found
    const items = distances.map((distance, index) => {
      const item = make('li')
      const picture = make('canvas')
      const image = imageAt(grid, index)
      drawOn(picture, image)
      showSmoothly(picture, image)
      const name = classes[index] ?? ''
      const near = () => decimal(distance, 1)
      picture.setAttribute('role', 'img')
      const spoken = name ? 'labelled' : 'image'
      const label = () => filled(this.#texts[spoken], { number: index + 1, distance: near(), name })
      write(picture, label, 'aria-label')
      item.append(picture, make('span', near))
      if (name) item.append(make('span', name))
      return item
    })
    this.#found.replaceChildren(...items)
    write(this.#verdict, () => this.#sentence(found))
  }

  /** How near the nearest is, and what that means beside real images. */
  #sentence({ distances: [nearest = 0], images, real }: NearestImages): string {
    const { distance, nearer, usual, further } = this.#texts
    const said = filled(distance, {
      images: wholeNumber(images),
      distance: decimal(nearest, 1),
    })
    if (!real) return said
    const { count, least, median } = real
    const values = {
      count,
      least: decimal(least, 1),
      median: decimal(median, 1),
      share: median > 0 ? percent(nearest / median) : '',
    }
    const meaning = nearest < least ? nearer : nearest <= median ? usual : further
    return `${said} ${filled(meaning, values)}`
  }
}
