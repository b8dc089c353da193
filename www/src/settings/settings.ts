import type { BackendChoice, Recipe } from '../engine/types'

export type DataChoice = 'mnist' | 'drawn-digits' | 'files'

/** Everything the user can set. */
export interface Settings {
  recipe: string
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

export const NAMES: Record<keyof Settings, string> = {
  recipe: 'recipe',
  backend: 'backend',
  data: 'data set',
  width: 'width',
  batch: 'batch size',
  seed: 'seed',
  generatorRate: 'generator learning rate',
  discriminatorRate: 'discriminator learning rate',
  averaged: 'shown generator',
}

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
  const kind = range.whole ? 'a whole number' : 'a number'
  return range.most === Number.MAX_SAFE_INTEGER
    ? `${kind} of at least ${range.least}`
    : `${kind} from ${range.least} to ${range.most}`
}

export function defaults(recipe: Recipe): Settings {
  return {
    recipe: recipe.name,
    backend: 'auto',
    data: 'mnist',
    width: recipe.width,
    batch: recipe.batch,
    seed: 1,
    generatorRate: recipe.generator_optimiser.rate,
    discriminatorRate: recipe.discriminator_optimiser.rate,
    averaged: true,
  }
}

/** The recipe with the user's numbers in it. */
export function configured(recipe: Recipe, settings: Settings): Recipe {
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
