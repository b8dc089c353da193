import { gameLoss } from '../engine/game-loss'
import type { StepReport } from '../engine/types'

/** What every step has; `d_game` is the discriminator's loss without the penalty. */
type Always = 'd_game' | 'g_loss' | 'd_real' | 'd_fake'
const ALWAYS: readonly Always[] = ['d_game', 'g_loss', 'd_real', 'd_fake']
/** Some recipes have a penalty, some of these in every so many steps only. */
export type Series = Always | 'penalty'

type Bucket = {
  count: number
  step: number
  penalty: number
  /** Steps with a penalty that counts. */
  penalised: number
} & Record<Always, number>

/** All that there is to a history. */
export interface SavedHistory {
  stepsPerPoint: number
  full: Bucket[]
  open: Bucket | null
  /** The step of the last penalty; absent in what an earlier version saved. */
  penalisedAt?: number | null
}

/** The value of a step; null where it has none. */
export function valueOf(series: Series, report: StepReport): number | null {
  if (series === 'penalty') return report.penalty ?? null
  return series === 'd_game' ? gameLoss(report) : report[series]
}

/**
 * The course of a training in a bounded number of points, however long it runs: each point is the
 * mean of equally many steps, and whenever the points are used up, neighbours are merged.
 */
export class History {
  readonly #capacity: number
  #stepsPerPoint = 1
  #full: Bucket[] = []
  #open: Bucket | null = null
  #penalisedAt: number | null = null

  constructor(capacity = 1024) {
    this.#capacity = capacity
  }

  add(reports: StepReport[]): void {
    for (const report of reports) {
      const open = (this.#open ??= emptyBucket())
      open.count += 1
      open.step = report.step
      for (const series of ALWAYS) open[series] += valueOf(series, report) ?? 0
      this.#addPenalty(open, report)
      if (open.count < this.#stepsPerPoint) continue
      this.#full.push(open)
      this.#open = null
      if (this.#full.length >= this.#capacity) this.#merge()
    }
  }

  clear(): void {
    this.#stepsPerPoint = 1
    this.#full = []
    this.#open = null
    this.#penalisedAt = null
  }

  save(): SavedHistory {
    return structuredClone({
      stepsPerPoint: this.#stepsPerPoint,
      full: this.#full,
      open: this.#open,
      penalisedAt: this.#penalisedAt,
    })
  }

  restore(saved: SavedHistory): void {
    const { stepsPerPoint, full, open, penalisedAt = null } = structuredClone(saved)
    this.#stepsPerPoint = stepsPerPoint
    this.#full = full
    this.#open = open
    this.#penalisedAt = penalisedAt
  }

  /** Last step of each point. */
  steps(): number[] {
    return this.#points().map(({ step }) => step)
  }

  /** The mean of each point; null for one without a penalty. That is spread over its steps. */
  means(series: Series): (number | null)[] {
    return this.#points().map((bucket) => {
      const count = series === 'penalty' ? bucket.penalised : bucket.count
      return count === 0 ? null : bucket[series] / count
    })
  }

  /**
   * A penalty of every so many steps weighs as many times as much: it is spread over the steps since the
   * one before, so that it can be compared with the losses. How far the first is to be spread is unknown.
   */
  #addPenalty(bucket: Bucket, { step, penalty }: StepReport): void {
    if (penalty === undefined) return
    const before = this.#penalisedAt
    this.#penalisedAt = step
    if (before === null || step <= before) return
    bucket.penalty += penalty / (step - before)
    bucket.penalised += 1
  }

  #points(): Bucket[] {
    return this.#open ? [...this.#full, this.#open] : this.#full
  }

  #merge(): void {
    const merged: Bucket[] = []
    for (let index = 0; index + 1 < this.#full.length; index += 2) {
      const bucket = emptyBucket()
      for (const part of this.#full.slice(index, index + 2)) {
        bucket.step = part.step
        for (const sum of ['count', 'penalty', 'penalised', ...ALWAYS] as const) {
          bucket[sum] += part[sum]
        }
      }
      merged.push(bucket)
    }
    this.#full = merged
    this.#stepsPerPoint *= 2
  }
}

function emptyBucket(): Bucket {
  const always = { d_game: 0, g_loss: 0, d_real: 0, d_fake: 0 }
  return { count: 0, step: 0, penalty: 0, penalised: 0, ...always }
}
