import type { EyesStrings } from './type'

export const en: EyesStrings = {
  game: 'The game, step by step',
  steps: 'Single steps',
  stepDiscriminator: 'D only',
  stepGenerator: 'G only',
  stepBoth: 'Both',
  whoLearns: 'Who learns',
  bothLearn: 'Both learn',
  freezeGenerator: 'Freeze G',
  freezeDiscriminator: 'Freeze D',
  slow: 'Slow motion',
  notSlow: 'Off',
  pauseOf: '{seconds} s after each step',
  gameHelp:
    'While the training is paused, let the discriminator (D), the generator (G) or both take a step. A frozen network stays exactly as it is; its loss is still measured. Closing this box lets both learn again, at full speed.',
  latent: 'Random numbers z',
  theGenerator: 'Generator',
  theDiscriminator: 'Discriminator',
  lossOfD: 'Loss of D',
  lossOfG: 'Loss of G',
  discriminatorLearns:
    '← D learns: the gradient of its loss goes back into D alone, so that D(x) rises and D(G(z)) falls.',
  generatorLearns:
    '← G learns: the gradient of its loss goes back through D and the image into G, so that D(G(z)) rises. D itself does not change.',
  drawn:
    'Random numbers become a generated image; the discriminator gives it {fake}, and a real image {real}.',
  verdicts: 'Its verdicts',
  generated: 'Generated images',
  real: 'Real images',
  sort: 'Sort by verdict, most real first',
  tile: 'Image {number}: {verdict}',
  fooled: '{count} of {all} pass for real.',
  mistaken: '{count} of {all} are taken for generated.',
  verdictsHelp:
    'The longer the bar, the more real the image looks to the discriminator; for a critic, whose scores have no bounds, bars run from the lowest score to the highest. It judges in batches, as in training, so with batch norm an image’s neighbours count, too.',
  look: 'One image',
  pickOne:
    'Click an image above, or move with the arrow keys, to see where the discriminator looks.',
  pickedGenerated: 'Generated image {number}: {verdict}',
  pickedReal: 'Real image {number}: {verdict}',
  image: 'The image',
  looksAt: 'Where it looks',
  wants: 'What it wants changed',
  step: 'Strength',
  stepOf: '{share} of the range from black to white',
  lookHelp:
    'Bright spots are pixels on which the verdict depends most: the gradient of the verdict by the pixels. On the right the image is moved along this gradient, towards “real”.',
  mapsOf: 'Feature maps of layer',
  allMaps:
    '{channels} maps of {height}×{width}, each from its lowest value (black) to its highest (white).',
  someMaps:
    'The first {shown} of {channels} maps of {height}×{width}, each from its lowest value (black) to its highest (white).',
  sizes: 'Weights and gradients',
  generator: 'Generator',
  discriminator: 'Discriminator',
  layer: 'Layer',
  weights: 'Weights',
  gradients: 'Gradients',
  noSizes: 'They appear after the next step.',
  vanishing: 'vanishing',
  exploding: 'exploding',
  sizesHelp:
    'Root mean square of each layer’s weights and of their gradient, over the latest steps; every line has its own logarithmic scale.',
  sizesRule:
    'Marked as vanishing: a gradient below 1/10,000 of the largest in its network. As exploding: one that is not finite, or more than 100 times its own median.',
}
