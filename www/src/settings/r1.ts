import type { Recipe } from '../engine/types'

/** γ and interval: a tenth of what Mescheder et al. took for faces, computed lazily (Karras et al. 2020). */
const R1 = { gamma: 1, every: 8 }
/** R1 takes the gradient of each image's own score, which these make depend on others, or on chance. */
const IN_THE_WAY = ['batch-norm', 'dropout']

interface Layer {
  layer: string
  [key: string]: unknown
}

/** Whether R1 could be added to this recipe. */
export function lacksR1({ real_penalty, objective }: Recipe): boolean {
  return real_penalty === undefined && (objective === 'non-saturating' || objective === 'minimax')
}

/** The same recipe with R1, and a discriminator with which it can be computed. */
export function withR1(recipe: Recipe): Recipe {
  const layers = (recipe['discriminator'] ?? []) as Layer[]
  const discriminator = layers
    .filter(({ layer }) => !IN_THE_WAY.includes(layer))
    // Those before a batch norm have no bias, because it would take it away again.
    .map((layer) => Object.fromEntries(Object.entries(layer).filter(([key]) => key !== 'bias')))
  return { ...recipe, discriminator, real_penalty: R1 }
}
