import type { Alarm } from './alarm'

/** The discriminator takes nearly every generated image for a real one, and has no more to teach. */
export const generatorWins: Alarm = {
  name: 'generatorWins',
  patience: 20,
  starts: ({ verdict, losses }) => verdict !== null && verdict.fake > 0.98 && losses.d > 4,
  lasts: ({ verdict, losses }) => verdict !== null && verdict.fake > 0.9 && losses.d > 2,
  remedies: ['usualRates', 'halveGenerator', 'startAnew'],
}
