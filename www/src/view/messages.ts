import { words } from '../strings/page'
import { make } from './elements'
import { textOf, type Text } from '../strings/text'

const MOST_MESSAGES = 4

/** What a message is about; it goes when that is past. */
export type Cause =
  | 'absence'
  | 'address'
  | 'backend'
  | 'checkpoint'
  | 'data'
  | 'engine'
  | 'limit'
  | 'setting'
  | 'storage'

/** What helps, as a button. */
export interface Action {
  name: Text
  act: () => void
}

export interface About {
  cause?: Cause
  actions?: readonly Action[]
}

/** Sentences about what went wrong or otherwise, with what helps; they can be dismissed. */
export class Messages {
  readonly #list: HTMLElement

  constructor(list: HTMLElement) {
    this.#list = list
  }

  add(kind: 'error' | 'notice', sentence: Text, { cause, actions = [] }: About = {}): void {
    const known = [...this.#list.children].find(
      (message) => message.firstElementChild?.textContent === textOf(sentence),
    )
    known?.remove()
    const message = make('li')
    message.dataset['kind'] = kind
    if (cause) message.dataset['cause'] = cause
    const remove = () => {
      message.remove()
    }
    const buttons = actions.map(({ name, act }) =>
      this.#button(name, () => {
        remove()
        act()
      }),
    )
    message.append(
      make('span', sentence),
      ...buttons,
      this.#button(() => words.frame.dismiss, remove),
    )
    this.#list.append(message)
    while (this.#list.children.length > MOST_MESSAGES) this.#list.firstElementChild?.remove()
  }

  /** What is said of this is past. */
  clear(cause: Cause): void {
    for (const message of this.#list.querySelectorAll(`[data-cause=${cause}]`)) message.remove()
  }

  clearErrors(): void {
    for (const error of this.#list.querySelectorAll('[data-kind=error]')) error.remove()
  }

  #button(name: Text, act: () => void): HTMLButtonElement {
    const button = make('button', name)
    button.type = 'button'
    button.addEventListener('click', act)
    return button
  }
}
