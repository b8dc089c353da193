/** How the curve of a run is told from those of the others: by its colour, as `runs.css` names it, and its dashes. */
export interface Look {
  ink: string
  dash: readonly number[]
}

export const LOOKS: readonly Look[] = [
  { ink: '--run-1', dash: [] },
  { ink: '--run-2', dash: [8, 4] },
  { ink: '--run-3', dash: [2, 3] },
  { ink: '--run-4', dash: [10, 3, 2, 3] },
]
/** So many can be compared. */
export const MOST = LOOKS.length

/** A piece of a curve, for legends. */
export function swatch({ ink, dash }: Look): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const [svg, line] = [
    document.createElementNS(space, 'svg'),
    document.createElementNS(space, 'line'),
  ]
  svg.setAttribute('viewBox', '0 0 36 8')
  svg.setAttribute('width', '36')
  svg.setAttribute('height', '8')
  svg.setAttribute('aria-hidden', 'true')
  for (const [name, value] of Object.entries({ x1: 1, x2: 35, y1: 4, y2: 4 })) {
    line.setAttribute(name, String(value))
  }
  line.setAttribute('stroke-dasharray', dash.join(' '))
  svg.style.color = `var(${ink})`
  svg.append(line)
  return svg
}
