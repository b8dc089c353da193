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

/** A generator that ships, in the language of the page at any time; others say what their list says. */
export function cardIn(card: Card): Card {
  const english = entry(en.cards, card.name)
  if (!english) return card
  const pick = (name: keyof typeof english) =>
    card[name] === english[name]
      ? (entry(words.cards, card.name)?.[name] ?? card[name])
      : card[name]
  const said = Object.create(card, {
    title: { enumerable: true, get: () => pick('title') },
    what: { enumerable: true, get: () => pick('what') },
    data: { enumerable: true, get: () => pick('data') },
    dataLicence: { enumerable: true, get: () => pick('dataLicence') },
    scores: { enumerable: true, get: () => scoresIn(card) },
  }) as Card
  return said
}

function scoresIn({ scores = {} }: Card): Record<string, number> {
  return Object.fromEntries(Object.entries(scores).map(([name, value]) => [scoreIn(name), value]))
}

/** What is measured, by its English name. */
function scoreIn(name: string): string {
  const key = (Object.keys(en.scores) as (keyof typeof en.scores)[]).find(
    (each) => en.scores[each] === name,
  )
  return key ? words.scores[key] : name
}

function entry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
