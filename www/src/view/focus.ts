import { button } from './elements'

/** Start and Pause take turns; the other buttons come back by themselves. */
const TURNS: Readonly<Record<string, string>> = { start: 'pause', pause: 'start' }

/** Keeps the focus in a group of buttons: the browser drops it when it disables the button that has it. */
export class FocusKeeper {
  readonly #ids: readonly string[]
  /** The button that had the focus until it was disabled. */
  #lost: string | null = null

  constructor(ids: readonly string[]) {
    this.#ids = ids
  }

  /** Runs `change`, which disables and enables buttons of the group. */
  around(change: () => void): void {
    const focused = focusedId()
    if (this.#ids.includes(focused)) this.#lost = focused
    change()
    const heir = this.#heir()
    if (heir === null) return
    this.#lost = null
    // Who went on to something else in the meantime stays there.
    const isFree = document.activeElement === document.body || this.#ids.includes(focusedId())
    if (isFree) button(heir).focus({ preventScroll: true })
  }

  #heir(): string | null {
    if (this.#lost === null) return null
    const candidates = [this.#lost, TURNS[this.#lost] ?? this.#lost]
    return candidates.find((id) => !button(id).disabled && !button(id).hidden) ?? null
  }
}

function focusedId(): string {
  return document.activeElement?.id ?? ''
}
