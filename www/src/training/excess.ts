import { bytesOf, type Saved } from './saved'

/** So many trainings are kept, and so many bytes of them. */
export const MOST = 12
const MOST_BYTES = 2 ** 30
/** Milliseconds that a training took which is soon made again. */
const SHORT = 60_000

/**
 * The trainings that are too many: first those that were soon made, then the oldest. None that is
 * `wanted` is among them.
 */
export function excess(trainings: readonly Saved[], isWanted: (saved: Saved) => boolean): Saved[] {
  const isShort = ({ course }: Saved) => (course?.milliseconds ?? SHORT) < SHORT
  const candidates = trainings
    .filter((saved) => !isWanted(saved))
    .sort((one, other) => Number(isShort(other)) - Number(isShort(one)) || one.time - other.time)
  let count = trainings.length
  let bytes = trainings.reduce((sum, saved) => sum + bytesOf(saved), 0)
  return candidates.filter((saved) => {
    if (count <= MOST && bytes <= MOST_BYTES) return false
    count -= 1
    bytes -= bytesOf(saved)
    return true
  })
}
