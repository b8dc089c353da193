import type { FirstMinute } from './first-minute'
import type { Matching } from './matching'
import { words } from './strings/page'
import type { Phase } from './training/events'
import type { Session } from './training/session'
import type { Controls } from './view/controls'
import type { CourseView } from './view/course'
import { button } from './view/elements'
import type { GoalView } from './view/goal'
import { ScreenLock } from './view/screen-lock'
import type { StatusView } from './view/status'
import { phaseSentence, type Transport } from './view/transport'

interface Parts {
  session: Session
  first: FirstMinute
  matching: Matching
  controls: Controls
  status: StatusView
  course: CourseView
  goal: GoalView
  transport: Transport
}

/** Shows how the training stands, and what waits for Reset. */
export class Standing {
  readonly #parts: Parts
  readonly #screen = new ScreenLock()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  show(phase: Phase): void {
    const { session, first, status, course, goal, transport } = this.#parts
    const { step } = session
    const isOffered = first.isHeldBack && phase === 'loading'
    // What waits for Start is not under way.
    course.phase(isOffered ? 'ready' : phase)
    goal.phase(phase, step)
    this.#screen.wanted = phase === 'running'
    transport.show(phase, step, isOffered)
    const source = session.applied?.source ?? session.data
    if (!isOffered) status.phase(phase, () => phaseSentence(phase, step, source.what))
    this.showPending()
  }

  showPending(): void {
    const { session, matching, controls, status, transport } = this.#parts
    const isLoading = session.phase === 'loading'
    // While a training is being set up, it takes the changes by itself.
    const waiting = isLoading ? [] : session.pending()
    controls.pending(waiting)
    status.pending(() => waiting.map((name) => words.notices.names[name]))
    transport.isOld = waiting.includes('recipe') || waiting.includes('data')
    button('take-mnist').hidden = isLoading || !matching.offersMnist
  }
}
