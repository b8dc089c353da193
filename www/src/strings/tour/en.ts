import type { TourStrings } from './type'

export const en: TourStrings = {
  tour: 'Guided tour',
  progress: 'Stop {stop} of {count}',
  back: 'Back',
  next: 'Next',
  end: 'End the tour',
  copy: 'Copy link to this stop',
  copied: 'Copied',
  otherNumbers: 'Other numbers',
  start: 'Start training',
  letDLearn: 'Let D learn',
  letGLearn: 'Let G learn',
  provoke: 'Provoke a collapse',
  withoutR1: 'Train without R1',
  withR1: 'Train with R1',
  go: 'Walk',
  latentOf: '{count} random numbers, as bars, and the image that they become',
  keeps: 'The training that is there now is saved first.',
  stops: {
    noise: {
      title: 'It begins with noise',
      text: 'A generator invents images out of nothing but random numbers. The bars are such numbers, one latent; the picture beside them is what a trained network makes of it. Other numbers become another picture, and the same numbers always the same one.',
    },
    generator: {
      title: 'The generator learns to draw',
      text: 'Before training, its images are grey noise. It never sees a real image: it only ever learns whether its drawings were convincing, and in which direction each pixel should change. Start the training and watch the grid; the numbers behind each picture stay the same.',
    },
    discriminator: {
      title: 'The discriminator learns to tell',
      text: 'It gets real and generated images and answers with a probability: how likely is this one to be real? The bars show its answers. Click an image to see on which pixels its verdict depends.',
    },
    step: {
      title: 'One step of the game',
      text: 'Random numbers go through the generator, its images and real ones through the discriminator, and the verdicts become two losses. Then the gradients go back. Let one network learn alone and compare the scores: after a few steps of D it sees through the images; after a few of G they get past it again.',
    },
    half: {
      title: 'Why the scores meet at 0.5',
      text: 'The solid line is the mean verdict on real images, the dashed one that on generated images. Where the generator draws exactly what the data look like, nobody can tell them apart, and the best possible answer is 0.5 for every image. In practice the lines stay a little apart: small gaps are healthy, lines at 1 and 0 mean that the discriminator has won.',
    },
    collapse: {
      title: 'When all images look alike',
      text: 'If the generator finds one picture that always gets past the discriminator, it has no reason to draw any other: mode collapse. Here it takes eight steps for each one of the discriminator, at too high a rate. It takes a few seconds, and the scores alone do not show it.',
    },
    r1: {
      title: 'What R1 does',
      text: 'R1 penalises a discriminator whose verdict on real images changes steeply with the pixels. Both buttons train the same networks, with four updates of the discriminator in each step. Watch the scores for some hundred steps: without R1 they drift apart, for the discriminator wins; with it they stay close together.',
    },
    walk: {
      title: 'A walk through the latents',
      text: 'Neighbouring latents become similar images. Whoever moves slowly from one latent to the next therefore sees one picture turn into another, without a cut. This is how the morphing videos of GANs come about.',
    },
  },
}
