import type { Embedding } from './embedding/embedding'
import type { Lenders } from './embedding/generators'
import type { Card } from './play/card'
import { words } from './strings/page'
import type { Text } from './strings/text'
import { element } from './view/elements'
import { write } from './view/write'

/** The room in which a generator is put into a post; it is fetched when it is first entered. */
export class EmbeddingLoader {
  readonly #lenders: Lenders
  #cards: readonly Card[] = []
  #isSeen = false
  #coming: Promise<Embedding> | null = null

  constructor(lenders: Lenders) {
    this.#lenders = lenders
  }

  offer(cards: readonly Card[]): void {
    this.#cards = cards
  }

  /** `fromTraining`: what is in training is at hand. */
  show(isSeen: boolean, fromTraining: boolean): void {
    this.#isSeen = isSeen
    if (!isSeen && !this.#coming) return
    this.#coming ??= this.#fetch()
    this.#coming.then(
      (embedding) => {
        // Another room may have been entered meanwhile.
        embedding.show(this.#isSeen, fromTraining)
      },
      () => {
        this.#coming = null
        this.say(() => words.embed.notLoaded)
      },
    )
  }

  say(text: Text): void {
    write(element('embed-status'), text)
  }

  async #fetch(): Promise<Embedding> {
    const { Embedding } = await import('./embedding/embedding')
    const embedding = new Embedding(this.#lenders)
    embedding.offer(this.#cards)
    return embedding
  }
}
