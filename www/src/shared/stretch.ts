import type { Grid } from './picture'

/** A picture whose values lie closer together than this is next to uniform. */
const NARROW = 64
/** As many of the values, at either end, say nothing of how wide the others lie. */
const OUTLIERS = 0.005

/** A grid whose values, if they lie close together, are spread over all that can be shown. */
export function stretched(grid: Grid): { grid: Grid; times: number } | null {
  const [low, high] = bounds(grid.rgba)
  const width = high - low
  if (width >= NARROW || width === 0) return null
  const times = 255 / width
  const rgba = grid.rgba.slice()
  for (let at = 0; at < rgba.length; at += 1) {
    if (at % 4 !== 3) rgba[at] = ((grid.rgba[at] ?? 0) - low) * times
  }
  return { grid: { ...grid, rgba }, times }
}

/** Between which values all but a few of the colours lie. */
function bounds(rgba: Grid['rgba']): [number, number] {
  const counts = new Uint32Array(256)
  for (let at = 0; at < rgba.length; at += 1) {
    const value = rgba[at] ?? 0
    if (at % 4 !== 3) counts[value] = (counts[value] ?? 0) + 1
  }
  const few = (rgba.length / 4) * 3 * OUTLIERS
  const from = (values: number[]) => {
    let passed = 0
    return values.find((value) => (passed += counts[value] ?? 0) > few) ?? 0
  }
  const values = [...counts.keys()]
  return [from(values), from(values.reverse())]
}
