import type { Numbers } from '../../shared/numbers'

/**
 * A plane laid onto the sphere on which a latent lies: where latents are drawn, nearly all are as long
 * as each other, and what is shorter or longer looks like none of them.
 */
export interface Plane {
  centre: Numbers
  /** As long as the centre, at right angles to it and to each other. */
  right: Numbers
  down: Numbers
}

/** Through the first of three of the latents, in the directions of the others. */
export function planeOf(
  latents: Numbers,
  dimension: number,
  [first, second, third]: readonly [number, number, number],
): Plane {
  const latent = (index: number) => latents.slice(index * dimension, (index + 1) * dimension)
  const centre = latent(first)
  const length = Math.sqrt(product(centre, centre))
  const right = upright(latent(second), length, [centre])
  return { centre, right, down: upright(latent(third), length, [centre, right]) }
}

/** The point at these angles from the centre. */
export function onPlane({ centre, right, down }: Plane, x: number, y: number): Numbers {
  const angle = Math.hypot(x, y)
  if (angle === 0) return centre
  const [ahead, aside] = [Math.cos(angle), Math.sin(angle) / angle]
  return centre.map(
    (value, at) => ahead * value + aside * (x * (right[at] ?? 0) + y * (down[at] ?? 0)),
  )
}

/** What of a vector is at right angles to others, at this length. */
function upright(vector: Numbers, length: number, others: readonly Numbers[]): Numbers {
  let left = vector
  for (const other of others) {
    const part = product(left, other) / (product(other, other) || 1)
    left = left.map((value, at) => value - part * (other[at] ?? 0))
  }
  const scale = length / (Math.sqrt(product(left, left)) || 1)
  return left.map((value) => value * scale)
}

function product(one: Numbers, other: Numbers): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}
