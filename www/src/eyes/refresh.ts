/** Nobody needs more than this many milliseconds between two looks, nor may they take more than a quarter of the time. */
const APART = 300
const SHARE = 1 / 4

/** Does some work again and again as it is asked for, one at a time and not too often. */
export class Refresh {
  readonly #work: () => Promise<void>
  #isBusy = false
  #isAsked = false
  #next = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  /** Soon; `atOnce` is for what a person has done. */
  ask(atOnce = false): void {
    this.#isAsked = true
    if (atOnce) this.#next = 0
    if (!this.#isBusy) this.#plan()
  }

  stop(): void {
    this.#isAsked = false
    clearTimeout(this.#timer)
  }

  #plan(): void {
    clearTimeout(this.#timer)
    const wait = Math.max(0, this.#next - performance.now())
    this.#timer = setTimeout(() => void this.#run(), wait)
  }

  async #run(): Promise<void> {
    this.#isBusy = true
    this.#isAsked = false
    const begun = performance.now()
    await this.#work()
    const ended = performance.now()
    const cost = ended - begun
    this.#next = ended + Math.max(APART, cost / SHARE - cost)
    this.#isBusy = false
    // It may have been asked for meanwhile.
    if (this.#wasAsked()) this.#plan()
  }

  /** A method, because `ask` changes the answer while `#run` waits. */
  #wasAsked(): boolean {
    return this.#isAsked
  }
}
