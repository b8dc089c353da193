import type { StepReport } from '../engine/types'

export type Series = 'd_loss' | 'g_loss' | 'd_real' | 'd_fake'
const SERIES: readonly Series[] = ['d_loss', 'g_loss', 'd_real', 'd_fake']

type Bucket = { count: number; step: number } & Record<Series, number>

/**
 * The course of a training in a bounded number of points, however long it runs: each point is the
 * mean of equally many steps, and whenever the points are used up, neighbours are merged.
 */
export class History {
  readonly #capacity: number
  #stepsPerPoint = 1
  #full: Bucket[] = []
  #open: Bucket | null = null

  constructor(capacity = 1024) {
    this.#capacity = capacity
  }

  add(reports: StepReport[]): void {
    for (const report of reports) {
      const open = (this.#open ??= emptyBucket())
      open.count += 1
      open.step = report.step
      for (const series of SERIES) open[series] += report[series]
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
  }

  /** Last step of each point. */
  steps(): number[] {
    return this.#points().map(({ step }) => step)
  }

  means(series: Series): number[] {
    return this.#points().map((bucket) => bucket[series] / bucket.count)
  }

  #points(): Bucket[] {
    return this.#open ? [...this.#full, this.#open] : this.#full
  }

  #merge(): void {
    const merged: Bucket[] = []
    for (let index = 0; index + 1 < this.#full.length; index += 2) {
      const bucket = emptyBucket()
      for (const part of this.#full.slice(index, index + 2)) {
        bucket.count += part.count
        bucket.step = part.step
        for (const series of SERIES) bucket[series] += part[series]
      }
      merged.push(bucket)
    }
    this.#full = merged
    this.#stepsPerPoint *= 2
  }
}

function emptyBucket(): Bucket {
  return { count: 0, step: 0, d_loss: 0, g_loss: 0, d_real: 0, d_fake: 0 }
}
