import type { Signs } from './signs'

export type AlarmName =
  'ratesTooHigh' | 'discriminatorWins' | 'generatorWins' | 'collapse' | 'notFinite' | 'tooEarly'

/** What helps, in the order in which it is offered; what a training has no use for is left out. */
export type Remedy =
  | 'usualRates'
  | 'halveDiscriminator'
  | 'halveGenerator'
  | 'lowerRates'
  | 'addR1'
  | 'goBack'
  | 'startAnew'

/** A fault of a training that can be told from what is measured. */
export interface Alarm {
  name: AlarmName
  /** Steps over which its signs have to last, or to be gone: nothing flickers. */
  patience: number
  /** Whether the signs are there. */
  starts(signs: Signs): boolean
  /** Whether they still are: it takes more for them to be gone. */
  lasts(signs: Signs): boolean
  /** Whether they may be coming: nothing is told yet, but what is saved now is not known to be good. */
  isSuspected?(signs: Signs): boolean
  remedies: readonly Remedy[]
}
