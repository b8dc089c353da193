import { gameLoss } from '../engine/game-loss'
import type { Quality, StepReport } from '../engine/types'

/** Steps over which losses and verdicts are averaged: one batch says little. */
const STEPS = 20
/** Steps in which the worst losses are looked for. */
const RECENT = 100
/** Verdicts are kept this far from 0 and 1, where their logarithm has no end. */
const TINY = 1e-12

/** What is measured of a training, for the alarms to be told from. */
export interface Signs {
  /** Steps done. */
  step: number
  /** Steps watched: fewer after a training has gone on from a checkpoint. */
  watched: number
  /** Typical D(x) and D(G(z)) of the last steps; null for a critic, whose scores are no probabilities. */
  verdict: { real: number; fake: number } | null
  /** Typical losses of the last steps, without the penalty. */
  losses: { d: number; g: number }
  /** The largest losses for a while. */
  worst: { d: number; g: number }
  /** What the judge says of the images, oldest first; empty until it has been asked. */
  judged: readonly Quality[]
  /** Over how many steps the weights that are judged are averaged. */
  lag: number
  /** Seconds until most digits can be read; null where they can be, or nobody knows. */
  untilReadable: number | null
}

/** Gathers the signs from what every step reports. */
export class SignReader {
  #watched = 0
  #step = 0
  #hasProbabilities = true
  #losses = { d: 0, g: 0 }
  #logits = { real: 0, fake: 0 }
  #recent: { d: number; g: number }[] = []

  /** A training begins, or goes on. */
  begin(hasProbabilities: boolean): void {
    this.#hasProbabilities = hasProbabilities
    this.#watched = 0
    this.#recent = []
  }

  took(reports: readonly StepReport[]): void {
    for (const report of reports) {
      const { step, g_loss, d_real, d_fake } = report
      const game = gameLoss(report)
      const part = 1 / Math.min(STEPS, ++this.#watched)
      this.#step = step
      this.#losses.d += (game - this.#losses.d) * part
      this.#losses.g += (g_loss - this.#losses.g) * part
      // As logits: beside a few 0.1s, many 0.0001s would count for nothing.
      this.#logits.real += (logit(d_real) - this.#logits.real) * part
      this.#logits.fake += (logit(d_fake) - this.#logits.fake) * part
      this.#recent.push({ d: Math.abs(game), g: Math.abs(g_loss) })
    }
    this.#recent = this.#recent.slice(-RECENT)
  }

  /** The signs there are now; null as long as there were too few steps for any. */
  signs(rest: Pick<Signs, 'judged' | 'lag' | 'untilReadable'>): Signs | null {
    if (this.#watched < STEPS) return null
    const { real, fake } = this.#logits
    const most = (player: 'd' | 'g') => Math.max(...this.#recent.map((losses) => losses[player]))
    return {
      ...rest,
      step: this.#step,
      watched: this.#watched,
      verdict: this.#hasProbabilities ? { real: probability(real), fake: probability(fake) } : null,
      losses: { ...this.#losses },
      worst: { d: most('d'), g: most('g') },
    }
  }
}

function logit(probability: number): number {
  const bounded = Math.min(Math.max(probability, TINY), 1 - TINY)
  return Math.log(bounded / (1 - bounded))
}

const probability = (logit: number) => 1 / (1 + Math.exp(-logit))
