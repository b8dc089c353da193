import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { BuiltIn, Recipe } from '../engine/types'
import type { BackendChoice } from '../shared/backend'

export type DataChoice = BuiltIn | 'files'

/** What `Settings.recipe` is while the recipe is one of the user's own. */
export const EDITED = 'edited'

/** Everything the user can set. */
export interface Settings {
  /** Name of a preset, or `EDITED`. */
  recipe: string
  /** The user's own recipe, if it is one; its numbers are those of the fields below. */
  edited: Recipe | null
  backend: BackendChoice
  data: DataChoice
  width: number
  batch: number
  seed: number
  generatorRate: number
  discriminatorRate: number
  averaged: boolean
}

/** The settings that say which training it is: a running one keeps those it was started with. */
export const AFTER_RESET = ['recipe', 'backend', 'data', 'width', 'batch', 'seed'] as const
export type AfterReset = (typeof AFTER_RESET)[number]

/** What is a setting by itself: the edited recipe belongs to `recipe`. */
export type SettingName = Exclude<keyof Settings, 'edited'>

export interface Range {
  least: number
  most: number
  whole: boolean
}

export const RANGES = {
  width: { least: 1, most: 256, whole: true },
  batch: { least: 2, most: 1024, whole: true },
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true },
  generatorRate: { least: 1e-6, most: 1, whole: false },
  discriminatorRate: { least: 1e-6, most: 1, whole: false },
} as const satisfies Partial<Record<keyof Settings, Range>>
export type NumberSetting = keyof typeof RANGES

export function inRange(value: number, range: Range): boolean {
  return (
    value >= range.least && value <= range.most && (!range.whole || Number.isSafeInteger(value))
  )
}

export function rangeSentence(range: Range): string {
  const { wholeAtLeast, wholeFromTo, numberFromTo } = words.notices
  const { least, most } = range
  if (!range.whole) return filled(numberFromTo, { least, most })
  return filled(most === Number.MAX_SAFE_INTEGER ? wholeAtLeast : wholeFromTo, { least, most })
}

/** Settings that go with a preset. */
export function defaults(recipe: Recipe): Settings {
  return {
    recipe: recipe.name,
    edited: null,
    backend: 'auto',
    // Images of one's own must be chosen first; faces are in colour as well.
    data: recipe.data === 'images' ? 'drawn-faces' : recipe.data,
    seed: 1,
    averaged: true,
    ...numbersOf(recipe),
  }
}

type Numbers = Pick<Settings, 'width' | 'batch' | 'generatorRate' | 'discriminatorRate'>

/** What of a recipe has fields of its own. */
export function numbersOf(recipe: Recipe): Numbers {
  return {
    width: recipe.width,
    batch: recipe.batch,
    generatorRate: recipe.generator_optimiser.rate,
    discriminatorRate: recipe.discriminator_optimiser.rate,
  }
}

/** The recipe with the user's numbers in it. */
export function configured(recipe: Recipe, settings: Numbers): Recipe {
  return {
    ...recipe,
    width: settings.width,
    batch: settings.batch,
    generator_optimiser: { ...recipe.generator_optimiser, rate: settings.generatorRate },
    discriminator_optimiser: {
      ...recipe.discriminator_optimiser,
      rate: settings.discriminatorRate,
    },
  }
}
