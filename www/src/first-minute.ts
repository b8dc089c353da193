import type { Conductor } from './conductor'
import type { Matching } from './matching'
import { type Opening, openingOf } from './training/first-visit'
import { settlesWithin } from './shared/patience'
import { words } from './strings/page'
import { Attendance, type Absence } from './training/attendance'
import type { Session } from './training/session'
import { builtIn } from './training/sources'
import { trainings } from './training/storage'
import type { GeneratedView } from './view/generated'
import type { StatusView } from './view/status'
import { seen, visitOf } from './view/visitor'

interface Parts {
  session: Session
  status: StatusView
  generated: GeneratedView
  /** What is fetched, and when, has changed. */
  onHeldBack: () => void
  /** Whether Train is what is seen. */
  isSeen: () => boolean
  conductor: Conductor
  matching: Matching
}

/** A storage that does not answer by then may hold a training. */
const PATIENCE = 1500

/** How a first visit to Train begins, and how what began by itself ends by itself. */
export class FirstMinute {
  readonly #parts: Parts
  readonly opening: Promise<Opening>
  readonly #attendance = new Attendance((why) => {
    this.#nobody(why)
  })
  /** Whether somebody has pressed what runs a training: from then on it is theirs. */
  #isTaken = false
  #isHeldBack = false
  #opened: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.opening = decided()
  }

  /** Whether nothing is fetched for a training until somebody presses Start. */
  get isHeldBack(): boolean {
    return this.#isHeldBack
  }

  /** Shows a poster, or starts the training once the session is `opened`. */
  async begin(opened: Promise<void>): Promise<void> {
    this.#opened = opened
    const opening = await this.opening
    if (opening.kind === 'poster') {
      const { why } = opening
      this.#holdBack(() => words.first[why])
    }
    if (opening.kind !== 'runs') return
    await opened
    await seen()
    const { session, isSeen, conductor } = this.#parts
    const isAsLeft = session.phase === 'ready' && session.step === 0 && isSeen()
    if (this.#isTaken || !isAsLeft) return
    this.#attendance.watch()
    await conductor.start()
  }

  /** Somebody runs the training. */
  taken(): void {
    this.#isTaken = true
    this.#isHeldBack = false
    this.#attendance.stop()
    this.#parts.status.past('absence')
  }

  /** Start was pressed: where nothing was fetched yet, it is fetched now. */
  async startPressed(): Promise<void> {
    const { session, conductor } = this.#parts
    // The key is heard while the button cannot be pressed.
    if (session.phase === 'loading' && !this.#isHeldBack) return
    await this.wanted()
    await conductor.start()
  }

  /** Somebody wants a training: waits until one stands, and has what it takes fetched. */
  async wanted(): Promise<void> {
    const { session, generated, onHeldBack } = this.#parts
    const isHeldBack = this.#isHeldBack
    this.taken()
    session.want()
    if (isHeldBack) {
      generated.begins()
      onHeldBack()
    }
    await this.#opened
  }

  /** Goes over from drawn digits to MNIST's, and begins anew with them. */
  async takeMnist(): Promise<void> {
    const { session, matching, conductor } = this.#parts
    this.taken()
    matching.chosen()
    if (!(await session.useData(builtIn('mnist')))) return
    if (session.data.choice === 'mnist') await conductor.startAnew()
  }

  /** Another room is entered. */
  left(): void {
    this.#attendance.leave()
  }

  #holdBack(sentence: () => string): void {
    const { status, generated, onHeldBack } = this.#parts
    this.#isHeldBack = true
    status.progress(null)
    status.phase('loading', sentence)
    generated.poster()
    onHeldBack()
  }

  #nobody(why: Absence): void {
    const { session, status, conductor } = this.#parts
    if (session.phase !== 'running') return
    void conductor.pause()
    const act = () => {
      this.taken()
      void conductor.start()
    }
    const actions = [{ name: () => words.train.goOn, act }]
    status.notice(() => words.first.absent[why], { cause: 'absence', actions })
  }
}

async function decided(): Promise<Opening> {
  const asked = trainings().catch(() => [])
  const hasTraining = !(await settlesWithin(asked, PATIENCE)) || (await asked).length > 0
  return openingOf(await visitOf(hasTraining))
}
