import type { Grid } from '../shared/picture'

/** Where in a grid an image is. */
export interface Cell {
  index: number
  row: number
  column: number
}

/** The image of a grid at this place, counted row by row. */
export function cellAt({ columns }: Grid, index: number): Cell {
  return { index, row: Math.floor(index / columns), column: index % columns }
}

/** The pixels of one image of a grid, as a grid of its own. */
export function imageAt(grid: Grid, index: number): Grid {
  const { width, height, columns } = grid
  const { row, column } = cellAt(grid, index)
  const rgba = new Uint8ClampedArray(width * height * 4)
  const across = columns * width * 4
  for (let y = 0; y < height; y += 1) {
    const from = (row * height + y) * across + column * width * 4
    rgba.set(grid.rgba.subarray(from, from + width * 4), y * width * 4)
  }
  return { columns: 1, rows: 1, width, height, rgba }
}

/** The box that the picture takes up of a canvas which contains it, in shares of the canvas. */
function pictureIn(canvas: HTMLCanvasElement): DOMRect {
  const { width, height } = canvas.getBoundingClientRect()
  const scale = Math.min(width / canvas.width, height / canvas.height)
  const [across, down] = [(canvas.width * scale) / width, (canvas.height * scale) / height]
  return new DOMRect((1 - across) / 2, (1 - down) / 2, across, down)
}

/** The image of a grid that was pressed on the canvas that shows it; null beside it. */
export function cellUnder(canvas: HTMLCanvasElement, grid: Grid, event: MouseEvent): Cell | null {
  const shown = canvas.getBoundingClientRect()
  const picture = pictureIn(canvas)
  const x = ((event.clientX - shown.left) / shown.width - picture.x) / picture.width
  const y = ((event.clientY - shown.top) / shown.height - picture.y) / picture.height
  if (x < 0 || x >= 1 || y < 0 || y >= 1) return null
  const [row, column] = [Math.floor(y * grid.rows), Math.floor(x * grid.columns)]
  return { index: row * grid.columns + column, row, column }
}

/** Lays a mark over an image of a grid: `mark` lies in the box that the canvas fills. */
export function placeMark(
  mark: HTMLElement,
  canvas: HTMLCanvasElement,
  grid: Grid,
  { row, column }: Cell,
): void {
  const picture = pictureIn(canvas)
  const percent = (share: number) => `${100 * share}%`
  mark.style.left = percent(picture.x + (column / grid.columns) * picture.width)
  mark.style.top = percent(picture.y + (row / grid.rows) * picture.height)
  mark.style.width = percent(picture.width / grid.columns)
  mark.style.height = percent(picture.height / grid.rows)
}
