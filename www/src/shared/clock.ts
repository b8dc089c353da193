/** Has something done before every frame of the display, while it runs. */
export class FrameClock {
  readonly #onTick: (seconds: number) => void
  #frame = 0
  #last: number | null = null

  /** `onTick` is told how many seconds have passed since the frame before. */
  constructor(onTick: (seconds: number) => void) {
    this.#onTick = onTick
  }

  get running(): boolean {
    return this.#frame !== 0
  }

  set running(running: boolean) {
    if (running === this.running) return
    if (running) {
      this.#last = null
      this.#frame = requestAnimationFrame(this.#tick)
    } else {
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
    }
  }

  readonly #tick = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#tick)
    // A tab that was hidden goes on where it was.
    const seconds = Math.min(Math.max((now - (this.#last ?? now)) / 1000, 0), 0.1)
    this.#last = now
    this.#onTick(seconds)
  }
}
