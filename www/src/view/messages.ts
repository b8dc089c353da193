import { words } from '../strings/page'
import { make } from './elements'

const MOST_MESSAGES = 4

/** What can be done about what went wrong. */
export interface Remedy {
  label: string
  take(): void
}

/** Sentences about what went wrong or otherwise, that can be dismissed. */
export class Messages {
  readonly #list: HTMLElement

  constructor(list: HTMLElement) {
    this.#list = list
  }

  add(kind: 'error' | 'notice', sentence: string, remedy: Remedy | null = null): void {
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
    message.append(make('span', sentence))
    if (remedy) {
      const take = make('button', remedy.label)
      take.type = 'button'
      take.addEventListener('click', () => {
        message.remove()
        remedy.take()
      })
      message.append(take)
    }
    message.append(dismiss)
    this.#list.append(message)
    while (this.#list.children.length > MOST_MESSAGES) this.#list.firstElementChild?.remove()
  }

  clearErrors(): void {
    for (const error of this.#list.querySelectorAll('[data-kind=error]')) error.remove()
  }
}
