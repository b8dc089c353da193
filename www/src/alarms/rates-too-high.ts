import type { Alarm } from './alarm'
import type { Signs } from './signs'

/** A loss of 8 is that of a verdict of 0.0003: both players being this wrong in turn is no game. */
const WRONG = 8
/** A loss of 30 is that of a verdict of 1e-13: only far too large weights are so sure. */
const ENORMOUS = 30
/** Weights that have grown to so many times what they were when they were first looked at. */
const GROWN = 5
/**
 * Weights begin at 0.02 to 0.13, and at rates that suit them hardly grow. At rates of 0.05 they are at 1
 * after 900 steps, at 0.5 after a few.
 */
const LARGE = 1

/** Steps that are too long throw both networks about: losses jump, weights grow. */
export const ratesTooHigh: Alarm = {
  name: 'ratesTooHigh',
  patience: 20,
  starts: (signs) => isOff(signs, 1),
  lasts: (signs) => isOff(signs, 0.6),
  remedies: ['usualRates', 'lowerRates', 'startAnew'],
}

/** Whether it is the weights that tell. */
export const byWeights = (signs: Signs): boolean => hasGrown(signs, 0.6)

function isOff(signs: Signs, part: number): boolean {
  return hasGrown(signs, part) || isThrownAbout(signs, part) || isEnormous(signs, part)
}

/** Whether both networks have been far wrong within the same few steps. A critic's scores have no scale. */
function isThrownAbout({ verdict, worst }: Signs, part: number): boolean {
  return verdict !== null && Math.min(worst.d, worst.g) > WRONG * part
}

function isEnormous({ verdict, losses }: Signs, part: number): boolean {
  return verdict !== null && Math.max(losses.d, losses.g) > ENORMOUS * part
}

/** Whether the weights of one are too large, or have grown too much. */
function hasGrown({ judged }: Signs, part: number): boolean {
  const [first, last] = [judged[0], judged.at(-1)]
  if (!first || !last) return false
  return (['generator', 'discriminator'] as const).some((player) => {
    const [then, now] = [first.sizes[player], last.sizes[player]]
    return now !== null && (now > LARGE * part || (then !== null && now > then * GROWN * part))
  })
}
