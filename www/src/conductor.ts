import type { Saver } from './saver'
import { leaveNote, takeNote } from './returning'
import { words } from './strings/page'
import type { Session } from './training/session'
import type { Controls } from './view/controls'
import type { RecipeEditor } from './view/recipe-editor'
import type { StatusView } from './view/status'

interface Parts {
  session: Session
  saver: Saver
  controls: Controls
  status: StatusView
  editor: RecipeEditor
}

/** Stops trainings, and takes them up again, so that nothing is lost on the way. */
export class Conductor {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Starts once the data that were chosen last are there: what is trained is what the menus show. */
  async start(): Promise<void> {
    const { session } = this.#parts
    if (session.phase === 'ready') await session.dataSettled()
    session.start()
  }

  /** Takes what waits for Reset, and starts. */
  async startAnew(): Promise<void> {
    await this.reset()
    await this.start()
  }

  async pause(): Promise<void> {
    const { session, saver, status } = this.#parts
    status.phase('running', () => words.train.pausing)
    if ((await session.pause()) || session.phase !== 'running') return
    // A step that takes long is given up at once where no other would be lost with it.
    if (!saver.lacks) await this.#stopNow()
    else {
      const act = () => void this.#stopNow()
      const actions = [{ name: () => words.train.stopNow, act }]
      status.notice(() => words.notices.slowStep, { cause: 'engine', actions })
    }
  }

  async reset(): Promise<void> {
    const { session, saver, status } = this.#parts
    status.clearErrors()
    const { phase } = session
    if (phase === 'running' || phase === 'stepping') status.phase(phase, () => words.train.pausing)
    await session.reset()
    await saver.offer()
  }

  /** Puts the training by, and says whether the page can be loaded anew without a loss. */
  async leave(): Promise<boolean> {
    const { session, saver, controls, editor } = this.#parts
    const isRunning = session.phase === 'running'
    const isSaved = await saver.saved()
    const { settings } = controls
    if (!isSaved) {
      if (isRunning) session.start()
    } else if (settings && session.applied) {
      leaveNote({ id: saver.id, isRunning, settings, draft: editor.draft })
    }
    return isSaved
  }

  /** Takes up the training that was left, or offers the newest one, once the page is `open`. */
  async takeUp(open: Promise<void>): Promise<void> {
    const { session, saver, controls, editor } = this.#parts
    const note = takeNote()
    await open
    if (note?.draft) editor.resume(note.draft)
    const saved = note && (await saver.find(note.id))
    if (!note || !saved) {
      await saver.offer()
      return
    }
    if (!(await saver.goOn(saved))) return
    // Some may have waited for Reset.
    const { width, batch, seed, averaged } = note.settings
    controls.choose({ width, batch, seed, averaged })
    if (note.isRunning) session.start()
  }

  /** Ends the engine in the midst of a step, and goes back to what was saved, or to the start. */
  async #stopNow(): Promise<void> {
    const { session, saver, status } = this.#parts
    if (session.phase !== 'running') return
    const saved = await saver.last()
    session.abandon()
    status.past('engine')
    status.notice(() => words.notices.engineEnded, { cause: 'engine' })
    if (!saved || !(await saver.goOn(saved))) await session.reset()
  }
}
