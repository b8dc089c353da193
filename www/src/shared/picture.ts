import type { Grid } from '../engine/types'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A grid as a picture that `putImageData` takes. */
export function imageData({ columns, rows, width, height, rgba }: Grid): ImageData {
  return new ImageData(rgba, columns * width, rows * height)
}

/** Draws a grid on a canvas, which takes its size. */
export function drawOn(canvas: HTMLCanvasElement | OffscreenCanvas, grid: Grid): void {
  const picture = imageData(grid)
  const { width, height } = picture
  // Setting a canvas's size clears it, even to the same size.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  // What TypeScript makes of the two kinds' overloads depends on what it read before.
  const context = canvas.getContext('2d') as Context | null
  context?.putImageData(picture, 0, 0)
}
