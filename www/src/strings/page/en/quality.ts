/** How good the images are, and who has the upper hand. */
export const quality = {
  strong: 'Discriminator too strong',
  even: 'Balance',
  fooled: 'Discriminator fooled',
  title: 'Quality',
  help: 'How far the generated images are from the data, judged every few seconds on 500 new ones by the averaged weights; lower is better.',
  chart: 'Distance of the images from the data over the training steps',
  distance: 'Distance',
  notYet: 'Judged every few seconds while it trains.',
  unjudged: 'The images cannot be judged: {why}',
  pixels: '{distance}: so far apart are the pixels, on average, if black and white are 1 apart',
  certainty: 'certainty {part}',
  spread: 'variety {part} of the data’s',
  classesLabel: 'Share of each digit among the images',
  missing: 'missing',
  /** What a distance of digits means. */
  bands: {
    same: '{distance}: hardly to be told from the data',
    nearlyAll: '{distance}: nearly all digits can be read',
    most: '{distance}: most digits can be read',
    some: '{distance}: some digits can be read',
    strokes: '{distance}: strokes, hardly a digit',
    nothing: '{distance}: no digits yet',
  },
}
