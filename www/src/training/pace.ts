import type { Turn } from '../engine/types'

/** How a training goes on. */
export interface Pace {
  /** Which networks learn: where it is one, the other stands still. */
  turn: Turn
  /** Milliseconds to wait after every step; 0 for as fast as it goes. */
  pause: number
}

export const USUAL_PACE: Pace = { turn: 'both', pause: 0 }
