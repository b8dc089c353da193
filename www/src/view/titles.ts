import type { Recipe } from '../engine/types'
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

function entry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
