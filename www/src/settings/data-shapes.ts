import type { BuiltIn, DataShape, Recipe } from '../engine/types'
import { workOf } from '../recipes/work'
import { fits } from './recipes'
import { defaults } from './settings'

const DIGITS: DataShape = { channels: 1, height: 28, width: 28, classes: 10 }

/** What the built-in data sets are like. */
export const SHAPES: Readonly<Record<BuiltIn, DataShape>> = {
  mnist: DIGITS,
  'mnist-all': DIGITS,
  'drawn-digits': DIGITS,
  'drawn-faces': { channels: 3, height: 64, width: 64, classes: 8 },
  'fashion-mnist': DIGITS,
  kmnist: DIGITS,
  'cifar-10': { channels: 3, height: 32, width: 32, classes: 10 },
}

/** The recipe to take for data of this shape: the quickest that is meant for them, else the first that fits. */
export function recipeFor(
  presets: readonly Recipe[],
  shape: DataShape,
  choice: string,
): Recipe | undefined {
  const fitting = presets.filter((recipe) => fits(recipe, shape))
  const meant = fitting.filter((recipe) => defaults(recipe).data === choice)
  return meant.sort((one, other) => workOf(one) - workOf(other))[0] ?? fitting[0]
}
