/** A run of a trial, and how good it came to be. */
export interface Tried {
  id: string
  name: string
  rate: number
  /** The judge's distance to the data, 0 being best; null where it has no measure for these data. */
  distance: number | null
}

/** The best first; null where there is nothing to rank by. */
export function ranked(tried: readonly Tried[]): Tried[] | null {
  if (tried.length === 0 || tried.some(({ distance }) => distance === null)) return null
  return [...tried].sort((one, other) => Number(one.distance) - Number(other.distance))
}
