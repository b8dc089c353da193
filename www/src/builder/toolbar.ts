import type { BuilderTexts } from '../strings/builder'
import { make } from '../view/elements'
import type { Text } from '../strings/text'
import { write } from '../view/write'
import type { History } from './history'
import { type Icon, icon } from './icons'

interface Hooks {
  undo: () => void
  redo: () => void
  /** Goes to what is wrong. */
  toFault: () => void
}

/** Milliseconds without a further key after which it is said how the recipe stands. */
const PAUSE = 500

/** Undo and redo, and a line that says whether the recipe holds together. */
export class Toolbar {
  readonly element = make('div')
  readonly #undo: HTMLButtonElement
  readonly #redo: HTMLButtonElement
  readonly #show: HTMLButtonElement
  readonly #status = make('p')
  readonly #said = make('p')
  #timer = 0

  constructor(texts: BuilderTexts, hooks: Hooks) {
    const press = (name: 'undo' | 'redo', sign: Icon, keys: string, act: () => void) => {
      const button = make('button')
      button.append(icon(sign))
      button.type = 'button'
      write(button, () => `${texts[name]} (${keys})`, 'title')
      write(button, () => texts[name], 'aria-label')
      button.addEventListener('click', act)
      return button
    }
    this.#undo = press('undo', 'undo', 'Ctrl+Z', hooks.undo)
    this.#redo = press('redo', 'redo', 'Ctrl+Shift+Z', hooks.redo)
    this.#show = make('button', () => texts.showFault)
    this.#show.type = 'button'
    this.#show.hidden = true
    this.#show.addEventListener('click', hooks.toFault)
    this.#status.className = 'builder-status'
    this.#status.setAttribute('role', 'status')
    this.#said.className = 'unseen'
    this.#said.setAttribute('role', 'status')
    this.element.className = 'builder-toolbar'
    this.element.append(this.#undo, this.#redo, this.#status, this.#show, this.#said)
  }

  undo(): void {
    this.#undo.click()
  }

  redo(): void {
    this.#redo.click()
  }

  /** What can be undone. A button that goes idle hands its focus to the other. */
  show({ canUndo, canRedo }: History): void {
    const focused = document.activeElement
    this.#undo.disabled = !canUndo
    this.#redo.disabled = !canRedo
    if (focused === this.#undo && !canUndo) this.#redo.focus()
    if (focused === this.#redo && !canRedo) this.#undo.focus()
  }

  /** Says how the recipe stands, once nothing more is typed. */
  tell(sentence: Text, isWrong: boolean): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      write(this.#status, sentence)
      this.#status.classList.toggle('wrong', isWrong)
      this.#show.hidden = !isWrong
    }, PAUSE)
  }

  /** Says what was done to those who do not see it. */
  announce(sentence: Text): void {
    write(this.#said, sentence)
  }
}
