/** Colours of the style sheets as a canvas takes them. */
export class Palette {
  readonly #probe = document.createElement('span')
  readonly #known = new Map<string, string>()

  constructor() {
    this.#probe.hidden = true
    document.body.append(this.#probe)
  }

  colour(property: string): string {
    const known = this.#known.get(property)
    if (known !== undefined) return known
    // Only as the colour of an element does the browser resolve light and dark.
    this.#probe.style.color = `var(${property})`
    const resolved = getComputedStyle(this.#probe).color
    this.#known.set(property, resolved)
    return resolved
  }

  /** To be called when light and dark change. */
  forget(): void {
    this.#known.clear()
  }
}
