/** What an engine was asked for last, and whatever comes of it. */
export class UnderWay {
  #last: Promise<unknown> = Promise.resolve()

  /** Settles with it. */
  get last(): Promise<unknown> {
    return this.#last
  }

  /** This is under way from now on. */
  is<Result>(work: Promise<Result>): Promise<Result> {
    this.#last = work
    return work
  }
}
