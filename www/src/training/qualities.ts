import type { Quality } from '../engine/types'

/** So many are kept, however long the training runs. */
const MOST = 400

/** How good the images of a training were at some of its steps. */
export class Qualities {
  #all: Quality[] = []

  get all(): readonly Quality[] {
    return this.#all
  }

  get last(): Quality | null {
    return this.#all.at(-1) ?? null
  }

  add(quality: Quality): void {
    // A training that went back learns those steps again.
    this.#all = [...this.#all.filter(({ step }) => step < quality.step), quality]
    // Of the older ones every second goes.
    if (this.#all.length > MOST) {
      this.#all = this.#all.filter((_, at) => at % 2 === 0 || at === this.#all.length - 1)
    }
  }

  clear(): void {
    this.#all = []
  }

  save(): Quality[] {
    return structuredClone(this.#all)
  }

  restore(saved: readonly Quality[]): void {
    this.#all = structuredClone([...saved])
  }
}
