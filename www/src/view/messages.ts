import { words } from '../strings/page'
import { make } from './elements'

const MOST_MESSAGES = 4

/** Sentences about what went wrong or otherwise, that can be dismissed. */
export class Messages {
  readonly #list: HTMLElement

  constructor(list: HTMLElement) {
    this.#list = list
  }

  add(kind: 'error' | 'notice', sentence: string): void {
    const known = [...this.#list.children].find(
      (message) => message.firstElementChild?.textContent === sentence,
    )
    known?.remove()
    const message = make('li')
    message.dataset['kind'] = kind
    const dismiss = make('button', words.frame.dismiss)
    dismiss.type = 'button'
    dismiss.addEventListener('click', () => {
      message.remove()
    })
    message.append(make('span', sentence), dismiss)
    this.#list.append(message)
    while (this.#list.children.length > MOST_MESSAGES) this.#list.firstElementChild?.remove()
  }

  clearErrors(): void {
    for (const error of this.#list.querySelectorAll('[data-kind=error]')) error.remove()
  }
}
