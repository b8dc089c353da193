import type { StepReport } from '../engine/types'
import type { SessionEvents } from './events'
import { Loop } from './loop'
import type { Seat } from './seat'

/** Makes steps of the training that stands, and shows what has come of them. */
export class Run {
  readonly #seat: Seat
  readonly #events: Pick<SessionEvents, 'onReports' | 'onSamples'>
  readonly #isAveraged: () => boolean
  readonly #loop: Loop
  #step = 0

  /** `isAveraged` says whether samples are to be the averaged generator's. */
  constructor(
    seat: Seat,
    events: Pick<SessionEvents, 'onReports' | 'onSamples'>,
    isAveraged: () => boolean,
  ) {
    this.#seat = seat
    this.#events = events
    this.#isAveraged = isAveraged
    this.#loop = new Loop({
      next: (steps) => seat.next(steps),
      onReports: (reports) => {
        this.#took(reports)
      },
      showSamples: () => this.showSamples(),
    })
  }

  /** The step after which the training stands. */
  get step(): number {
    return this.#step
  }

  /** Another training stands, after this step. */
  stand(step: number): void {
    this.#step = step
  }

  /** Whether the training is what is looked at; if not, its pulls let others in more often. */
  set isWatched(watched: boolean) {
    this.#loop.isWatched = watched
  }

  /** Steps until told to stop. */
  async on(): Promise<void> {
    await this.#loop.run()
    await this.showSamples()
  }

  async once(): Promise<void> {
    this.#took(await this.#seat.next(1))
    await this.showSamples()
  }

  stop(): void {
    this.#loop.stop()
  }

  async showSamples(): Promise<void> {
    const averaged = this.#isAveraged()
    this.#events.onSamples(await this.#seat.engine.sampleGrid(averaged), averaged)
  }

  #took(reports: StepReport[]): void {
    this.#step = reports[reports.length - 1]?.step ?? this.#step
    this.#events.onReports(reports)
  }
}
