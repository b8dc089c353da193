import type { Alarm } from './alarm'
import type { Signs } from './signs'
import { secondsToReadable } from './forecast'

/** Before so many steps nothing can be said of any training. */
const EARLY = 200

/** Nothing has been learnt that could be seen: no fault, unless one loses patience. */
export const tooEarly: Alarm = {
  name: 'tooEarly',
  patience: 0,
  starts: isEarly,
  lasts: isEarly,
  remedies: [],
}

function isEarly(signs: Signs): boolean {
  return signs.step < EARLY || secondsToReadable(signs) !== null
}
