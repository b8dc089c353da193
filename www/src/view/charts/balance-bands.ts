/** Who has the upper hand in a stretch of steps; null where it is neither even nor decided. */
export type Upper = 'strong' | 'even' | 'fooled'

/** From one step to another, the same has the upper hand. */
export interface Band {
  from: number
  to: number
  is: Upper
}

/**
 * D(x) − D(G(z)) is 1 for a discriminator that is never wrong and 0 for one that cannot tell. Above
 * 0.9 it errs by a twentieth on either side, and the generator's gradient, which is in proportion to
 * what it gets past it, is all but gone. Up to 0.5 both are wrong often enough to learn. Well below 0 it
 * takes generated images for the real ones.
 */
const STRONG = 0.9
const EVEN = 0.5
const FOOLED = -0.1
/** What it takes to leave a band again, so that its edge does not flicker. */
const SLACK = 0.05
/** Points over which the verdicts are averaged: single batches say little. */
const POINTS = 12

/** The bands of a course, from the mean verdicts at each of its points. */
export function balanceBands(
  steps: readonly number[],
  real: readonly (number | null)[],
  fake: readonly (number | null)[],
): Band[] {
  const bands: Band[] = []
  let smooth = 0
  let points = 0
  let now: Upper | null = null
  let from = steps[0] ?? 0
  for (const [at, step] of steps.entries()) {
    const gap = (real[at] ?? NaN) - (fake[at] ?? NaN)
    if (!Number.isFinite(gap)) continue
    smooth += (gap - smooth) / Math.min(POINTS, ++points)
    const next = upperHand(smooth, now)
    if (next === now) continue
    if (now) bands.push({ from, to: step, is: now })
    from = step
    now = next
  }
  const last = steps.at(-1)
  if (now && last !== undefined) bands.push({ from, to: last, is: now })
  return bands
}

function upperHand(gap: number, before: Upper | null): Upper | null {
  const slack = (band: Upper) => (before === band ? SLACK : 0)
  if (gap > STRONG - slack('strong')) return 'strong'
  if (gap < FOOLED + slack('fooled')) return 'fooled'
  return gap <= EVEN + slack('even') ? 'even' : null
}
