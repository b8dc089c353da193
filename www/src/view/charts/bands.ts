import type uPlot from 'uplot'
import type { Palette } from '../palette'
import type { Band, Upper } from './balance-bands'

const INKS: Readonly<Record<Upper, string>> = {
  strong: '--discriminator',
  even: '--soft',
  fooled: '--generator',
}
const STRENGTH: Readonly<Record<Upper, number>> = { strong: 0.16, even: 0.1, fooled: 0.16 }

/** Fills the stretches of a chart, each with its name where there is room for it. */
export function drawBands(
  plot: uPlot,
  bands: readonly Band[],
  names: Readonly<Record<Upper, string>>,
  palette: Palette,
): void {
  const { ctx, bbox } = plot
  const scale = devicePixelRatio
  ctx.save()
  ctx.font = `${11 * scale}px system-ui, sans-serif`
  ctx.textBaseline = 'top'
  ctx.textAlign = 'left'
  for (const { from, to, is } of bands) {
    const left = Math.max(bbox.left, plot.valToPos(from, 'x', true))
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, 'x', true))
    if (right <= left) continue
    ctx.fillStyle = palette.colour(INKS[is])
    ctx.globalAlpha = STRENGTH[is]
    ctx.fillRect(left, bbox.top, right - left, bbox.height)
    ctx.globalAlpha = 1
    const room = right - left - 8 * scale
    // Where the curves are not: under the half, or above both while they are even.
    const y = bbox.top + bbox.height * (is === 'even' ? 0.06 : 0.6)
    if (ctx.measureText(names[is]).width <= room) ctx.fillText(names[is], left + 4 * scale, y)
  }
  ctx.restore()
}

/** A line across the chart at a half: D cannot tell. */
export function drawHalf(plot: uPlot, palette: Palette): void {
  const y = Math.round(plot.valToPos(0.5, 'y', true))
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = palette.colour('--soft')
  ctx.lineWidth = devicePixelRatio
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.restore()
}
