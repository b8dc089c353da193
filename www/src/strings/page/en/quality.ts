/** How good the images are, and who has the upper hand. */
export const quality = {
  strong: 'Discriminator too strong',
  even: 'Balance',
  fooled: 'Discriminator fooled',
}
