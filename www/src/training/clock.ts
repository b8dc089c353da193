/** The speed shown is that of the last few seconds. */
const WINDOW_MILLISECONDS = 3000

/** Counts the time spent training, pauses left out, and the recent speed. */
export class Clock {
  #before = 0
  #startedAt: number | null = null
  #marks: { at: number; step: number }[] = []

  start(step: number): void {
    this.#startedAt = performance.now()
    this.#marks = [{ at: this.#startedAt, step }]
  }

  stop(): void {
    this.#before = this.milliseconds()
    this.#startedAt = null
  }

  clear(): void {
    this.#before = 0
    this.#startedAt = null
    this.#marks = []
  }

  /** So much was trained before. */
  restore(milliseconds: number): void {
    this.#before = milliseconds
  }

  mark(step: number): void {
    const at = performance.now()
    this.#marks.push({ at, step })
    // One mark older than the window stays, so that slow trainings have a speed as well.
    while (this.#marks[1] && this.#marks[1].at < at - WINDOW_MILLISECONDS) this.#marks.shift()
  }

  milliseconds(): number {
    return this.#before + (this.#startedAt === null ? 0 : performance.now() - this.#startedAt)
  }

  /** Null until something was measured. */
  stepsPerSecond(): number | null {
    const first = this.#marks[0]
    const last = this.#marks[this.#marks.length - 1]
    if (!first || !last || last.at <= first.at) return null
    return ((last.step - first.step) * 1000) / (last.at - first.at)
  }
}
