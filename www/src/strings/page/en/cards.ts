/** The generators that ship, as their list has them. */
export const cards = {
  'anime-64': {
    title: 'Anime faces',
    what: 'Anime-style faces of 64×64, in colour.',
    data: '17,029 anime faces of 64×64, found on the web',
    dataLicence:
      'The images have no stated licence; none are included here, only the weights learnt from them',
  },
  'drawn-faces-64': {
    title: 'Drawn faces',
    what: 'Anime-style heads of 64×64, learnt from drawings by code.',
    data: 'Faces drawn by Ganvas’ own code, a new one every time',
    dataLicence: 'None needed: drawn by a program',
  },
  'anime-48': {
    title: 'Small anime faces',
    what: 'Anime-style faces of 48×48, in colour.',
    data: 'The same 17,029 anime faces, at 48×48',
    dataLicence:
      'The images have no stated licence; none are included here, only the weights learnt from them',
  },
  'mnist-28': {
    title: 'Digits',
    what: 'Handwritten digits of 28×28.',
    data: "MNIST's 60,000 training images (LeCun, Cortes, Burges)",
    dataLicence: 'Commonly cited as CC BY-SA 3.0',
  },
  'mnist-28-labels': {
    title: 'Digits by class',
    what: 'Handwritten digits of 28×28, each of the class you choose.',
    data: "MNIST's 60,000 training images (LeCun, Cortes, Burges)",
    dataLicence: 'Commonly cited as CC BY-SA 3.0',
  },
}

/** What is measured of them. */
export const scores = {
  wasserstein: 'Sliced Wasserstein distance × 1000',
  others: 'for other real images',
  frechet: 'Fréchet distance',
  classes: 'classes covered',
}
