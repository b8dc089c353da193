import { READABLE } from './bands'
import type { Signs } from './signs'

/** Judgements that a forecast takes, and the latest so many that it looks at. */
const LEAST = 3
const LATEST = 6
/** Nobody is told to wait for longer. */
const MOST_SECONDS = 1800

/**
 * Seconds until most digits can be read, if the distance goes on falling as it does: evenly, both it and
 * the steps being seen as logarithms. Null where they can be read, and where that cannot be foreseen.
 */
export function secondsToReadable({ judged, step, speed }: Signs): number | null {
  const points = judged.slice(-LATEST).flatMap(({ distance, step: at }) => {
    return distance !== null && distance > 0 ? [[Math.log(at), Math.log(distance)] as const] : []
  })
  const last = points.at(-1)
  if (points.length < LEAST || !last || speed === null || speed <= 0) return null
  if (last[1] <= Math.log(READABLE)) return null
  const [x, y] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  ) as [number, number]
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  const slope = points.reduce((sum, [at, is]) => sum + (at - x) * (is - y), 0) / spread
  if (!(slope < -0.1)) return null
  const then = Math.exp(x + (Math.log(READABLE) - y) / slope)
  const seconds = (then - step) / speed
  return seconds > 0 && seconds <= MOST_SECONDS ? seconds : null
}
