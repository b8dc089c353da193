import { words } from '../strings/page'
import { element } from './elements'

/** Says what is to be seen when with this recipe, where its source says so; null for one of the reader's own. */
export function showExpectation(recipe: string | null): void {
  const known: Readonly<Record<string, string>> = words.expectations
  const sentence = recipe === null ? undefined : known[recipe]
  element('recipe-expectation').hidden = sentence === undefined
  element('recipe-expectation').textContent = sentence ?? ''
}
