import { words } from '../strings/page'
import { en } from '../strings/page/en'

/** A generator that is offered with the page, and what its card says. */
export interface Card {
  name: string
  title: string
  /** Beside the list. */
  file: string
  bytes: number
  what: string
  data?: string
  dataLicence?: string
  licence?: string
  recipe?: string
  steps?: number
  seed?: number
  scores?: Record<string, number>
  command?: string
  /** An image file beside the list. */
  poster?: string
}

/** A generator that ships, in the language of the page; others say what their list says. */
export function cardIn(card: Card): Card {
  const [english, own] = [entry(en.cards, card.name), entry(words.cards, card.name)]
  if (!english || !own) return card
  const pick = (name: keyof typeof own) => (card[name] === english[name] ? own[name] : card[name])
  return {
    ...card,
    title: pick('title') ?? card.title,
    what: pick('what') ?? card.what,
    ...said('data', pick('data')),
    ...said('dataLicence', pick('dataLicence')),
    scores: Object.fromEntries(
      Object.entries(card.scores ?? {}).map(([name, value]) => [scoreIn(name), value]),
    ),
  }
}

/** What is measured, by its English name. */
function scoreIn(name: string): string {
  const key = (Object.keys(en.scores) as (keyof typeof en.scores)[]).find(
    (each) => en.scores[each] === name,
  )
  return key ? words.scores[key] : name
}

function said<Name extends string>(name: Name, text: string | undefined) {
  return (text === undefined ? {} : { [name]: text }) as Partial<Record<Name, string>>
}

function entry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
