/** What is to be seen when, by recipe; a recipe of which nobody says so has no entry. */
export const expectations = {
  'mlp-gan':
    'What to expect: nothing to see after 1 epoch; digits begin by epoch 40; at 400, where the source ends, all but a few are clear.',
  'keras-dcgan':
    'What to expect: the source trains 10,000 steps of 256 images and looks at its images every 500.',
  'cdcgan-mnist':
    'What to expect: every digit to order after fewer than 3 epochs; the source trains 25.',
  'dcgan-mnist':
    'What to expect: rough digits of all ten classes after 3 epochs, clearer ones after 13.',
  'dcgan-tensorflow':
    'What to expect: the source trains 25 epochs by default, and 300 on anime faces.',
  'dcgan-32-stable': 'What to expect: digits of all ten classes before the first epoch is over.',
  'dcgan-32':
    'What to expect: few different shapes. Over the whole run of its source, 10 epochs of 3,750 steps, it collapses: some 7 distinct shapes among 100 images, where MNIST has 74. To see digits, take dcgan-32-stable.',
  'wgan-32':
    'What to expect: the source trains 37,500 steps, which are 50 epochs as counted here, because the critic takes five batches a step. wgan-32-fast learns sooner.',
  'wgan-gp-32':
    'What to expect: the source trains 37,500 steps, which are 50 epochs as counted here, because the critic takes five batches a step.',
}
