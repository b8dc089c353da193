import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { write } from './write'

/** Recipes that learn badly or late, as their sources do, and the variants that do not. */
const VARIANTS: Readonly<Record<string, string>> = {
  'dcgan-32': 'dcgan-32-stable',
  'wgan-32': 'wgan-32-fast',
}

/** The recipe that is offered in place of this one, if any is. */
export const variantOf = (recipe: string): string | undefined => VARIANTS[recipe]

/** Says what is to be seen when with this recipe, where its source says so; null for one of the reader's own. */
export function showExpectation(recipe: string | null): void {
  const sentence = () => {
    const known: Readonly<Record<string, string>> = words.expectations
    return recipe === null ? '' : (known[recipe] ?? '')
  }
  element('recipe-expectation').hidden = sentence() === ''
  write(element('recipe-expectation'), sentence)
  const variant = recipe === null ? undefined : variantOf(recipe)
  element('recipe-variant').hidden = variant === undefined
  write(element('recipe-variant'), () =>
    variant === undefined ? '' : filled(words.train.takeVariant, { name: variant }),
  )
}
