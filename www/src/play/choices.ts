import { superseded } from '../engine/errors'
import type { Found } from '../files/folder'

/** What was chosen, in the order of choosing: whatever comes of an earlier choice is dropped. */
export class Choices {
  readonly #claims = new WeakMap<File, number>()
  #last = 0
  #taken = 0
  #under = new AbortController()

  /** Files that were chosen now, and are still being collected. */
  expect(files: Promise<Found[]>): void {
    const claim = ++this.#last
    files.then(
      (found) => {
        for (const { file } of found) this.#claims.set(file, claim)
      },
      () => undefined,
    )
  }

  /** Ends what an earlier choice has begun; null where a later one has been taken already. */
  take(files: readonly File[] = []): AbortSignal | null {
    const claim = (files[0] && this.#claims.get(files[0])) ?? ++this.#last
    if (claim < this.#taken) return null
    this.#taken = claim
    this.#under.abort(superseded())
    this.#under = new AbortController()
    return this.#under.signal
  }
}
