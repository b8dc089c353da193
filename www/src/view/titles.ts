import type { Recipe } from '../engine/types'
import type { Card } from '../play/catalogue'
import { words } from '../strings/page'
import { en } from '../strings/page/en'

/** A recipe's title and source in the language of the page; one that was changed has its own. */
export function recipeTexts({ name, title, source }: Pick<Recipe, 'name' | 'title' | 'source'>): {
  title: string
  source: string
} {
  const [english, own] = [entry(en.recipes, name), entry(words.recipes, name)]
  return {
    title: english?.title === title ? (own?.title ?? title) : title,
    source: english?.source === source ? (own?.source ?? source) : source,
  }
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
