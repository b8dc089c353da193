/** Images side by side without gaps: `columns * width` by `rows * height` pixels, RGBA. */
export interface Grid {
  columns: number
  rows: number
  width: number
  height: number
  rgba: Uint8ClampedArray<ArrayBuffer>
}

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

/** A grid of the engine or of the runtime, which is let go of. */
export interface DrawnGrid extends Omit<Grid, 'rgba'> {
  rgba(): Uint8ClampedArray
  free(): void
}

/** What was drawn, as it can be handed to another thread. */
export function taken(drawn: DrawnGrid): Grid {
  try {
    const { columns, rows, width, height } = drawn
    // A copy already, of the program's memory.
    const rgba = drawn.rgba() as Grid['rgba']
    return { columns, rows, width, height, rgba }
  } finally {
    drawn.free()
  }
}
