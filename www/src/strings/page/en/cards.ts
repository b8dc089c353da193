/** The generators that ship, as their list has them. */
export const cards = {
  'anime-64': {
    title: 'Anime faces',
    what: 'Anime-style faces of 64×64, in colour.',
    data: '17,029 anime faces of 64×64, found on the web',
    dataLicence:
      'The images carry no stated licence; none of them is here, only the weights that were learnt from them',
  },
  'drawn-faces-64': {
    title: 'Drawn faces',
    what: 'Anime-style heads of 64×64 after drawings by code.',
    data: "Faces drawn by Ganvas' own code, a new one every time",
    dataLicence: 'None needed: nobody drew them',
  },
  'anime-48': {
    title: 'Small anime faces',
    what: 'Anime-style faces of 48×48, in colour.',
    data: 'The same 17,029 anime faces, at 48×48',
    dataLicence:
      'The images carry no stated licence; none of them is here, only the weights that were learnt from them',
  },
  'mnist-28': {
    title: 'Digits',
    what: 'Handwritten digits of 28×28.',
    data: "MNIST's 60,000 training images (LeCun, Cortes, Burges)",
    dataLicence: 'Commonly cited as CC BY-SA 3.0',
  },
  'mnist-28-labels': {
    title: 'Digits to order',
    what: 'Handwritten digits of 28×28, each of the class that is asked for.',
    data: "MNIST's 60,000 training images (LeCun, Cortes, Burges)",
    dataLicence: 'Commonly cited as CC BY-SA 3.0',
  },
}

/** What is measured of them. */
export const scores = {
  wasserstein: 'Sliced Wasserstein distance × 1000',
  others: 'the same of other real images',
  frechet: 'Fréchet distance',
  classes: 'classes covered',
}
