import type { PageStrings } from '../type'

export const names: PageStrings['names'] = {
  'fast-digits': 'Ziffern in einer halben Minute',
  'fast-conditional': 'Jede Ziffer auf Wunsch',
  'fast-faces': 'Gesichter in einer Minute',
  'dcgan-mnist': 'Kleines DCGAN',
  'mlp-gan': 'Nur dichte Schichten',
  'keras-dcgan': 'Keras-Tutorial',
  'cdcgan-mnist': 'Ziffern nach Klasse',
  'dcgan-32-stable': 'Ziffern mit Rand, stabil',
  'dcgan-32': 'Ziffern mit Rand',
  'mnist-28': 'Kleine Datei',
  'mnist-28-labels': 'Kleine Datei, nach Klasse',
  'wgan-32-fast': 'Clipping, schneller',
  'wgan-32': 'Weight Clipping',
  'wgan-gp-32': 'Gradient Penalty',
  'dcgan-faces': 'DCGAN mit R1',
  'drawn-faces-64': 'Flächige Farben',
  'dcgan-tensorflow': 'DCGAN in TensorFlow',
  'dcgan-paper-64': 'DCGAN der Publikation',
}
