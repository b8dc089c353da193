/** Work of which only the latest asked for matters: at most one runs, and at most one waits. */
export class Latest {
  readonly #onError: (thrown: unknown) => void
  #busy = false
  #next: Work | null = null

  constructor(onError: (thrown: unknown) => void) {
    this.#onError = onError
  }

  get busy(): boolean {
    return this.#busy
  }

  /** `work` may ask between its parts whether something newer waits. */
  ask(work: Work): void {
    this.#next = work
    if (!this.#busy) void this.#run()
  }

  async #run(): Promise<void> {
    this.#busy = true
    while (this.#next) {
      const work = this.#next
      this.#next = null
      try {
        await work(() => this.#next !== null)
      } catch (thrown) {
        this.#onError(thrown)
      }
    }
    this.#busy = false
  }
}

export type Work = (isStale: () => boolean) => Promise<void>
