import type { Recipe } from '../engine/types'
import { GROUPS, groupOf, paceOf } from '../recipes/tags'
import { EDITED } from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { make, select } from './elements'
import type { Text } from '../strings/text'
import { write } from './write'

/** The recipes to choose from, in groups, each with what it takes. */
export class RecipeMenu {
  readonly #list = select('recipe')

  fill(recipes: readonly Recipe[]): void {
    this.#list.replaceChildren(
      ...GROUPS.map((group) => {
        const of = recipes.filter((recipe) => groupOf(recipe) === group)
        return groupNamed(() => words.first[group], of.map(optionOf))
      }).filter(({ children }) => children.length > 0),
    )
  }

  /** Offers an edited recipe, in place of the one before. */
  offer(edited: Recipe): void {
    const known = this.#list.querySelector<HTMLOptionElement>(`option[value=${EDITED}]`)
    const option = known ?? make('option')
    option.value = EDITED
    write(option, () => filled(words.train.edited, { name: edited.name }))
    if (!known) this.#list.append(groupNamed(() => words.first.own, [option]))
  }
}

/** What a menu calls a recipe. */
export function shortName({ name }: Recipe): string {
  const names: Readonly<Record<string, string>> = words.names
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}

function optionOf(recipe: Recipe): HTMLOptionElement {
  const { height, width, channels } = recipe.image
  const size = `${height}×${width}`
  const option = make('option')
  option.value = recipe.name
  write(option, () =>
    filled(words.first.option, {
      name: shortName(recipe),
      size: channels === 1 ? size : filled(words.first.colour, { size }),
      speed: words.first[paceOf(recipe)],
    }),
  )
  return option
}

function groupNamed(label: Text, options: HTMLOptionElement[]): HTMLOptGroupElement {
  const group = make('optgroup')
  write(group, label, 'label')
  group.append(...options)
  return group
}
