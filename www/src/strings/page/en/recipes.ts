/** What the recipes are called and follow, as their files have it. */
export const recipes = {
  'fast-digits': {
    title: 'Digits in seconds',
    source:
      "Ganvas' own, found by search, after Radford et al. 2015 (arXiv:1511.06434) and Mescheder et al. 2018 (arXiv:1801.04406)",
  },
  'fast-conditional': {
    title: 'Digits by class in seconds',
    source:
      "Ganvas' own, found by search, after Radford et al. 2015 (arXiv:1511.06434) and Mescheder et al. 2018 (arXiv:1801.04406)",
  },
  'fast-faces': {
    title: 'Faces in a minute',
    source:
      "Ganvas' own, found by search, after Radford et al. 2015 (arXiv:1511.06434) and Mescheder et al. 2018 (arXiv:1801.04406)",
  },
  'dcgan-mnist': {
    title: 'DCGAN for 28×28 digits, small and quick',
    source: 'Radford, Metz and Chintala 2015 (arXiv:1511.06434), scaled to 28×28',
  },
  'cdcgan-mnist': {
    title: 'Conditional DCGAN: digits by class',
    source:
      'DCGAN in TensorFlow with labels (T. Kim, 2016), after Mirza and Osindero 2014 (arXiv:1411.1784)',
  },
  'mnist-28': {
    title: 'Digits in a small file',
    source: "Ganvas' own, fast-digits made wider",
  },
  'mnist-28-labels': {
    title: 'Digits by class, in a small file',
    source: "Ganvas' own, fast-conditional made wider",
  },
  'faces-64': {
    title: 'Faces, judged at two sizes: as they are, and small',
    source: "Ganvas' own, fast-faces made wider, with a second path through the discriminator",
  },
  'drawn-faces-64': {
    title: 'DCGAN for faces in flat colours: one more convolution at the end of the generator',
    source:
      "Ganvas' own, after Radford et al. 2015 (arXiv:1511.06434) and Mescheder et al. 2018 (arXiv:1801.04406)",
  },
  'dcgan-faces': {
    title: 'DCGAN for faces: R1 instead of batch norm in the discriminator',
    source:
      "Ganvas' own, after Radford et al. 2015 (arXiv:1511.06434) and Mescheder et al. 2018 (arXiv:1801.04406)",
  },
  'dcgan-tensorflow': {
    title: 'DCGAN for images of any size: faces, or your own',
    source: 'DCGAN in TensorFlow (T. Kim, 2016), after Radford et al. 2015 (arXiv:1511.06434)',
  },
  'dcgan-paper-64': {
    title: 'The DCGAN from the paper, 64×64, starting at 4×4×1024',
    source: 'Radford, Metz and Chintala 2015 (arXiv:1511.06434)',
  },
  'keras-dcgan': {
    title: 'DCGAN from a Keras tutorial: upsampling, dropout, RMSprop',
    source:
      'A Keras DCGAN on MNIST (R. Atienza, 2017), after Radford et al. 2015 (arXiv:1511.06434)',
  },
  'mlp-gan': {
    title: 'Fully connected layers only: the first GAN in many tutorials',
    source:
      'An illustrated Keras tutorial on MNIST, after Goodfellow et al. 2014 (arXiv:1406.2661)',
  },
  'dcgan-32': {
    title: 'DCGAN on padded digits, from a small TensorFlow program',
    source:
      'One of three small TensorFlow programs on MNIST, after Radford et al. 2015 (arXiv:1511.06434)',
  },
  'dcgan-32-stable': {
    title: 'dcgan-32 with a 5×5 kernel at the end and a single generator update, so that it learns',
    source: 'Our variant of dcgan-32, whose source collapses',
  },
  'wgan-32': {
    title: 'Wasserstein GAN with weight clipping on padded digits',
    source:
      'One of three small TensorFlow programs on MNIST, after Arjovsky et al. 2017 (arXiv:1701.07875)',
  },
  'wgan-32-fast': {
    title: "wgan-32 with batch norm's epsilon at 1e-5, so that it learns sooner",
    source:
      'Our variant of wgan-32, whose critic is slowed by a larger epsilon because its scales are clipped',
  },
  'wgan-gp-32': {
    title: 'Wasserstein GAN with gradient penalty on padded digits',
    source:
      'One of three small TensorFlow programs on MNIST, with the penalty of Gulrajani et al. 2017 (arXiv:1704.00028)',
  },
  lsgan: {
    title:
      'Least squares in place of cross entropy: images that are judged right still get a gradient',
    source: 'Mao et al. 2017 (arXiv:1611.04076), its network for scenes, narrower and cut to 28×28',
  },
  'acgan-mnist': {
    title: 'The discriminator also tells the class: sharper digits, and any of them to order',
    source:
      'Odena et al. 2017 (arXiv:1610.09585), with the layers of the Keras example for MNIST at a quarter of their width',
  },
  'sngan-32': {
    title: 'Spectral norm bounds how fast the discriminator can change: stable without a penalty',
    source:
      'Miyato et al. 2018 (arXiv:1802.05957), its residual networks for CIFAR-10 at a quarter of their width',
  },
  'projection-mnist': {
    title:
      'The class meets the discriminator’s features in an inner product: classes no longer mix',
    source: 'Miyato and Koyama 2018 (arXiv:1802.05637), small residual networks for 28×28',
  },
  'sagan-64': {
    title: 'Self-attention: parts of an image that lie far apart fit together',
    source:
      'Zhang et al. 2019 (arXiv:1805.08318), small, without classes, on the networks of DCGAN',
  },
  'stylegan2-64': {
    title:
      'A style for every layer, kept in scale by demodulation: no droplets, and details that follow the style',
    source:
      'Karras et al. 2020 (arXiv:1912.04958), small: four mapping layers, one path from constant to image, no path length penalty',
  },
  'r3gan-32': {
    title:
      'Real and generated images are judged in pairs, with R1 and R2: converges without the old tricks',
    source: 'Huang et al. 2024 (arXiv:2501.05441), with fewer and narrower blocks',
  },
  'r3gan-64': {
    title: 'The same for faces of 64×64: pairs, R1 and R2, no normalisation',
    source: 'Huang et al. 2024 (arXiv:2501.05441), with fewer and narrower blocks',
  },
}
