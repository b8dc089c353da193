/** What is to be seen when, by recipe; a recipe of which nobody says so has no entry. */
export const expectations = {
  'fast-digits':
    'What to expect: rough digits of all ten classes within the first half epoch, clear ones after one or two epochs.',
  'fast-conditional': 'What to expect: the digits you ask for within the first epoch.',
  'fast-faces':
    'What to expect: faces within the first minute, softer than those of dcgan-faces: it learns at half the size.',
  'mlp-gan':
    'What to expect: nothing to see after 1 epoch; digits start to appear by epoch 40; at 400, where the source stops, all but a few are clear.',
  'keras-dcgan':
    'What to expect: the source trains for 10,000 steps of 256 images and looks at its samples every 500 steps.',
  'cdcgan-mnist':
    'What to expect: every digit on request after fewer than 3 epochs; the source trains for 25.',
  'dcgan-mnist':
    'What to expect: rough digits of all ten classes after 3 epochs, clearer ones after 13.',
  'dcgan-tensorflow':
    'What to expect: the source trains for 25 epochs by default, and for 300 on anime faces.',
  'dcgan-32-stable': 'What to expect: digits of all ten classes before the first epoch is over.',
  'dcgan-32':
    'What to expect: only a few different shapes. Over the whole run of its source, 10 epochs of 3,750 steps, it collapses: about 7 distinct shapes among 100 images, where MNIST has 74. To see digits, use dcgan-32-stable.',
  'wgan-32':
    'What to expect: the source trains for 37,500 steps, which count as 50 epochs here because the critic uses five batches per step. wgan-32-fast learns sooner.',
  'wgan-gp-32':
    'What to expect: the source trains for 37,500 steps, which count as 50 epochs here because the critic uses five batches per step.',
}
