import type { Settings } from './settings/settings'

const KEY = 'ganvas-return'

/** What a page that is loaded anew takes up again. */
export interface Note {
  /** The training, as it is saved. */
  id: string
  isRunning: boolean
  /** Those that are chosen: some may wait for Reset. */
  settings: Settings
  /** A recipe that is being written, if any. */
  draft: string | null
}

/** Leaves a note for the page that this tab loads next. */
export function leaveNote(note: Note): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(note))
  } catch {
    // Storage may be refused: then the saved training is offered, as on any visit.
  }
}

/** The note that was left, once. */
export function takeNote(): Note | null {
  try {
    const note = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return note === null ? null : (JSON.parse(note) as Note)
  } catch {
    return null
  }
}
