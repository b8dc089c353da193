import type { Encoding } from '../engine/types'
import type { Card } from '../play/card'
import { addressOf } from '../play/catalogue'
import type { Chosen } from '../play/chosen'

/** A generator that can be embedded. */
export interface Embeddable {
  /** As the list of choices has it. */
  id: string
  title: string
  /** What the snippet calls it: a shipped name, an address, or a file beside the post. */
  reference: string
  /** Its file, if the post needs one of its own. */
  file: ((encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>) | null
  /** Whether the file can be written in other encodings. */
  isWritten: boolean
  /** The address for the live widget, where it has one. */
  address: string | null
}

/** What the page lends. */
export interface Lenders {
  /** What Play has open, or is to open. */
  open: () => Chosen | null
  /** The generator in training; null while there is none. */
  trained: () => ((encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>) | null
  /** What the training is called. */
  recipe: () => string
}

export const TRAINED = 'training'
export const OPEN = 'open'

/** All that there is to embed: the one at hand first, then those that ship. */
export function embeddables(cards: readonly Card[], lenders: Lenders): Embeddable[] {
  const open = lenders.open()
  const trained = lenders.trained()
  return [
    ...(open && !open.card && open.source.kind !== 'training' ? [opened(open)] : []),
    ...(trained ? [inTraining(lenders.recipe(), trained)] : []),
    ...cards.map(shipped),
  ]
}

/** Which of them is at hand. */
export function atHand(choices: readonly Embeddable[], open: Chosen | null): string | null {
  const id = open?.source.kind === 'training' ? TRAINED : (open?.card?.name ?? OPEN)
  return (choices.find((choice) => choice.id === id) ?? choices[0])?.id ?? null
}

function shipped(card: Card): Embeddable {
  return {
    id: card.name,
    get title() {
      return card.title
    },
    reference: card.name,
    file: null,
    isWritten: false,
    address: addressOf(card.file),
  }
}

function opened({ name, source }: Chosen): Embeddable {
  const title = name.replace(/\.\w+$/, '')
  const common = { id: OPEN, title, isWritten: false }
  if (source.kind === 'address') {
    const { href } = new URL(source.address, document.baseURI)
    return { ...common, reference: href, file: null, address: href }
  }
  const bytes = source.kind === 'bytes' ? source.bytes : null
  const reference = `./${fileName(title)}`
  return { ...common, reference, file: bytes && (() => Promise.resolve(bytes)), address: null }
}

function inTraining(recipe: string, file: NonNullable<Embeddable['file']>): Embeddable {
  const reference = `./${fileName(recipe)}`
  return { id: TRAINED, title: recipe, reference, file, isWritten: true, address: null }
}

/** What its file is best called on a server. */
function fileName(title: string): string {
  return `${title.replaceAll(/[^\w.-]+/g, '-') || 'generator'}.safetensors`
}
