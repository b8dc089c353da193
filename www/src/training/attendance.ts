/** Why nobody seems to be there. */
export type Absence = 'hidden' | 'idle' | 'elsewhere'

/** After so many milliseconds without a sign of anybody nobody is there. */
export const IDLE = 3 * 60_000
const EVERY = 5_000
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart'] as const

/** Watches whether somebody is there, and says once when nobody is. */
export class Attendance {
  readonly #onGone: (why: Absence) => void
  readonly #seen = () => {
    this.#last = performance.now()
  }
  readonly #hidden = () => {
    if (document.visibilityState === 'hidden') this.#gone('hidden')
  }
  #last = 0
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(onGone: (why: Absence) => void) {
    this.#onGone = onGone
  }

  watch(): void {
    this.stop()
    this.#seen()
    for (const sign of SIGNS) addEventListener(sign, this.#seen, { passive: true, capture: true })
    document.addEventListener('visibilitychange', this.#hidden)
    this.#timer = setInterval(() => {
      if (performance.now() - this.#last >= IDLE) this.#gone('idle')
    }, EVERY)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    for (const sign of SIGNS) removeEventListener(sign, this.#seen, { capture: true })
    document.removeEventListener('visibilitychange', this.#hidden)
  }

  /** The visitor looks at something else on the page. */
  leave(): void {
    if (this.#timer !== undefined) this.#gone('elsewhere')
  }

  #gone(why: Absence): void {
    this.stop()
    this.#onGone(why)
  }
}
