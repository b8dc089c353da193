import type { EyesStrings } from '../strings/eyes'
import { type Grid, imageData } from '../shared/picture'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { showSmoothly } from '../view/smooth'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import { score } from './score'

/** What bars are drawn on: from nothing to full. */
export interface Scale {
  low: number
  high: number
}

/** One grid's images, each with a bar of its verdict beneath; one is picked by mouse or keys. */
export class Tiles {
  readonly root = make('figure')
  readonly #texts: EyesStrings
  readonly #list = make('div')
  readonly #told = make('figcaption')
  readonly #onPick: (index: number) => void
  readonly #name: () => string
  #tiles: Tile[] = []
  /** Which image stands in each place. */
  #order: number[] = []
  #columns = 1
  #picked: number | null = null

  constructor(texts: EyesStrings, id: string, name: () => string, onPick: (index: number) => void) {
    this.#texts = texts
    this.#name = name
    this.#onPick = onPick
    this.root.id = id
    const list = this.#list
    list.className = 'eyes-tiles'
    list.tabIndex = 0
    list.setAttribute('role', 'listbox')
    write(list, name, 'aria-label')
    list.addEventListener('keydown', (event) => {
      this.#key(event)
    })
    list.addEventListener('click', ({ target }) => {
      const place = this.#tiles.findIndex(({ root }) => root.contains(target as Node))
      if (place >= 0) this.#pick(place)
    })
    this.root.append(make('h4', name), list, this.#told)
  }

  /** The images with their verdicts, sorted by these or as in the grid. */
  show(grid: Grid, verdicts: readonly (number | null)[], scale: Scale, isSorted: boolean): void {
    const indices = verdicts.map((_, index) => index)
    const value = (index: number) => verdicts[index] ?? Number.POSITIVE_INFINITY
    this.#order = isSorted ? indices.sort((one, other) => value(other) - value(one)) : indices
    this.#columns = grid.columns
    this.#list.style.setProperty('--columns', String(grid.columns))
    this.#make(this.#order.length)
    const picture = imageData(grid)
    this.#order.forEach((index, place) => {
      this.#tiles[place]?.show(grid, picture, index, verdicts[index] ?? null, scale)
      const verdict = verdicts[index] ?? null
      const label = () => filled(this.#texts.tile, { number: index + 1, verdict: score(verdict) })
      const tile = this.#tiles[place]
      if (tile) write(tile.root, label, 'aria-label')
    })
    this.#mark()
  }

  tell(sentence: Text): void {
    write(this.#told, sentence)
  }

  /** The image that is picked; none when it is one of the other grid. */
  set picked(index: number | null) {
    this.#picked = index
    this.#mark()
  }

  #make(count: number): void {
    if (this.#tiles.length === count) return
    this.#tiles = Array.from({ length: count }, (_, place) => new Tile(`${this.root.id}-${place}`))
    this.#list.replaceChildren(...this.#tiles.map(({ root }) => root))
  }

  #mark(): void {
    const place = this.#picked === null ? -1 : this.#order.indexOf(this.#picked)
    this.#tiles.forEach(({ root }, at) => {
      root.setAttribute('aria-selected', String(at === place))
    })
    const tile = this.#tiles[place]
    if (tile) this.#list.setAttribute('aria-activedescendant', tile.root.id)
    else this.#list.removeAttribute('aria-activedescendant')
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const last = this.#tiles.length - 1
    const at = this.#picked === null ? -1 : this.#order.indexOf(this.#picked)
    const columns = this.#columns
    const places: Partial<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at - columns,
      ArrowDown: at < 0 ? 0 : at + columns,
      Home: 0,
      End: last,
    }
    const place = places[event.key]
    if (place === undefined) return
    // The page is not to scroll, nor to take the key for one of its own.
    event.preventDefault()
    event.stopPropagation()
    if (at < 0) this.#pick(0)
    else if (place >= 0 && place <= last) this.#pick(place)
  }

  #pick(place: number): void {
    const index = this.#order[place]
    if (index !== undefined) this.#onPick(index)
  }

  /** What the grid is called. */
  get name(): string {
    return this.#name()
  }
}

class Tile {
  readonly root = make('div')
  readonly #canvas = make('canvas')
  readonly #bar = make('i')

  constructor(id: string) {
    this.root.id = id
    this.root.setAttribute('role', 'option')
    const track = make('span')
    track.append(this.#bar)
    this.root.append(this.#canvas, track)
  }

  show(
    grid: Grid,
    picture: ImageData,
    index: number,
    verdict: number | null,
    { low, high }: Scale,
  ): void {
    const { width, height, columns } = grid
    const canvas = this.#canvas
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
    canvas.getContext('2d')?.putImageData(picture, -x, -y, x, y, width, height)
    showSmoothly(canvas, grid)
    const share = verdict === null ? 0 : (verdict - low) / (high - low || 1)
    this.#bar.style.inlineSize = `${100 * Math.max(0, Math.min(1, share))}%`
  }
}
