const SVG = 'http://www.w3.org/2000/svg'

/** Points that a line keeps. */
export const KEPT = 120

/** A small line of sizes over the steps, on a logarithmic scale of its own; a word-for-word reader is given numbers. */
export class Spark {
  readonly svg = document.createElementNS(SVG, 'svg')
  readonly #line = document.createElementNS(SVG, 'path')

  constructor() {
    this.svg.setAttribute('viewBox', `0 0 ${KEPT - 1} 1`)
    this.svg.setAttribute('preserveAspectRatio', 'none')
    this.svg.setAttribute('aria-hidden', 'true')
    this.svg.append(this.#line)
  }

  draw(sizes: readonly (number | null)[]): void {
    this.#line.setAttribute('d', pathOf(sizes))
  }
}

/** From the left edge on; what is 0 or not finite is a gap. */
export function pathOf(sizes: readonly (number | null)[]): string {
  const heights = sizes.map((size) => (size !== null && size > 0 ? Math.log10(size) : null))
  const seen = heights.filter((height) => height !== null)
  const low = Math.min(...seen)
  // At least a factor of 2 from top to bottom: what hardly moves is not to look like a storm.
  const range = Math.max(...seen) - low
  const across = Math.max(range, Math.log10(2))
  const foot = (across - range) / 2
  let isDown = false
  const parts = heights.map((height, at) => {
    const command = isDown ? 'L' : 'M'
    isDown = height !== null
    if (height === null) return ''
    return `${command}${at} ${(1 - (foot + height - low) / across).toFixed(3)}`
  })
  return parts.join('')
}
