/** The tutorials' advice, beside what it is about: behind a question mark. */
export const hints = {
  ratesAbout: 'Advice on the learning rates',
  rates:
    'Change one rate at a time, by half or double, and look again after a few hundred steps. The discriminator may have the higher one, but should not run ahead: when its loss falls to 0, halve its rate.',
  lossAbout: 'How to read the losses',
  loss: 'Losses swing, and say little about the images: look at those every 500 to 1,000 steps. What counts is that both stay alive. A discriminator’s loss near 0 for long means that the generator learns hardly anything.',
  scoresAbout: 'How to read the scores',
  scores:
    'Look here first after you change a rate. Both lines drifting towards 0.5 is a good sign. Far apart, the discriminator needs a lower rate; with D(G(z)) on top, the generator does.',
  qualityAbout: 'How to read the quality',
  quality:
    'Some ups and downs are normal; the trend over 500 to 1,000 steps counts. If digits go missing or variety falls, the generator has collapsed: go back to a saved step, or try another seed.',
  recipeAbout: 'Advice on recipes',
  recipe:
    'Start from a recipe that works, and change one number at a time. If the images stay noise, dropout from 0.3 to 0.6 in both networks may help: under “Edit the recipe”, after the activations.',
}
