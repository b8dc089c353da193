/** What a distance of digits means, from the best band to the worst. */
export type Band = 'same' | 'nearlyAll' | 'most' | 'some' | 'strokes' | 'nothing'

/** Beneath this most digits can be read. */
export const READABLE = 75
/**
 * Read off the samples of `fast-digits` on drawn digits, seed 1: grey patches at 747, strokes at 218 and
 * 166, a digit here and there at 120, more than half of 64 at 71 and 58, all but a few at 24. Two sets of
 * real images are not at 0 either, being samples.
 */
const BANDS: readonly (readonly [most: number, band: Band])[] = [
  [5, 'same'],
  [25, 'nearlyAll'],
  [READABLE, 'most'],
  [150, 'some'],
  [400, 'strokes'],
  [Infinity, 'nothing'],
]

export function bandOf(distance: number): Band {
  return BANDS.find(([most]) => distance <= most)?.[1] ?? 'nothing'
}
