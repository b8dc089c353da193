/** What is kept of a moment of the training. */
interface Moment {
  step: number
}

/** How much is kept, and how densely. */
export interface Bounds<Kind> {
  most: number
  bytes: number
  /** The least distance from one to the next. */
  apart: number
  size: (kind: Kind) => number
}

/** So many steps at the start lie as densely as the first: a training changes most in its first hundreds. */
const START = 100

/** What is kept of a training, in the order of the steps: dense at first and sparser later, within bounds. */
export class Kept<Kind extends Moment> {
  readonly #bounds: Bounds<Kind>
  #all: readonly Kind[] = []

  constructor(bounds: Bounds<Kind>) {
    this.#bounds = bounds
  }

  /** A list that stays as it is: what is added or dropped makes another one. */
  get all(): readonly Kind[] {
    return this.#all
  }

  get bytes(): number {
    return this.#all.reduce((sum, each) => sum + this.#bounds.size(each), 0)
  }

  /** Whether a moment after this step is far enough from the last one that is kept. */
  wants(step: number): boolean {
    const last = this.#all.at(-1)
    return !last || distance(last.step, step) >= this.#bounds.apart
  }

  /** Keeps a moment, which comes after all others; of too many those go that are missed least. */
  add(moment: Kind): void {
    this.restore([...this.#all, moment])
  }

  restore(moments: readonly Kind[]): void {
    const { most, bytes: room, size } = this.#bounds
    // Of two of one step the later one stays.
    const byStep = new Map(moments.map((each) => [each.step, each]))
    const all = [...byStep.values()].sort((one, other) => one.step - other.step)
    let bytes = all.reduce((sum, each) => sum + size(each), 0)
    while (all.length > most || bytes > room) {
      const [gone] = all.splice(leastMissed(all), 1)
      if (gone) bytes -= size(gone)
    }
    this.#all = all
  }

  /** Forgets what came after this step. */
  cut(step: number): void {
    this.#all = this.#all.filter((each) => each.step <= step)
  }

  drop(moment: Kind): void {
    this.#all = this.#all.filter((each) => each !== moment)
  }

  /** The last one at or before a step. */
  before(step: number): Kind | null {
    return this.#all.findLast((each) => each.step <= step) ?? null
  }
}

/** How far apart two steps are, as a part of the training up to the first of them. */
function distance(from: number, to: number): number {
  return (to - from) / (from + START)
}

/** Where the moment is whose neighbours lie closest together; where all are ends, the first. */
function leastMissed(moments: readonly Moment[]): number {
  let found = 0
  let least = Infinity
  for (let at = 1; at < moments.length - 1; at += 1) {
    const gap = distance(moments[at - 1]?.step ?? 0, moments[at + 1]?.step ?? 0)
    if (gap >= least) continue
    found = at
    least = gap
  }
  return found
}
