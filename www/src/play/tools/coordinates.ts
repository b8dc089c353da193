import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Way } from '../../drawing/way'
import { joined, type Numbers } from '../../shared/numbers'
import { input, select } from '../../view/elements'
import { complain } from '../../view/fields'
import { short } from '../../view/numbers'
import type { Desk } from '../desk'
import { numbersIn } from './numbers-in'
import { keptControls, takeUpControls } from './kept'
import { type Motion, type Tool, unheard } from './tool'

const CONTROLS = ['coordinates-layout', 'coordinates-range', 'coordinates-list']

/** Values of a coordinate in its row. */
const ACROSS = 8
/** Most coordinates at a time: ten rows of ten. */
const MOST = 100

type Layout = 'rows' | 'together'

/**
 * One coordinate of the latent moved while all others are 0: a row for each, or an image for each in one
 * moving picture (the visualisations 1 and 4 of DCGAN in TensorFlow, T. Kim 2016).
 */
export class CoordinatesTool implements Tool {
  readonly id = 'coordinates'
  readonly seconds = 4
  readonly #desk: Desk
  /** Which coordinates, as written; each layout has its own. Nothing written is all of them. */
  readonly #written: Record<Layout, string> = { rows: '1-8', together: '' }
  #layout: Layout = 'rows'
  #chosen: readonly number[] = []
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    select('coordinates-layout').addEventListener('change', () => {
      this.#layout = select('coordinates-layout').value as Layout
      input('coordinates-list').value = this.#written[this.#layout]
      this.#choose()
    })
    select('coordinates-range').addEventListener('change', () => {
      this.onChange()
    })
    input('coordinates-list').addEventListener('change', () => {
      this.#choose()
    })
    desk.on(['model'], () => {
      const dimension = desk.model?.header.latent.dimension ?? 0
      // What was written for another generator may be beyond this one's.
      if (numbersIn(input('coordinates-list').value, dimension) === null) {
        input('coordinates-list').value = ''
      }
      this.#choose()
    })
    desk.on(['picked', 'drawing'], () => {
      if ((desk.model?.labels.length ?? 0) > 0) this.onChange()
    })
  }

  get motion(): Motion {
    return this.#layout === 'rows' ? 'still' : 'sway'
  }

  get columns(): number {
    return this.#layout === 'rows' ? ACROSS : Math.ceil(Math.sqrt(this.#chosen.length))
  }

  get count(): number {
    return this.#chosen.length * (this.#layout === 'rows' ? ACROSS : 1)
  }

  get sentence(): string {
    const { coordinateRows, coordinatesTogether } = words.play
    const [from, to] = range()
    return filled(this.#layout === 'rows' ? coordinateRows : coordinatesTogether, {
      count: this.#chosen.length,
      from,
      to,
    })
  }

  /** What the image at this place is of. */
  nameOf(index: number): string {
    const { pickCoordinate, pickCoordinateAt } = words.play
    if (this.#layout === 'together') {
      return filled(pickCoordinate, { coordinate: this.#coordinate(index) + 1 })
    }
    const value = short(valueAt((index % ACROSS) / (ACROSS - 1)))
    return filled(pickCoordinateAt, {
      coordinate: this.#coordinate(Math.floor(index / ACROSS)) + 1,
      value,
    })
  }

  kept(): [string, string][] {
    return keptControls(CONTROLS)
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    takeUpControls(CONTROLS, kept)
  }

  way(times: readonly number[]): Way | null {
    const { model, picked, drawing } = this.#desk
    if (!model || this.#chosen.length === 0) return null
    const { dimension } = model.header.latent
    const parts =
      this.#layout === 'rows' ? Array.from({ length: ACROSS }, (_, at) => at / (ACROSS - 1)) : times
    const moved = (coordinate: number, part: number): Numbers => {
      const latent = new Float32Array(dimension)
      latent[coordinate] = valueAt(part)
      return latent
    }
    const latents =
      this.#layout === 'rows'
        ? this.#chosen.flatMap((coordinate) => parts.map((part) => moved(coordinate, part)))
        : parts.flatMap((part) => this.#chosen.map((coordinate) => moved(coordinate, part)))
    const classes = picked?.classes ?? model.classes(1, drawing.label)
    return {
      kind: 'points',
      latents: joined(latents),
      classes: joined(latents.map(() => classes)),
    }
  }

  #coordinate(place: number): number {
    return this.#chosen[place] ?? 0
  }

  /** Takes what is written; what cannot be read leaves what is shown. */
  #choose(): void {
    const field = input('coordinates-list')
    const dimension = this.#desk.model?.header.latent.dimension ?? 0
    const chosen = numbersIn(field.value, dimension)
    const { value } = field
    const sentence = () => filled(words.notices.coordinatesNotTaken, { most: dimension, value })
    complain(field, 'coordinates-wrong', chosen === null ? sentence : null)
    if (chosen === null) return
    this.#written[this.#layout] = field.value
    this.#chosen = chosen.slice(0, MOST).map((number) => number - 1)
    this.onChange()
  }
}

function range(): [number, number] {
  return select('coordinates-range').value === 'whole' ? [-1, 1] : [0, 1]
}

function valueAt(part: number): number {
  const [from, to] = range()
  return from + part * (to - from)
}
