import type { TrainingInfo } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { wholeNumber } from './numbers'

let reason = (): string => ''

/** A training stands: this is what its steps take long for, if they do. */
export function explainSlowness(info: TrainingInfo, batch: number): void {
  reason = () =>
    filled(words.first.slowRecipe, {
      weights: wholeNumber(info.generatorParameters + info.discriminatorParameters),
      batch: wholeNumber(batch),
    })
}

/** Why a step of the training takes long; empty before there is one. */
export const whySlow = (): string => reason()
