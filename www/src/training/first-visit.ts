/** What is known of a visit before anything is fetched for it. */
export interface Visit {
  /** What the address gives. */
  given: ReadonlyMap<string, string>
  /** Whether there is a training to go on with. */
  hasTraining: boolean
  prefersLessMotion: boolean
  savesData: boolean
  /** Null where the browser does not say. */
  battery: { level: number; charging: boolean } | null
}

/** Why a first visit shows a poster and waits for Start. */
export type Reason = 'motion' | 'data' | 'battery'

/**
 * How Train opens: a training that `runs` by itself, a `poster` that has fetched nothing yet, or, for one
 * who has been here or follows a link, a training that is ready and `waits`.
 */
export type Opening = { kind: 'runs' } | { kind: 'waits' } | { kind: 'poster'; why: Reason }

/** These say how to show the page or to compute, and not what. */
const NEUTRAL = ['backend', 'lang']
/** Below this part of its charge a battery is low. */
const LOW = 0.25

/** A training costs up to a megabyte of code and a processor: it begins by itself only where nothing speaks against it. */
export function openingOf(visit: Visit): Opening {
  const { given, hasTraining, prefersLessMotion, savesData, battery } = visit
  const isPlain = [...given].every(([key, value]) => value === '' || NEUTRAL.includes(key))
  if (!isPlain || hasTraining) return { kind: 'waits' }
  if (prefersLessMotion) return { kind: 'poster', why: 'motion' }
  if (savesData) return { kind: 'poster', why: 'data' }
  const isLow = battery !== null && !battery.charging && battery.level <= LOW
  return isLow ? { kind: 'poster', why: 'battery' } : { kind: 'runs' }
}
