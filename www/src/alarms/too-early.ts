import { READABLE } from './bands'
import type { Alarm } from './alarm'
import type { Signs } from './signs'

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
  const { distance = null } = signs.judged.at(-1) ?? {}
  const canBeRead = distance !== null && distance <= READABLE
  return (signs.step < EARLY && !canBeRead) || signs.untilReadable !== null
}
