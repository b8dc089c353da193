import type uPlot from 'uplot'
import type { Palette } from '../palette'
import { axisSize, stepTicks, tenfoldTicks, tick } from './axis'
import { markBeyond } from './beyond'
import type { Kind, Timeline } from './kind'

/** uPlot has no value by this name: only its types have one. */
const LOGARITHMIC: object = { distr: 3 }

/** What uPlot has to know of a chart. */
export function options(
  kind: Kind,
  palette: Palette,
  box: HTMLElement,
  timeline: Timeline,
): uPlot.Options {
  const axis = {
    stroke: () => palette.colour('--soft'),
    grid: { stroke: () => palette.colour('--grid-line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  }
  const { lines, isLogarithmic = false } = kind
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    // What is pointed at in one chart is pointed at in all.
    cursor: { y: false, drag: { x: false, y: false }, sync: { key: 'steps', scales: ['x', null] } },
    scales: {
      x: {
        time: false,
        // Without any points there is no first one.
        range: (_, from, to) => [Math.min(from || 1, 1), Math.max(to, timeline.step(), 10)],
      },
      y: Object.assign<uPlot.Scale, object>(
        { range: ({ data }) => kind.range(data.slice(1).flatMap((values) => Array.from(values))) },
        isLogarithmic ? LOGARITHMIC : {},
      ),
    },
    series: [
      {},
      ...lines.map(({ ink, width, dash, hasPoints = false }) => ({
        stroke: () => palette.colour(ink),
        width,
        ...(dash ? { dash: [...dash] } : {}),
        spanGaps: true,
        points: { show: hasPoints, size: 5, fill: () => palette.colour(ink) },
      })),
    ],
    axes: [
      { ...axis, size: 28, values: stepTicks },
      {
        ...axis,
        values: isLogarithmic ? tenfoldTicks : (_, ticks) => ticks.map(tick),
        ...(isLogarithmic ? { filter: (_: uPlot, splits: number[]) => splits } : {}),
        size: (_, labels) => axisSize(labels),
      },
    ],
    hooks: {
      drawAxes: [
        (plot) => {
          kind.beneath?.(plot, palette)
        },
      ],
      draw: [
        (plot) => {
          markBeyond(plot, lines, palette)
        },
      ],
    },
  }
}
