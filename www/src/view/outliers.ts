/** Of so many values, a few may be left out. */
const FEW = 1 / 20
/** Fewer values are all shown. */
const LEAST = 10

/**
 * The range of values but for a few that stand far out, so that one spike does not make a flat line of
 * all others; nulls where there is no value.
 */
export function rangeWithoutOutliers(
  values: readonly (number | null | undefined)[],
): [least: number | null, most: number | null] {
  const sorted = values.filter((value) => typeof value === 'number' && Number.isFinite(value))
  sorted.sort((one, other) => Number(one) - Number(other))
  const at = (index: number) => sorted.at(index) ?? null
  const [least, most] = [at(0), at(-1)]
  if (least === null || most === null || sorted.length < LEAST) return [least, most]
  const few = Math.ceil(sorted.length * FEW)
  const [low, high] = [at(few) ?? least, at(-1 - few) ?? most]
  const reach = high - low
  return [Math.max(least, low - reach), Math.min(most, high + reach)]
}
