import type { Grid } from '../engine/types'

/** A grid as a picture that `putImageData` takes. */
export function imageData({ columns, rows, width, height, rgba }: Grid): ImageData {
  return new ImageData(rgba, columns * width, rows * height)
}

/** Draws a grid on a canvas, which takes its size. */
export function drawOn(canvas: HTMLCanvasElement | OffscreenCanvas, grid: Grid): void {
  const picture = imageData(grid)
  canvas.width = picture.width
  canvas.height = picture.height
  const context = canvas.getContext('2d')
  context?.putImageData(picture, 0, 0)
}
