import type { Alarm } from './alarm'

/**
 * The discriminator is never wrong: D(x) is near 1 and D(G(z)) near 0. A small DCGAN that recovers by
 * itself comes down to a D(G(z)) of 0.005 on its way; one whose discriminator has a rate of 0.05 stays
 * at 0.0001.
 */
export const discriminatorWins: Alarm = {
  name: 'discriminatorWins',
  patience: 20,
  starts: ({ verdict }) => verdict !== null && verdict.real > 0.98 && verdict.fake < 0.001,
  lasts: ({ verdict }) => verdict !== null && verdict.real > 0.95 && verdict.fake < 0.005,
  remedies: ['usualRates', 'halveDiscriminator', 'addR1'],
}
