import type { ForeignFile, Imported } from '../engine/import'
import { words } from '../strings/page'
import type { Card } from './card'
import { addressOf } from './catalogue'

/** Where a generator comes from. */
export type ModelSource =
  | { kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  /** Absolute, or from the page. */
  | { kind: 'address'; address: string }
  /** The averaged generator of the training that is at hand. */
  | { kind: 'training' }

/** A generator that was asked for. */
export interface Chosen {
  name: string
  source: ModelSource
  card: Card | null
  reference: string | null
  /** How it was read, if another program wrote it. */
  imported?: ImportedFiles
}

/** How files of another program were read, and what they are, to be read otherwise. */
export interface ImportedFiles extends Imported {
  files: ForeignFile[]
  /** Which of several networks. */
  key: string | null
}

/** One that ships. */
export function chosenCard(card: Card): Chosen {
  const source: ModelSource = { kind: 'address', address: addressOf(card.file) }
  return { name: card.file, source, card, reference: card.name }
}

/** One that lies at an address. */
export function chosenAddress(address: string): Chosen {
  const name = address.slice(address.lastIndexOf('/') + 1) || address
  return { name, source: { kind: 'address', address }, card: null, reference: address }
}

/** One whose file is at hand. */
export function chosenBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  imported?: ImportedFiles,
): Chosen {
  const chosen: Chosen = { name, source: { kind: 'bytes', bytes }, card: null, reference: null }
  return imported ? { ...chosen, imported } : chosen
}

/** The one that is being trained. */
export function chosenTraining(): Chosen {
  return {
    get name() {
      return words.play.generatorInTraining
    },
    source: { kind: 'training' },
    card: null,
    reference: null,
  }
}
