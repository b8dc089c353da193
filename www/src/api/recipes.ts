import type { Recipe, RecipeDescription } from '../engine/types'
import { type EngineOptions, startEngine } from './engine'

/** Every recipe offered by name: data, to be changed and handed to `startTraining`. */
export async function recipes(): Promise<Recipe[]> {
  const { presets } = await import('../recipes/presets')
  return structuredClone([...presets])
}

/**
 * A recipe's networks, layer by layer, with shapes and numbers of parameters. Rejects with
 * `RecipeError` or `SpecError` where it does not hold together.
 */
export async function describeRecipe(
  recipe: Recipe | string,
  options: EngineOptions = {},
): Promise<RecipeDescription> {
  const json = typeof recipe === 'string' ? recipe : JSON.stringify(recipe)
  const { held } = await startEngine(options, 'cpu')
  try {
    return await held.calls.describeRecipe(json)
  } finally {
    held.close()
  }
}
