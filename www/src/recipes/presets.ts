import acganMnist from '../../../src/recipe/presets/acgan-mnist.json'
import cdcganMnist from '../../../src/recipe/presets/cdcgan-mnist.json'
import dcgan32Stable from '../../../src/recipe/presets/dcgan-32-stable.json'
import dcgan32 from '../../../src/recipe/presets/dcgan-32.json'
import dcganFaces from '../../../src/recipe/presets/dcgan-faces.json'
import dcganMnist from '../../../src/recipe/presets/dcgan-mnist.json'
import dcganPaper64 from '../../../src/recipe/presets/dcgan-paper-64.json'
import dcganTensorflow from '../../../src/recipe/presets/dcgan-tensorflow.json'
import drawnFaces64 from '../../../src/recipe/presets/drawn-faces-64.json'
import faces64 from '../../../src/recipe/presets/faces-64.json'
import fastConditional from '../../../src/recipe/presets/fast-conditional.json'
import fastDigits from '../../../src/recipe/presets/fast-digits.json'
import fastFaces from '../../../src/recipe/presets/fast-faces.json'
import kerasDcgan from '../../../src/recipe/presets/keras-dcgan.json'
import lsgan from '../../../src/recipe/presets/lsgan.json'
import mlpGan from '../../../src/recipe/presets/mlp-gan.json'
import mnist28Labels from '../../../src/recipe/presets/mnist-28-labels.json'
import mnist28 from '../../../src/recipe/presets/mnist-28.json'
import projectionMnist from '../../../src/recipe/presets/projection-mnist.json'
import r3gan32 from '../../../src/recipe/presets/r3gan-32.json'
import r3gan64 from '../../../src/recipe/presets/r3gan-64.json'
import sagan64 from '../../../src/recipe/presets/sagan-64.json'
import sngan32 from '../../../src/recipe/presets/sngan-32.json'
import wgan32Fast from '../../../src/recipe/presets/wgan-32-fast.json'
import stylegan264 from '../../../src/recipe/presets/stylegan2-64.json'
import wgan32 from '../../../src/recipe/presets/wgan-32.json'
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
  lsgan,
  acganMnist,
  sngan32,
  projectionMnist,
  sagan64,
  stylegan264,
  r3gan32,
  r3gan64,
  dcganTensorflow,
  dcganPaper64,
  mnist28,
  mnist28Labels,
  faces64,
  dcganFaces,
  drawnFaces64,
] as unknown as readonly Recipe[]
