import { decimal, short } from '../view/numbers'

/** A verdict in few digits; a critic's may be of any size. */
export function score(verdict: number | null): string {
  if (verdict === null) return '–'
  const size = Math.abs(verdict)
  if (size < 10 && (size >= 0.1 || size === 0)) return decimal(verdict, 2)
  return short(Number(verdict.toPrecision(2)))
}
