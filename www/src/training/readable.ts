import { READABLE } from '../alarms/bands'
import type { Quality } from '../engine/types'

/**
 * After how many steps half of 64 samples of the averaged generator can be read, by recipe and data set, as
 * counted; what nobody has counted has no entry.
 */
const COUNTED: Readonly<Record<string, number>> = {
  'fast-digits on mnist': 300,
  'fast-digits on drawn-digits': 300,
  'dcgan-mnist on mnist': 2300,
  'dcgan-mnist on drawn-digits': 1200,
}
/** Steps until half of the digits can be read, where they were counted. */
export function stepsUntilReadable(recipe: string | null, data: string): number | null {
  return COUNTED[`${recipe} on ${data}`] ?? null
}

/** Judgements that a forecast takes, and the latest so many that it looks at. */
const LEAST = 3
const LATEST = 6
/** Nobody is told to wait for longer. */
const MOST_SECONDS = 1800

/** What is known of a training by which it can be foreseen when its digits can be read. */
export interface Learning {
  /** Name of the recipe; null for one of the reader's own. */
  recipe: string | null
  data: string
  step: number
  stepsPerSecond: number | null
  /** What the judge has said, oldest first. */
  judged: readonly Quality[]
}

/**
 * Seconds until most digits can be read: as their distance falls, once that was measured often enough, and
 * before as it was counted in other trainings. Null where they can be read, and where nobody knows.
 */
export function secondsUntilReadable(learning: Learning): number | null {
  const { step, stepsPerSecond, judged } = learning
  if (stepsPerSecond === null || stepsPerSecond <= 0) return null
  const then = stepOf(learning, fallOf(judged))
  if (then === null) return null
  const seconds = (then - step) / stepsPerSecond
  return seconds > 0 && seconds <= MOST_SECONDS ? seconds : null
}

/** Step and distance of the latest judgements, both as logarithms. */
function fallOf(judged: readonly Quality[]): readonly (readonly [number, number])[] {
  return judged.slice(-LATEST).flatMap(({ distance, step }) => {
    return distance !== null && distance > 0 ? [[Math.log(step), Math.log(distance)] as const] : []
  })
}

function stepOf(
  { recipe, data }: Learning,
  points: readonly (readonly [number, number])[],
): number | null {
  const last = points.at(-1)
  if (last && last[1] <= Math.log(READABLE)) return null
  if (points.length < LEAST) return stepsUntilReadable(recipe, data)
  const [x, y] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  ) as [number, number]
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  const slope = points.reduce((sum, [at, is]) => sum + (at - x) * (is - y), 0) / spread
  return slope < -0.1 ? Math.exp(x + (Math.log(READABLE) - y) / slope) : null
}
