import type { Quality } from '../engine/types'
import type { Alarm } from './alarm'
import type { Signs } from './signs'

/**
 * Images that differ from each other by less than this part of what the data's do are all alike. Small
 * DCGANs are at 0.4 while their digits take shape, one that has collapsed is below 0.1.
 */
const ALIKE = 0.25
/** Beneath this share of the images a class counts as missing; each has a tenth of the digits. */
export const MISSING = 0.005
/** So many of the ten classes missing are a collapse. */
const FEW = 5
/** Before this many steps an untrained generator's images are all alike as well. */
const EARLY = 500

/** The generator draws the same few images, whatever its latents are. */
export const collapse: Alarm = {
  name: 'collapse',
  patience: 20,
  starts: (signs) => isJudgedOften(signs) && lately(signs).every((quality) => isPoor(quality, 1)),
  lasts: (signs) =>
    signs.judged.length > 0 && lately(signs).some((quality) => isPoor(quality, 1.25)),
  // One poor judgement may be mistaken; a save before it is not the one to go back to all the same.
  isSuspected: ({ judged }) => judged.slice(-1).some((quality) => isPoor(quality, 1.25)),
  remedies: ['goBack', 'startAnew'],
}

/** How many classes are missing; 0 where there are none. */
export const missing = ({ classes }: Quality): number =>
  (classes ?? []).filter((share) => share < MISSING).length

const lately = ({ judged }: Signs) => judged.slice(-2)

/** Averaged weights show late what has become of a generator: two judgements after that time. */
function isJudgedOften({ judged, lag, step }: Signs): boolean {
  const wasVaried = judged.some((quality) => !isPoor(quality, 1.5))
  return judged.length >= 2 && (wasVaried || step >= EARLY + lag)
}

function isPoor(quality: Quality, slack: number): boolean {
  const { spread } = quality
  return (spread !== null && spread < ALIKE * slack) || missing(quality) >= FEW / slack
}
