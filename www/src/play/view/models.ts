import type { BackendInfo } from '../../shared/backend'
import { said } from '../../shared/sentence'
import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import { button, element, input, make } from '../../view/elements'
import { adapterOf } from '../../view/info'
import { megabytes, wholeNumber } from '../../view/numbers'
import type { Card } from '../card'
import { addressOf } from '../catalogue'
import type { Model } from '../model'

export interface ModelsHooks {
  onCard(card: Card): void
  onFiles(files: File[]): void
  onAddress(address: string): void
  onTraining(): void
}

/** The list of generators with their cards, and the other ways to open one. */
export class ModelsView {
  readonly #hooks: ModelsHooks
  #cards: readonly Card[] = []
  #open: [Model, Card | null] | null = null

  constructor(hooks: ModelsHooks) {
    this.#hooks = hooks
    onLanguage(() => {
      if (this.#open) this.show(...this.#open)
    })
    const picker = input('model-file')
    button('choose-model').addEventListener('click', () => {
      picker.click()
    })
    picker.addEventListener('change', () => {
      const files = [...(picker.files ?? [])]
      if (files.length > 0) hooks.onFiles(files)
      // Emptied, so that picking the same file again is a change as well.
      picker.value = ''
    })
    element('model-address-form').addEventListener('submit', (event) => {
      event.preventDefault()
      const address = input('model-address').value.trim()
      if (address !== '') hooks.onAddress(address)
    })
    button('model-in-training').addEventListener('click', () => {
      hooks.onTraining()
    })
  }

  offer(cards: readonly Card[]): void {
    this.#cards = cards
    element('model-cards').hidden = cards.length === 0
    element('model-cards').replaceChildren(...cards.map((card) => this.#item(card)))
  }

  /** Says what is open; `card` is its own, if it is one of the list. */
  show(model: Model, card: Card | null): void {
    this.#open = [model, card]
    const { header, backend } = model
    for (const [at, item] of [...element('model-cards').children].entries()) {
      const isOpen = this.#cards[at] === card
      item.firstElementChild?.setAttribute('aria-pressed', String(isOpen))
    }
    element('model-name').textContent = card?.title ?? header.name
    element('model-what').textContent = card?.what ?? header.title ?? ''
    const facts = [...factsOf(card, header), [words.play.computedOn, backendOf(backend)]] as [
      string,
      string,
    ][]
    element('model-facts').replaceChildren(
      ...facts.flatMap(([name, value]) => [make('dt', name), make('dd', value)]),
    )
  }

  #item(card: Card): HTMLLIElement {
    const item = make('li')
    const press = make('button')
    press.type = 'button'
    press.className = 'card'
    press.setAttribute('aria-pressed', 'false')
    if (card.poster !== undefined) {
      const poster = make('img')
      poster.src = addressOf(card.poster)
      poster.alt = ''
      // Not before Play is seen.
      poster.loading = 'lazy'
      poster.width = 44
      poster.height = 44
      press.append(poster)
    }
    const lines = make('span')
    lines.append(
      make('strong', () => card.title),
      make('small', () => `${megabytes(card.bytes)} ${words.frame.megabytes}`),
    )
    press.append(lines)
    press.addEventListener('click', () => {
      this.#hooks.onCard(card)
    })
    item.append(press)
    return item
  }
}

function factsOf(card: Card | null, header: Model['header']): [string, string][] {
  const { image, latent, labels, training, licence, provenance } = header
  const own = words.play
  const size = `${image.width}×${image.height}`
  const facts: [string, string | undefined][] = [
    [own.images, filled(image.channels === 1 ? own.grey : own.colour, { size })],
    [own.latent, filled(own.numbers, { count: latent.dimension })],
    [own.classes, labels && labels.length > 0 ? labels.join(', ') : undefined],
    [own.data, card?.data ?? training?.data],
    [own.dataLicence, card?.dataLicence],
    [own.licence, card?.licence ?? licence],
    [own.recipe, card?.recipe],
    [own.steps, count(card?.steps ?? training?.step)],
    [words.frame.seed, String(card?.seed ?? training?.seed ?? '') || undefined],
    [own.scores, scoresOf(card)],
    // What ships says it in the reader's language.
    [own.from, card?.data === undefined ? provenance : undefined],
    [own.madeWith, card?.command],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined)
}

function scoresOf(card: Card | null): string | undefined {
  const scores = Object.entries(card?.scores ?? {})
  return scores.length === 0
    ? undefined
    : scores.map(([name, value]) => `${name} ${value}`).join(', ')
}

function count(value: number | undefined): string | undefined {
  return value === undefined ? undefined : wholeNumber(value)
}

function backendOf(backend: BackendInfo): string {
  const kind = backend.kind === 'webgpu' ? 'WebGPU' : words.play.theCpu
  return `${kind} (${adapterOf(backend)})${backend.reason === null ? '' : `. ${said(backend.reason)}`}`
}
