/** Gradients of a layer that are smaller than this part of the largest in its network have vanished. */
export const VANISHED = 1e-4
/** Those that are so many times as large as is usual for the layer have exploded. */
export const EXPLODED = 100
/** What is usual is known after so many points. */
const ENOUGH = 8

export type Trouble = 'vanishing' | 'exploding' | null

/**
 * What is wrong with a layer's gradients, the last of which counts; null is one that is not finite. `largest`
 * is that of any layer of the network at that step.
 */
export function troubleOf(gradients: readonly (number | null)[], largest: number): Trouble {
  const last = gradients.at(-1)
  if (last === undefined) return null
  if (last === null) return 'exploding'
  if (last <= VANISHED * largest) return 'vanishing'
  const usual = gradients.filter((size) => size !== null).sort((one, other) => one - other)
  const median = usual[Math.floor(usual.length / 2)] ?? last
  return usual.length >= ENOUGH && last > EXPLODED * median ? 'exploding' : null
}

/** The place of a weight as the list of layers has it, counted from 1: `3`, `6.body.1`. */
export function placeOf(name: string): string {
  const parts = name.split('.').slice(1, -1)
  return parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part)).join('.')
}
