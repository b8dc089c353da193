/** Where a training stands and where it goes to. */
export interface Standing {
  step: number
  /** The last step of the epochs that the recipe asks for. */
  last: number
  stepsPerSecond: number | null
  /** Seconds until most digits can be read; null where they can be, or nobody knows. */
  untilReadable: number | null
}

/** What comes next: digits that can be read, or the end of the epochs, and in how many seconds if that is known. */
export type Goal =
  | { kind: 'readable'; seconds: number }
  | { kind: 'end'; part: number; seconds: number | null }
  | { kind: 'past' }

export function goalOf({ step, last, stepsPerSecond, untilReadable }: Standing): Goal {
  if (untilReadable !== null) return { kind: 'readable', seconds: untilReadable }
  if (step >= last) return { kind: 'past' }
  const seconds = stepsPerSecond === null ? null : (last - step) / stepsPerSecond
  return { kind: 'end', part: step / last, seconds }
}
