import type { LoadProgress, Phase } from '../training/events'
import { element, make } from './elements'
import { megabytes, wholeNumber } from './numbers'

const MOST_MESSAGES = 4

/** The line that says what is going on, and under it what went wrong. */
export class StatusView {
  readonly #box = element('status')
  readonly #state = element('state')
  readonly #pending = element('pending')
  readonly #messages = element('messages')
  readonly #loading = element('loading')
  readonly #loadLabel = element('load-label')
  readonly #bar = element('load-progress', HTMLProgressElement)

  phase(phase: Phase, sentence: string): void {
    this.#box.dataset['phase'] = phase
    // Setting the same text again would have screen readers say it again.
    if (this.#state.textContent !== sentence) this.#state.textContent = sentence
  }

  pending(names: string[]): void {
    this.#pending.hidden = names.length === 0
    const sentence =
      names.length === 0
        ? ''
        : `New ${listed(names)}: ${names.length === 1 ? 'takes' : 'take'} effect after Reset.`
    if (this.#pending.textContent !== sentence) this.#pending.textContent = sentence
  }

  progress(progress: LoadProgress | null): void {
    this.#loading.hidden = progress === null
    if (!progress) return
    const { what, loaded, total, counts } = progress
    if (loaded !== null && total !== null) {
      this.#bar.max = total
      this.#bar.value = loaded
    } else this.#bar.removeAttribute('value')
    const number = counts === undefined ? megabytes : wholeNumber
    const amount = loaded
      ? ` ${number(loaded)}${total === null ? '' : ` of ${number(total)}`} ${counts ?? 'MB'}`
      : ''
    this.#loadLabel.textContent = `Loading ${what}${amount}`
  }

  error(sentence: string): void {
    this.#add('error', sentence)
  }

  notice(sentence: string): void {
    this.#add('notice', sentence)
  }

  clearErrors(): void {
    for (const error of this.#messages.querySelectorAll('[data-kind=error]')) error.remove()
  }

  #add(kind: 'error' | 'notice', sentence: string): void {
    const known = [...this.#messages.children].find(
      (message) => message.firstElementChild?.textContent === sentence,
    )
    known?.remove()
    const message = make('li')
    message.dataset['kind'] = kind
    const dismiss = make('button', 'Dismiss')
    dismiss.type = 'button'
    dismiss.addEventListener('click', () => {
      message.remove()
    })
    message.append(make('span', sentence), dismiss)
    this.#messages.append(message)
    while (this.#messages.children.length > MOST_MESSAGES)
      this.#messages.firstElementChild?.remove()
  }
}

function listed(names: string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`
}
