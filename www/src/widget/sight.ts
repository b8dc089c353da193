/** Begins to load this far before it is seen. */
const MARGIN = '300px'

/** Watches whether an element is near the screen, and whether it is on it. */
export class Sight {
  readonly #near: IntersectionObserver
  readonly #seen: IntersectionObserver
  #isNear = false

  constructor(element: Element, onNear: () => void, onSeen: (seen: boolean) => void) {
    const isIn = (entries: IntersectionObserverEntry[]) => entries.at(-1)?.isIntersecting === true
    this.#near = new IntersectionObserver(
      (entries) => {
        this.#isNear = isIn(entries)
        if (this.#isNear) onNear()
      },
      { rootMargin: MARGIN },
    )
    this.#seen = new IntersectionObserver((entries) => {
      onSeen(isIn(entries))
    })
    this.#near.observe(element)
    this.#seen.observe(element)
  }

  get isNear(): boolean {
    return this.#isNear
  }

  end(): void {
    this.#near.disconnect()
    this.#seen.disconnect()
  }
}
