import { type Opening, openingOf } from './training/first-visit'
import { settlesWithin } from './shared/patience'
import { words } from './strings/page'
import { Attendance, type Absence } from './training/attendance'
import type { Session } from './training/session'
import { trainings } from './training/storage'
import type { GeneratedView } from './view/generated'
import type { StatusView } from './view/status'
import { seen, visitOf } from './view/visitor'

interface Parts {
  session: Session
  status: StatusView
  generated: GeneratedView
  /** Nothing is fetched until Start is pressed. */
  onHeldBack: () => void
  /** Whether Train is what is seen. */
  isSeen: () => boolean
  start: () => void
  pause: () => void
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
    const opening = await this.opening
    if (opening.kind === 'poster') this.#holdBack(words.first[opening.why])
    if (opening.kind !== 'runs') return
    await opened
    await seen()
    const { session, isSeen, start } = this.#parts
    const isAsLeft = session.phase === 'ready' && session.step === 0 && isSeen()
    if (this.#isTaken || !isAsLeft) return
    this.#attendance.watch()
    start()
  }

  /** Somebody runs the training. */
  taken(): void {
    this.#isTaken = true
    this.#isHeldBack = false
    this.#attendance.stop()
    this.#parts.status.past('absence')
  }

  /** Another room is entered. */
  left(): void {
    this.#attendance.leave()
  }

  #holdBack(sentence: string): void {
    const { status, generated, onHeldBack } = this.#parts
    this.#isHeldBack = true
    status.progress(null)
    status.phase('loading', sentence)
    generated.poster()
    onHeldBack()
  }

  #nobody(why: Absence): void {
    const { session, status, start, pause } = this.#parts
    if (session.phase !== 'running') return
    pause()
    const act = () => {
      this.taken()
      start()
    }
    const actions = [{ name: words.train.goOn, act }]
    status.notice(words.first.absent[why], { cause: 'absence', actions })
  }
}

async function decided(): Promise<Opening> {
  const asked = trainings().catch(() => [])
  const hasTraining = !(await settlesWithin(asked, PATIENCE)) || (await asked).length > 0
  return openingOf(await visitOf(hasTraining))
}
