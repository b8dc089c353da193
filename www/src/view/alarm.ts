import { words } from '../strings/page'
import { button, element, make } from './elements'
import type { Action } from './messages'
import { textOf, type Text } from '../strings/text'
import { write } from './write'

/** What is told of an alarm. */
export interface Told {
  /** What is seen, why, and what is to be expected. */
  sentences: readonly Text[]
  actions: readonly Action[]
  /** Whether it is no fault. */
  isCalm: boolean
}

/** The place where it is said whether a training is in trouble; it is there all the time, so that nothing jumps. */
export class AlarmView {
  readonly #box = element('alarm')
  readonly #seen = element('alarm-seen')
  readonly #why = element('alarm-why')
  readonly #actions = element('alarm-actions')
  readonly #dismiss = button('alarm-dismiss')

  constructor(dismiss: () => void) {
    this.#dismiss.addEventListener('click', dismiss)
    this.rest(() => words.alarms.idle)
  }

  /** There is no alarm. */
  rest(sentence: Text): void {
    this.#say('rest', [sentence])
    this.#actions.replaceChildren()
    this.#dismiss.hidden = true
  }

  tell({ sentences, actions, isCalm }: Told): void {
    this.#say(isCalm ? 'calm' : 'alarm', sentences)
    const names = actions.map(({ name }) => textOf(name))
    const shown = [...this.#actions.children].map(({ textContent }) => textContent)
    this.#dismiss.hidden = isCalm
    // A button that somebody is about to press stays where it is.
    if (names.join('\n') === shown.join('\n')) return
    this.#actions.replaceChildren(
      ...actions.map(({ name, act }) => {
        const made = make('button', name)
        made.type = 'button'
        made.addEventListener('click', act)
        return made
      }),
    )
  }

  #say(kind: 'rest' | 'calm' | 'alarm', [seen = '', ...why]: readonly Text[]): void {
    this.#box.dataset['kind'] = kind
    write(this.#seen, seen)
    write(this.#why, () => why.map(textOf).join(' '))
  }
}
