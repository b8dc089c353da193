import { words } from '../strings/page'
import type { BackendChoice } from '../shared/backend'
import type { Chosen } from './chosen'
import type { Model } from './model'

/** A generator that is to be open, and what is to draw it. */
export interface Opening {
  chosen: Chosen
  backend: BackendChoice
  /** Ends it. */
  stop: AbortController
}

/** One that is open. */
export interface Standing extends Pick<Opening, 'chosen' | 'backend'> {
  model: Model
}

type Ask = Pick<Opening, 'chosen' | 'backend'>

export function isSame(one: Ask, other: Ask): boolean {
  return one.chosen === other.chosen && one.backend === other.backend
}

/** Whether the samples in hand mean the same to another generator: it is the same one, further on. */
export function isSameSpace(
  was: Chosen | undefined,
  now: Chosen,
  before: Model | null,
  after: Model,
): boolean {
  if (!was || !before) return false
  const bothTrain = was.source.kind === 'training' && now.source.kind === 'training'
  const spaceOf = ({ header, labels }: Model) => JSON.stringify([header.latent, labels])
  return (was === now || bothTrain) && spaceOf(before) === spaceOf(after)
}

export function stateOf({ backend }: Model): string {
  return backend.kind === 'webgpu' ? words.play.withWebGpu : words.play.onCpu
}
