import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { BackendChoice } from '../../shared/backend'
import type { LoadProgress } from '../../training/events'
import { button, element, select } from '../../view/elements'
import { LoadingBar } from '../../view/loading'
import { type About, type Cause, Messages } from '../../view/messages'
import type { Text } from '../../strings/text'
import { write } from '../../view/write'

export interface StatusHooks {
  onBackend(choice: BackendChoice): void
  onRestart(): void
  /** What is under way is not wanted any more. */
  onStop(): void
}

/** What Play has to say: what draws, what is under way, and what went wrong. */
export class PlayStatus {
  readonly #messages = new Messages(element('play-messages'))
  readonly #loading = new LoadingBar(
    element('play-loading'),
    element('play-load-label'),
    element('play-load-progress', HTMLProgressElement),
  )

  constructor(hooks: StatusHooks) {
    select('play-backend').addEventListener('change', () => {
      hooks.onBackend(select('play-backend').value as BackendChoice)
    })
    button('play-restart').addEventListener('click', () => {
      this.offerRestart(false)
      hooks.onRestart()
    })
    button('play-stop').addEventListener('click', () => {
      hooks.onStop()
    })
  }

  show(phase: 'loading' | 'ready' | 'failed', sentence: Text): void {
    element('play-status').dataset['phase'] = phase
    write(element('play-state'), sentence)
  }

  loading(progress: LoadProgress | null, canStop = true): void {
    this.#loading.show(progress)
    button('play-stop').hidden = !canStop
  }

  /** For how long files are being read: nobody knows how long it takes. Returns what ends that. */
  importing(name: string): () => void {
    const begun = performance.now()
    const show = () => {
      const loaded = Math.floor((performance.now() - begun) / 1000)
      this.loading({ what: name, loaded, total: null, counts: () => words.play.seconds })
    }
    show()
    this.show('loading', () => filled(words.play.importing, { name }))
    const timer = setInterval(show, 1000)
    return () => {
      clearInterval(timer)
      this.loading(null)
    }
  }

  error(sentence: Text): void {
    this.#messages.add('error', sentence)
  }

  notice(sentence: Text, about?: About): void {
    this.#messages.add('notice', sentence, about)
  }

  past(cause: Cause): void {
    this.#messages.clear(cause)
  }

  clearErrors(): void {
    this.#messages.clearErrors()
  }

  offerRestart(offered: boolean): void {
    button('play-restart').hidden = !offered
  }
}
