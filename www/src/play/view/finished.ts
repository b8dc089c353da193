import type { Card } from '../card'
import { addressOf } from '../catalogue'
import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { element } from '../../view/elements'
import { write } from '../../view/write'

/** The way from a training to a generator that has finished its own. */
export class FinishedView {
  readonly #link = element('finished', HTMLAnchorElement)

  constructor(onOpen: () => void) {
    this.#link.addEventListener('click', (event) => {
      // In another tab it is a link like any other.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      onOpen()
    })
  }

  /** Names the first of the list; where the list is empty there is nothing to go to. */
  offer([first]: readonly Card[]): void {
    this.#link.hidden = first === undefined
    if (!first) return
    this.#link.href = `?model=${encodeURIComponent(first.name)}`
    write(element('finished-title'), () => filled(words.first.playWith, { title: first.title }))
    if (first.poster !== undefined) {
      element('finished-poster', HTMLImageElement).src = addressOf(first.poster)
    }
  }
}
