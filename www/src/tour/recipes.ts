import type { Recipe } from '../engine/types'

interface Schedule {
  discriminator_updates: number
  generator_updates: number
}

interface Optimiser {
  rate: number
}

/** Eight steps of the generator for each of the discriminator, at too high a rate: it settles on one picture. */
export function collapsing(recipe: Recipe): Recipe {
  const changed = structuredClone(recipe)
  changed.width = 16
  changed.batch = 16
  ;(changed['schedule'] as Schedule).generator_updates = 8
  for (const player of ['generator', 'discriminator']) {
    ;(changed[`${player}_optimiser`] as Optimiser).rate = 1e-3
  }
  // The average would hide for a while what has become of the generator.
  changed['average'] = 0
  return changed
}

/** Four updates of the discriminator in each step, which R1 holds back or nothing does. */
export function eager(recipe: Recipe, hasR1: boolean): Recipe {
  const changed = structuredClone(recipe)
  ;(changed['schedule'] as Schedule).discriminator_updates = 4
  if (!hasR1) delete changed['real_penalty']
  return changed
}
