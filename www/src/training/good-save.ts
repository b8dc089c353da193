import type { Saved } from './saved'

/**
 * The last save of a training at which nothing was wrong with it: the storage has only the latest, which
 * may be of a time when something was.
 */
export class GoodSave {
  #id = ''
  /** Of which it is not known yet. */
  #latest: Saved | null = null
  #good: Saved | null = null

  get last(): Saved | null {
    return this.#good
  }

  /** The latest save, be it good or not: its numbers are finite in any case. */
  get latest(): Saved | null {
    return this.#latest ?? this.#good
  }

  /** A training stands at this step: it begins, or has gone back. */
  began(id: string, step: number): void {
    this.#latest = null
    if (id !== this.#id || (this.#good && this.#good.step > step)) this.#good = null
    this.#id = id
  }

  took(saved: Saved): void {
    if (saved.id === this.#id && saved.step > 0) this.#latest = saved
  }

  /** By this step it shows that nothing is wrong. */
  sound(step: number): void {
    if (!this.#latest || this.#latest.step > step) return
    this.#good = this.#latest
    this.#latest = null
  }
}
