/** What a distance of digits means, from the best band to the worst. */
export type Band = 'same' | 'nearlyAll' | 'most' | 'some' | 'strokes' | 'nothing'

/** Beneath this most digits can be read. */
export const READABLE = 100
/**
 * Placeholder until measured.
 */
const BANDS: readonly (readonly [most: number, band: Band])[] = [
  [5, 'same'],
  [30, 'nearlyAll'],
  [READABLE, 'most'],
  [250, 'some'],
  [600, 'strokes'],
  [Infinity, 'nothing'],
]

export function bandOf(distance: number): Band {
  return BANDS.find(([most]) => distance <= most)?.[1] ?? 'nothing'
}
