import type { StepReport } from './types'

/** The discriminator's loss in the game alone: without the gradient penalty, where there is one. */
export function gameLoss({ d_loss, penalty = 0 }: StepReport): number {
  return d_loss - penalty
}
