import type { Recipe, RecipeDescription } from '../engine/types.js';
import { type EngineOptions } from './engine.js';
/** Every recipe offered by name: data, to be changed and handed to `startTraining`. */
export declare function recipes(): Promise<Recipe[]>;
/**
 * A recipe's networks, layer by layer, with shapes and numbers of parameters. Rejects with
 * `RecipeError` or `SpecError` where it does not hold together.
 */
export declare function describeRecipe(recipe: Recipe | string, options?: EngineOptions): Promise<RecipeDescription>;
