import { button, element, input, make } from '../../view/elements'
import { megabytes, wholeNumber } from '../../view/numbers'
import { addressOf, type Card } from '../catalogue'
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

  constructor(hooks: ModelsHooks) {
    this.#hooks = hooks
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
  show({ header, info }: Model, card: Card | null): void {
    for (const [at, item] of [...element('model-cards').children].entries()) {
      const isOpen = this.#cards[at] === card
      item.firstElementChild?.setAttribute('aria-pressed', String(isOpen))
    }
    element('model-name').textContent = card?.title ?? header.name
    element('model-what').textContent = card?.what ?? header.title ?? ''
    const facts = [...factsOf(card, header), ['Computed on', backendOf(info)]] as [string, string][]
    element('model-facts').replaceChildren(
      ...facts.flatMap(([name, value]) => [make('dt', name), make('dd', value)]),
    )
    element('about-model').hidden = false
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
      poster.width = 44
      poster.height = 44
      press.append(poster)
    }
    const words = make('span')
    words.append(make('strong', card.title), make('small', `${megabytes(card.bytes)} MB`))
    press.append(words)
    press.addEventListener('click', () => {
      this.#hooks.onCard(card)
    })
    item.append(press)
    return item
  }
}

function factsOf(card: Card | null, header: Model['header']): [string, string][] {
  const { image, latent, labels, training, licence, provenance } = header
  const facts: [string, string | undefined][] = [
    ['Images', `${image.width}×${image.height}${image.channels === 1 ? ', grey' : ', in colour'}`],
    ['Latent', `${latent.dimension} numbers`],
    ['Classes', labels && labels.length > 0 ? labels.join(', ') : undefined],
    ['Data', card?.data ?? training?.data],
    ['Licence of the data', card?.dataLicence],
    ['Licence', card?.licence ?? licence],
    ['Recipe', card?.recipe],
    ['Steps', count(card?.steps ?? training?.step)],
    ['Seed', String(card?.seed ?? training?.seed ?? '') || undefined],
    ['Scores', scoresOf(card)],
    ['From', provenance],
    ['Made with', card?.command],
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

function backendOf({ backend }: Model['info']): string {
  const kind = backend.kind === 'webgpu' ? 'WebGPU' : 'the CPU'
  return `${kind} (${backend.adapter})${backend.reason === null ? '' : `. ${backend.reason}`}`
}
