import type uPlot from 'uplot'
import type { Palette } from '../palette'
import type { Line } from './kind'

/** Size of a mark, and the least distance from one to the next, in pixels of the style sheets. */
const SIZE = 5
const APART = 8

/** Marks at the edges where a curve runs out of the chart: the axis leaves out what stands far out. */
export function markBeyond(plot: uPlot, lines: readonly Line[], palette: Palette): void {
  const { ctx, bbox, data } = plot
  const { min, max } = plot.scales['y'] ?? {}
  if (min == null || max == null) return
  const scale = devicePixelRatio
  ctx.save()
  lines.forEach(({ ink }, at) => {
    ctx.fillStyle = palette.colour(ink)
    let last = -Infinity
    data[at + 1]?.forEach((value, index) => {
      const isAbove = value != null && value > max
      if (value == null || (!isAbove && value >= min)) return
      const x = plot.valToPos(data[0][index] ?? 0, 'x', true)
      if (x - last < APART * scale) return
      last = x
      const edge = isAbove ? bbox.top : bbox.top + bbox.height
      const inwards = (isAbove ? SIZE : -SIZE) * scale
      ctx.beginPath()
      ctx.moveTo(x, edge)
      ctx.lineTo(x - (SIZE * scale) / 2, edge + inwards)
      ctx.lineTo(x + (SIZE * scale) / 2, edge + inwards)
      ctx.fill()
    })
  })
  ctx.restore()
}
