import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Grid } from '../shared/picture'
import { drawOn } from '../shared/picture'
import { oncePerFrame } from './frame'
import { showSmoothly } from './smooth'
import type { Text } from '../strings/text'
import { write } from './write'

/** A canvas with a grid of images at their own size; the style sheet magnifies it. */
export class GridView {
  readonly #canvas: HTMLCanvasElement
  #grid: Grid | null = null
  #description: Text = ''
  readonly #draw = oncePerFrame(() => {
    this.#drawNow()
  })

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  show(grid: Grid, description: Text): void {
    this.#grid = grid
    this.#description = description
    this.#draw()
  }

  #drawNow(): void {
    if (!this.#grid) return
    drawOn(this.#canvas, this.#grid)
    showSmoothly(this.#canvas, this.#grid)
    write(this.#canvas, this.#description, 'aria-label')
  }
}

/** What a grid of samples shows, in words. */
export function samplesOf({ columns, rows }: Grid, averaged: boolean, step: number): string {
  const { averagedSamples, liveSamples } = words.train
  return filled(averaged ? averagedSamples : liveSamples, { count: columns * rows, step })
}

/** What a grid of real images shows, in words. */
export function realsOf({ columns, rows }: Grid): string {
  return filled(words.train.realImages, { count: columns * rows })
}
