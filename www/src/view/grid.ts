import type { Grid } from '../engine/types'
import { drawOn } from '../shared/picture'
import { oncePerFrame } from './frame'

/** Smaller images are shown pixel by pixel, larger ones smoothly: theirs are as small as the screen's. */
const SMOOTH_SIDE = 48

/** A canvas with a grid of images at their own size; the style sheet magnifies it. */
export class GridView {
  readonly #canvas: HTMLCanvasElement
  #grid: Grid | null = null
  #description = ''
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  show(grid: Grid, description: string): void {
    this.#grid = grid
    this.#description = description
    this.#draw()
  }

  #drawNow(): void {
    if (!this.#grid) return
    const { width, height } = this.#grid
    drawOn(this.#canvas, this.#grid)
    this.#canvas.toggleAttribute('data-smooth', Math.max(width, height) >= SMOOTH_SIDE)
    this.#canvas.setAttribute('aria-label', this.#description)
  }
}
