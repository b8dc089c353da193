import type { DataShape, Recipe } from '../engine/types'
import { configured, EDITED, numbersOf, type Settings } from './settings'

/** The recipe that the settings name, with its own numbers. */
export function baseRecipe(settings: Settings, presets: readonly Recipe[]): Recipe | undefined {
  return settings.edited ?? presets.find(({ name }) => name === settings.recipe)
}

/** Settings with another recipe: one of the presets if it is one, else an edited one. */
export function withRecipe(
  settings: Settings,
  recipe: Recipe,
  presets: readonly Recipe[],
  isSame: (preset: Recipe) => boolean = (preset) => isSameButForNumbers(preset, recipe),
): Settings {
  const preset = presets.find(isSame)
  const chosen = preset ? { recipe: preset.name, edited: null } : { recipe: EDITED, edited: recipe }
  return { ...settings, ...chosen, ...numbersOf(recipe) }
}

/** Settings of a training that has this recipe and seed, as the engine or a checkpoint says. */
export function asTrained(
  settings: Settings,
  { recipe, seed }: { recipe: Recipe; seed: number },
  presets: readonly Recipe[],
): Settings {
  const isSame = (preset: Recipe) => isPreset(preset, recipe, settings.data === 'files')
  return { ...withRecipe(settings, recipe, presets, isSame), seed }
}

/** Whether two recipes differ in nothing but what has a field of its own. */
export function isSameButForNumbers(one: Recipe, other: Recipe): boolean {
  return canonical(configured(one, numbersOf(other))) === canonical(other)
}

/** JSON in which the order of the keys and digits beyond single precision make no difference. */
function canonical(recipe: Recipe): string {
  return JSON.stringify(recipe, (_, value: unknown) => {
    if (typeof value === 'number') return Math.fround(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const entries = Object.entries(value as Record<string, unknown>)
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

/** Whether a training with this recipe is one of the preset, on whatever data. */
export function isPreset(preset: Recipe, recipe: Recipe, ownImages: boolean): boolean {
  const { channels, height, width } = recipe.image
  // The size of one's own images is a choice, and it is the recipe's.
  const { image } = preset
  if (ownImages && (height !== image.height || width !== image.width)) return false
  return isSameButForNumbers(fitted(preset, { channels, height, width, classes: null }), recipe)
}

/** The recipe as it is trained on data of this shape: one that adapts takes its size. */
export function fitted(recipe: Recipe, data: DataShape | null): Recipe {
  if (!data || recipe.image.fit !== 'adapt') return recipe
  const { channels, height, width } = data
  return { ...recipe, image: { ...recipe.image, channels, height, width } }
}

/** Whether a recipe can learn from data of this shape. */
export function fits({ image, classes }: Recipe, data: DataShape): boolean {
  // Another number of classes is for the recipe to take over: that is offered.
  if (classes !== undefined && data.classes === null) return false
  if (image.fit === 'adapt') return true
  if (data.channels !== image.channels) return false
  return image.fit === 'pad'
    ? data.height <= image.height && data.width <= image.width
    : data.height === image.height && data.width === image.width
}
