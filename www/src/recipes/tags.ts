import type { Recipe } from '../engine/types'
import { workOf } from './work'

export type Group = 'digits' | 'faces' | 'wasserstein' | 'modern'
export const GROUPS: readonly Group[] = ['digits', 'faces', 'wasserstein', 'modern']

/** Where a menu puts a recipe, by what it learns from, by its loss and by its age. */
export function groupOf({ objective, image, data, year }: Recipe): Group {
  if (typeof year === 'number') return 'modern'
  if (typeof objective === 'object' && objective !== null) return 'wasserstein'
  return image.channels === 1 && data !== 'images' ? 'digits' : 'faces'
}

export type Pace = 'fast' | 'medium' | 'slow'

/** Multiplications of a step that two cores make in about a tenth of a second, and in half of one. */
const FAST = 5e9
const MEDIUM = 3e10

export function paceOf(recipe: Recipe): Pace {
  const work = workOf(recipe)
  return work <= FAST ? 'fast' : work <= MEDIUM ? 'medium' : 'slow'
}
