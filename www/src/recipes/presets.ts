import cdcganMnist from '../../../src/recipe/presets/cdcgan-mnist.json'
import dcgan32 from '../../../src/recipe/presets/dcgan-32.json'
import dcgan32Stable from '../../../src/recipe/presets/dcgan-32-stable.json'
import dcganFaces from '../../../src/recipe/presets/dcgan-faces.json'
import dcganMnist from '../../../src/recipe/presets/dcgan-mnist.json'
import dcganPaper64 from '../../../src/recipe/presets/dcgan-paper-64.json'
import dcganTensorflow from '../../../src/recipe/presets/dcgan-tensorflow.json'
import drawnFaces64 from '../../../src/recipe/presets/drawn-faces-64.json'
import fastConditional from '../../../src/recipe/presets/fast-conditional.json'
import fastDigits from '../../../src/recipe/presets/fast-digits.json'
import fastFaces from '../../../src/recipe/presets/fast-faces.json'
import kerasDcgan from '../../../src/recipe/presets/keras-dcgan.json'
import mlpGan from '../../../src/recipe/presets/mlp-gan.json'
import mnist28 from '../../../src/recipe/presets/mnist-28.json'
import mnist28Labels from '../../../src/recipe/presets/mnist-28-labels.json'
import wgan32 from '../../../src/recipe/presets/wgan-32.json'
import wgan32Fast from '../../../src/recipe/presets/wgan-32-fast.json'
import wganGp32 from '../../../src/recipe/presets/wgan-gp-32.json'
import type { Recipe } from '../engine/types'

/** Every recipe that is offered by name, in the engine's order: the very files that the engine has. */
export const presets = [
  fastDigits,
  fastConditional,
  fastFaces,
  dcganMnist,
  mlpGan,
  kerasDcgan,
  cdcganMnist,
  dcgan32Stable,
  dcgan32,
  wgan32Fast,
  wgan32,
  wganGp32,
  dcganTensorflow,
  dcganPaper64,
  mnist28,
  mnist28Labels,
  dcganFaces,
  drawnFaces64,
] as unknown as readonly Recipe[]
