const SVG = 'http://www.w3.org/2000/svg'

/** Lines on a field of 16 × 16. */
const LINES = {
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  insert: 'M8 3v10M3 8h10',
  remove: 'M4 4l8 8M12 4l-8 8',
  undo: 'M3 6h7a3 3 0 0 1 0 7H6M6 3L3 6l3 3',
  redo: 'M13 6H6a3 3 0 0 0 0 7h4M10 3l3 3-3 3',
  grip: 'M6 4v0M10 4v0M6 8v0M10 8v0M6 12v0M10 12v0',
} as const
export type Icon = keyof typeof LINES

/** A picture on a button, which has its name besides. */
export function icon(name: Icon): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg')
  made.setAttribute('viewBox', '0 0 16 16')
  made.setAttribute('class', 'builder-icon')
  made.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', LINES[name])
  made.append(path)
  return made
}
