/**
 * After how many steps half of 64 samples of the averaged generator can be read, by recipe and data set, as
 * counted; what nobody has counted has no entry.
 */
const READABLE: Readonly<Record<string, number>> = {
  'fast-digits on mnist': 300,
  'fast-digits on drawn-digits': 300,
  'dcgan-mnist on mnist': 2300,
  'dcgan-mnist on drawn-digits': 1200,
}

/** Where a training stands and where it goes to. */
export interface Standing {
  /** Name of the recipe; null for one of the reader's own. */
  recipe: string | null
  data: string
  step: number
  /** The last step of the epochs that the recipe asks for. */
  last: number
  stepsPerSecond: number | null
}

/** What comes next: digits that can be read, or the end of the epochs, and in how many seconds if that is known. */
export type Goal =
  | { kind: 'readable'; seconds: number }
  | { kind: 'end'; part: number; seconds: number | null }
  | { kind: 'past' }

export function goalOf({ recipe, data, step, last, stepsPerSecond }: Standing): Goal {
  const readable = READABLE[`${recipe} on ${data}`]
  if (readable && step < readable && stepsPerSecond !== null) {
    return { kind: 'readable', seconds: (readable - step) / stepsPerSecond }
  }
  if (step >= last) return { kind: 'past' }
  const seconds = stepsPerSecond === null ? null : (last - step) / stepsPerSecond
  return { kind: 'end', part: step / last, seconds }
}
