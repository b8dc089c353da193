import type { Engine } from '../engine/types'
import type { Grid } from '../shared/picture'
import { button, canvas } from '../view/elements'
import { cellUnder } from './pick'
import type { NearestPanel } from './panel'

export interface NearestHooks {
  engine(): Pick<Engine, 'nearest'>
  onError(error: Error): void
}

/** Opens the panel of the nearest real images, which is fetched once somebody wants it. */
export class NearestOpener {
  readonly #hooks: NearestHooks
  readonly #canvas = canvas('samples')
  #grid: Grid | null = null
  #panel: Promise<NearestPanel> | null = null

  constructor(hooks: NearestHooks) {
    this.#hooks = hooks
    this.#canvas.addEventListener('click', (event) => {
      const cell = this.#grid && cellUnder(this.#canvas, this.#grid, event)
      if (cell) this.#open(cell.index)
    })
    button('nearest-open').addEventListener('click', () => {
      this.#open(null)
    })
  }

  /** These samples are shown now. */
  took(grid: Grid): void {
    this.#grid = grid
    button('nearest-open').hidden = false
  }

  #open(index: number | null): void {
    const fetched = (this.#panel ??= this.#fetch())
    fetched
      .then((panel) => {
        panel.open(index)
      })
      .catch((thrown: unknown) => {
        this.#panel = null
        this.#hooks.onError(thrown instanceof Error ? thrown : new Error(String(thrown)))
      })
  }

  async #fetch(): Promise<NearestPanel> {
    const { NearestPanel } = await import('./panel')
    return await NearestPanel.create({
      engine: () => this.#hooks.engine(),
      grid: () => this.#grid,
      canvas: this.#canvas,
      opener: button('nearest-open'),
    })
  }
}
