import type { StepReport, Turn } from '../engine/types'
import type { SessionEvents } from './events'
import { Judging } from './judging'
import { Loop } from './loop'
import { type Pace, USUAL_PACE } from './pace'
import type { Seat } from './seat'

type RunEvents = Pick<SessionEvents, 'onReports' | 'onSamples' | 'onJudged'>

/** Makes steps of the training that stands, and shows what has come of them. */
export class Run {
  readonly #seat: Seat
  readonly #events: RunEvents
  readonly #isAveraged: () => boolean
  readonly #loop: Loop
  readonly #judging: Judging
  #step = 0
  #isObserved = false
  #turn: Turn = USUAL_PACE.turn
  #learnt: Turn = USUAL_PACE.turn

  /** `isAveraged` says whether samples are to be the averaged generator's. */
  constructor(seat: Seat, events: RunEvents, isAveraged: () => boolean) {
    this.#seat = seat
    this.#events = events
    this.#isAveraged = isAveraged
    this.#judging = new Judging({
      judge: (samples) => seat.engine.judge(samples),
      isSeen: () => this.#loop.isWatched && document.visibilityState === 'visible',
      onJudged: (judged) => {
        events.onJudged(judged)
      },
    })
    this.#loop = new Loop({
      next: (steps) => this.#next(steps, this.#turn),
      onReports: (reports) => {
        this.#took(reports)
      },
      showSamples: () => this.showSamples(),
      judge: () => this.judge(),
    })
  }

  /** The step after which the training stands. */
  get step(): number {
    return this.#step
  }

  /** Another training stands, after this step. */
  async stand(step: number): Promise<void> {
    this.#step = step
    this.#judging.began()
    if (this.#isObserved) await this.#seat.engine.histogramsEvery(1)
  }

  /** Whether every step is to report histograms: from now on where one `trains`, else from its start. */
  async observe(wanted: boolean, trains: boolean): Promise<void> {
    this.#isObserved = wanted
    if (trains) await this.#seat.engine.histogramsEvery(wanted ? 1 : 0)
  }

  /** Whether the training is what is looked at; if not, its pulls let others in more often. */
  set isWatched(watched: boolean) {
    this.#loop.isWatched = watched
  }

  /** Steps until told to stop, or until so many are made. */
  async on(most?: number): Promise<void> {
    await this.#loop.run(most)
    await this.showSamples()
  }

  /** From now on, at the next pull of steps. */
  set pace({ turn, pause }: Pace) {
    this.#turn = turn
    this.#loop.pause = pause
  }

  /** Which networks learnt in the last steps. */
  get learnt(): Turn {
    return this.#learnt
  }

  /** One step of the networks whose turn it is. */
  async once(turn = this.#turn): Promise<void> {
    this.#took(await this.#next(1, turn))
    await this.showSamples()
  }

  stop(): void {
    this.#loop.stop()
  }

  async showSamples(): Promise<void> {
    const averaged = this.#isAveraged()
    this.#events.onSamples(await this.#seat.engine.sampleGrid(averaged), averaged)
  }

  /** Has what was learnt judged, if it is time to. */
  async judge(): Promise<void> {
    await this.#judging.after(this.#step)
  }

  async #next(steps: number, turn: Turn): Promise<StepReport[]> {
    const reports = await this.#seat.next(steps, turn)
    this.#learnt = turn
    return reports
  }

  #took(reports: StepReport[]): void {
    this.#step = reports[reports.length - 1]?.step ?? this.#step
    this.#events.onReports(reports)
  }
}
