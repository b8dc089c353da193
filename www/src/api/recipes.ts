import type { Recipe, RecipeDescription } from '../engine/types'
import { type AnyEngine, type EngineOptions, startEngine } from './engine'

/** Every recipe offered by name: data, to be changed and handed to `startTraining`. */
export function recipes(options: EngineOptions = {}): Promise<Recipe[]> {
  return asked(options, (engine) => engine.presets())
}

/**
 * A recipe's networks, layer by layer, with shapes and numbers of parameters. Rejects with
 * `RecipeError` or `SpecError` where it does not hold together.
 */
export function describeRecipe(
  recipe: Recipe | string,
  options: EngineOptions = {},
): Promise<RecipeDescription> {
  const json = typeof recipe === 'string' ? recipe : JSON.stringify(recipe)
  return asked(options, (engine) => engine.describeRecipe(json))
}

/** One question to an engine of its own. */
async function asked<Answer>(
  options: EngineOptions,
  question: (engine: AnyEngine) => Promise<Answer>,
): Promise<Answer> {
  const engine = await startEngine(options)
  try {
    return await question(engine)
  } finally {
    engine.close()
  }
}
