import type { StepReport } from '../engine/types'

export type Player = 'generator' | 'discriminator'

/** Losses of one that wins every time, and of the other, which then learns next to nothing. */
const WON = 0.02
const LOST = 8
/** They are even again well before that. */
const EVEN = { won: 0.1, lost: 5 }
/** Steps over which losses are averaged: one batch says little. */
const STEPS = 20

/** Watches whether one of the networks has run away from the other. */
export class Balance {
  #steps = 0
  #d = 0
  #g = 0
  #ahead: Player | null = null

  /** A training begins; a critic's scores are no losses with a floor, and are not watched. */
  clear(): void {
    this.#steps = 0
    this.#ahead = null
  }

  /** Who is far ahead, and the losses of both. */
  took(reports: readonly StepReport[]): { ahead: Player | null; d: number; g: number } {
    for (const report of reports) {
      const game = report.d_loss - (report.penalty ?? 0)
      const part = 1 / Math.min(STEPS, ++this.#steps)
      this.#d += (game - this.#d) * part
      this.#g += (report.g_loss - this.#g) * part
    }
    if (this.#steps >= STEPS) this.#ahead = this.#judged()
    return { ahead: this.#ahead, d: this.#d, g: this.#g }
  }

  #judged(): Player | null {
    const [d, g] = [this.#d, this.#g]
    if (d < WON && g > LOST) return 'discriminator'
    if (g < WON && d > LOST) return 'generator'
    const isStill =
      (this.#ahead === 'discriminator' && d < EVEN.won && g > EVEN.lost) ||
      (this.#ahead === 'generator' && g < EVEN.won && d > EVEN.lost)
    return isStill ? this.#ahead : null
  }
}
