import type { LoadProgress, Phase } from '../training/events'
import { listed, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { LoadingBar } from './loading'
import { type About, type Cause, Messages } from './messages'

/** The line that says what is going on, and under it what went wrong. */
export class StatusView {
  readonly #box = element('status')
  readonly #state = element('state')
  readonly #pending = element('pending')
  readonly #messages = new Messages(element('messages'))
  readonly #loading = new LoadingBar(
    element('loading'),
    element('load-label'),
    element('load-progress', HTMLProgressElement),
  )
  readonly #stop = element('stop-loading')

  /** `stop` gives up what is being loaded. */
  constructor(stop: () => void) {
    this.#stop.addEventListener('click', stop)
  }

  phase(phase: Phase, sentence: string): void {
    this.#box.dataset['phase'] = phase
    // Setting the same text again would have screen readers say it again.
    if (this.#state.textContent !== sentence) this.#state.textContent = sentence
  }

  pending(names: string[]): void {
    this.#pending.hidden = names.length === 0
    element('apply-pending').hidden = names.length === 0
    const sentence =
      names.length === 0
        ? ''
        : filled(names.length === 1 ? words.train.pendingOne : words.train.pendingMore, {
            names: listed(names),
          })
    if (this.#pending.textContent !== sentence) this.#pending.textContent = sentence
  }

  progress(progress: LoadProgress | null): void {
    this.#loading.show(progress)
    this.#stop.hidden = progress?.canStop !== true
  }

  error(sentence: string, about?: About): void {
    this.#messages.add('error', sentence, about)
  }

  notice(sentence: string, about?: About): void {
    this.#messages.add('notice', sentence, about)
  }

  /** What was said of this is past. */
  past(...causes: Cause[]): void {
    for (const cause of causes) this.#messages.clear(cause)
  }

  clearErrors(): void {
    this.#messages.clearErrors()
  }
}
