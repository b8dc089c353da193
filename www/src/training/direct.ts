import type { Engine } from '../engine/types'

/** What an engine is asked beside the training. */
type Name =
  | 'describeRecipe'
  | 'checkpoint'
  | 'judge'
  | 'saveGenerator'
  | 'verdicts'
  | 'latent'
  | 'nearest'
  | 'saliency'
  | 'mapLayers'
  | 'maps'
  | 'sizesEvery'

export type Direct = Pick<Engine, Name>
