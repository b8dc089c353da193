import { type Card, cardIn } from './card'

const FOLDER = 'models/'

/** The list that lies beside the page; a page without one offers none. */
export async function readCatalogue(): Promise<Card[]> {
  try {
    const response = await fetch(new URL(`${FOLDER}models.json`, document.baseURI))
    if (!response.ok) return []
    const list: unknown = await response.json()
    return Array.isArray(list) ? list.filter(isCard).map(cardIn) : []
  } catch {
    return []
  }
}

/** Where a file of the list lies. */
export function addressOf(file: string): string {
  return new URL(FOLDER + file, document.baseURI).href
}

function isCard(value: unknown): value is Card {
  const card = value as Partial<Card> | null
  return typeof card?.name === 'string' && typeof card.file === 'string'
}
