import type { LoadProgress, Phase } from '../training/events'
import { listed, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { LoadingBar } from './loading'
import { type About, type Cause, Messages } from './messages'
import type { Text } from '../strings/text'
import { write } from './write'

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

  phase(phase: Phase, sentence: Text): void {
    this.#box.dataset['phase'] = phase
    write(this.#state, sentence)
  }

  /** The settings whose change waits, by their names in the language of now. */
  pending(names: () => readonly string[]): void {
    const { length } = names()
    this.#pending.hidden = length === 0
    element('apply-pending').hidden = length === 0
    write(this.#pending, () => {
      const { pendingOne, pendingMore } = words.train
      return length === 0
        ? ''
        : filled(length === 1 ? pendingOne : pendingMore, { names: listed(names()) })
    })
  }

  progress(progress: LoadProgress | null): void {
    this.#loading.show(progress)
    this.#stop.hidden = progress?.canStop !== true
  }

  error(sentence: Text, about?: About): void {
    this.#messages.add('error', sentence, about)
  }

  notice(sentence: Text, about?: About): void {
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
