import { openDrawer, type Opened } from './drawer'
import type { Calls, Header, Numbers, Opening, Picture, Points, Way } from './protocol'

/** What draws: a generator, and what may be asked of it. */
export class Service implements Calls {
  #opened: (Opened & { header: Header }) | null = null

  async open(opening: Opening): Promise<Header> {
    const opened = await openDrawer(opening)
    const header = JSON.parse(opened.drawer.header()) as Header
    this.#opened = { ...opened, header }
    return header
  }

  close(): void {
    this.#opened?.drawer.free()
    this.#opened = null
  }

  latents(count: number, seed: number, truncation: number): Numbers {
    const { drawer } = this.#open
    const latents = drawer.latents(count, seed)
    return (truncation === 1 ? latents : drawer.truncated(latents, truncation)).slice()
  }

  async directions(): Promise<Numbers> {
    const found = await this.#open.drawer.directions()
    const vectors = found.vectors().slice()
    found.free()
    return vectors
  }

  async draw(way: Way, columns: number): Promise<Picture> {
    const { drawer } = this.#open
    const { latents, classes } = this.#points(way)
    const grid = await drawer.draw(latents, classes, columns)
    try {
      const { rows, width, height } = grid
      const rgba = new Uint8ClampedArray(grid.rgba())
      return { width: width * grid.columns, height: height * rows, rgba, latents, classes }
    } finally {
      grid.free()
    }
  }

  #points(way: Way): Points {
    if (way.kind === 'points') return way
    const { drawer, along, header } = this.#open
    const { dimension } = header.latent
    const kinds = header.labels?.length ?? 0
    if (way.kind === 'loop') {
      const { stops, part } = way
      const at = Float32Array.of(part)
      const trip = (numbers: Numbers, width: number, spherical: boolean) =>
        inParts(numbers, stops * width, (keys) => along(keys, width, at, spherical, true))
      const classes = kinds === 0 ? way.classes : trip(way.classes, kinds, false)
      return { latents: trip(way.latents, dimension, true), classes }
    }
    const time = Float64Array.of(way.time)
    const walk = (start: Numbers, index: number) =>
      drawer.walk(way.seed + index, start, way.truncation, time)
    return { latents: inParts(way.latents, dimension, walk), classes: way.classes }
  }

  get #open(): Opened & { header: Header } {
    if (this.#opened) return this.#opened
    throw new RangeError('There is no generator open.')
  }
}

/** What becomes of each part of some numbers, one after another. */
function inParts(
  numbers: Numbers,
  length: number,
  change: (part: Numbers, index: number) => Float32Array,
): Numbers {
  const count = Math.floor(numbers.length / length)
  const changed = Array.from({ length: count }, (_, index) =>
    change(numbers.slice(index * length, (index + 1) * length), index),
  )
  const all = new Float32Array(changed.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of changed) {
    all.set(part, at)
    at += part.length
  }
  return all
}
