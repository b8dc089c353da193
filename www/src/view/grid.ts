import type { Grid } from '../engine/types'
import { oncePerFrame } from './frame'

/** A canvas with a grid of images, at their own size and magnified by whole device pixels. */
export class GridView {
  readonly #canvas: HTMLCanvasElement
  #grid: Grid | null = null
  #description = ''
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
    const frame = canvas.parentElement
    if (frame) {
      new ResizeObserver(() => {
        this.#fit()
      }).observe(frame)
    }
    // Zooming and moving to another screen change the size of a device pixel.
    window.addEventListener('resize', () => {
      this.#fit()
    })
  }

  show(grid: Grid, description: string): void {
    this.#grid = grid
    this.#description = description
    this.#draw()
  }

  #drawNow(): void {
    if (!this.#grid) return
    const { columns, rows, width, height, rgba } = this.#grid
    const resized = this.#canvas.width !== columns * width || this.#canvas.height !== rows * height
    if (resized) {
      this.#canvas.width = columns * width
      this.#canvas.height = rows * height
      this.#fit()
    }
    this.#canvas
      .getContext('2d')
      ?.putImageData(new ImageData(rgba, columns * width, rows * height), 0, 0)
    this.#canvas.setAttribute('aria-label', this.#description)
  }

  /** The largest whole multiple that fits; a fraction would make some pixels wider than others. */
  #fit(): void {
    const room = (this.#canvas.parentElement?.clientWidth ?? 0) * devicePixelRatio
    if (room === 0) return
    // Rounding: at fractional zoom the room can come out a hair under a multiple.
    const magnification = Math.max(1, Math.floor(room / this.#canvas.width + 0.01))
    // What has to shrink is smoothed instead: dropping every other pixel would garble it.
    this.#canvas.style.imageRendering = room < this.#canvas.width ? 'auto' : 'pixelated'
    const width = (this.#canvas.width * magnification) / devicePixelRatio
    this.#canvas.style.width = `min(100%, ${width}px)`
  }
}
