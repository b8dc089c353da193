import type { Numbers } from '../shared/numbers'

/** Latents moved by so much along each of the first directions, which lie one after another. */
export function moved(
  latents: Numbers,
  directions: Numbers,
  dimension: number,
  by: readonly number[],
): Numbers {
  const all = latents.slice()
  for (const [index, step] of by.entries()) {
    if (!step) continue
    for (let at = 0; at < all.length; at += 1) {
      all[at] = (all[at] ?? 0) + step * (directions[index * dimension + (at % dimension)] ?? 0)
    }
  }
  return all
}
