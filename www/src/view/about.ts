import { words } from '../strings/page'
import { filled } from '../strings/strings'

/** A time that is no more exact than an estimate. */
export function about(seconds: number): string {
  const { inSeconds, inMinutes, inHours } = words.first
  if (seconds < 55) return filled(inSeconds, { count: Math.max(5, Math.round(seconds / 5) * 5) })
  if (seconds < 5400) return filled(inMinutes, { count: Math.max(1, Math.round(seconds / 60)) })
  return filled(inHours, { count: Math.round(seconds / 3600) })
}
