/** What is told of a training in trouble: what is seen, why, and what helps. */
export const alarms = {
  title: 'How it goes',
  idle: 'Once it runs, this says whether it is in trouble, and what would help.',
  well: 'No sign of trouble.',
  silenced: 'The alarm is off for now.',
  discriminatorWins: {
    seen: 'The discriminator is never wrong: D(x) is {real}, D(G(z)) is {fake}.',
    why: 'It learns so much faster than the generator that nothing gets past it, and the generator cannot tell which way is better.',
  },
  generatorWins: {
    seen: 'The discriminator takes nearly every generated image for a real one: D(G(z)) is {fake}.',
    why: 'It has fallen behind, and has nothing to teach the generator any more.',
  },
  ratesTooHigh: {
    seen: 'The losses are out of bounds: up to {loss} lately, where a fair game stays below 2.',
    why: 'The learning rates are too high: every step overshoots, and what was learnt is lost.',
  },
  weightsTooLarge:
    'The weights have become large (generator {generator}, discriminator {discriminator} on average); at the start they are near 0.1.',
  collapse: {
    seen: 'The images are nearly all alike: they vary {spread} as much as the data.',
    why: 'The generator has found a few images that get past the discriminator, and draws nothing else (mode collapse).',
  },
  classesMissing: '{count} of the ten digits are missing from the images.',
  notFinite: {
    seen: 'The training has come to an end: its numbers have left what a computer can hold.',
    why: 'Steps that are too long make the weights grow without end; lower rates prevent that.',
  },
  tooEarly: {
    seen: 'Too early to say how it goes: this is step {step}.',
    why: 'Nothing is wrong. Patience is all it takes.',
  },
  forecast: 'At this pace, most digits can be read in {time}.',
  halveDiscriminator: 'Halve the discriminator’s rate',
  halveGenerator: 'Halve the generator’s rate',
  lowerRates: 'Lower both rates tenfold',
  addR1: 'Start over with R1',
  goBack: 'Go back to step {step}, with lower rates',
  startAnew: 'Start over with {name}',
}
