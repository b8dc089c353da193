import type { PageStrings } from '../type'

export const recipes: PageStrings['recipes'] = {
  'fast-digits': {
    title: 'Ziffern in Sekunden',
    source:
      'Von Ganvas selbst, durch Suche gefunden, nach Radford et al. 2015 (arXiv:1511.06434) und Mescheder et al. 2018 (arXiv:1801.04406)',
  },
  'fast-conditional': {
    title: 'Ziffern nach Klasse in Sekunden',
    source:
      'Von Ganvas selbst, durch Suche gefunden, nach Radford et al. 2015 (arXiv:1511.06434) und Mescheder et al. 2018 (arXiv:1801.04406)',
  },
  'fast-faces': {
    title: 'Gesichter in einer Minute',
    source:
      'Von Ganvas selbst, durch Suche gefunden, nach Radford et al. 2015 (arXiv:1511.06434) und Mescheder et al. 2018 (arXiv:1801.04406)',
  },
  'dcgan-mnist': {
    title: 'DCGAN für Ziffern von 28×28, klein und schnell',
    source: 'Radford, Metz und Chintala 2015 (arXiv:1511.06434), auf 28×28 verkleinert',
  },
  'cdcgan-mnist': {
    title: 'Bedingtes DCGAN: Ziffern nach Klasse',
    source:
      'DCGAN in TensorFlow mit Labels (T. Kim, 2016), nach Mirza und Osindero 2014 (arXiv:1411.1784)',
  },
  'mnist-28': {
    title: 'Ziffern in einer kleinen Datei',
    source: 'Von Ganvas selbst, fast-digits in breiter',
  },
  'mnist-28-labels': {
    title: 'Ziffern nach Klasse in einer kleinen Datei',
    source: 'Von Ganvas selbst, fast-conditional in breiter',
  },
  'faces-64': {
    title: 'Gesichter, in zwei Größen beurteilt: wie sie sind und klein',
    source: 'Von Ganvas: fast-faces, breiter, mit einem zweiten Weg durch den Diskriminator',
  },
  'drawn-faces-64': {
    title: 'DCGAN für Gesichter in flächigen Farben: eine Faltung mehr am Ende des Generators',
    source:
      'Von Ganvas selbst, nach Radford et al. 2015 (arXiv:1511.06434) und Mescheder et al. 2018 (arXiv:1801.04406)',
  },
  'dcgan-faces': {
    title: 'DCGAN für Gesichter: R1 statt Batch-Norm im Diskriminator',
    source:
      'Von Ganvas selbst, nach Radford et al. 2015 (arXiv:1511.06434) und Mescheder et al. 2018 (arXiv:1801.04406)',
  },
  'dcgan-tensorflow': {
    title: 'DCGAN für Bilder jeder Größe: Gesichter oder eigene',
    source: 'DCGAN in TensorFlow (T. Kim, 2016), nach Radford et al. 2015 (arXiv:1511.06434)',
  },
  'dcgan-paper-64': {
    title: 'Das DCGAN aus dem Paper, 64×64, ab 4×4×1024',
    source: 'Radford, Metz und Chintala 2015 (arXiv:1511.06434)',
  },
  'keras-dcgan': {
    title: 'DCGAN aus einem Keras-Tutorial: Upsampling, Dropout, RMSprop',
    source:
      'Ein Keras-DCGAN zu MNIST (R. Atienza, 2017), nach Radford et al. 2015 (arXiv:1511.06434)',
  },
  'mlp-gan': {
    title: 'Nur vollständig verbundene Schichten: das erste GAN vieler Tutorials',
    source:
      'Ein bebildertes Keras-Tutorial zu MNIST, nach Goodfellow et al. 2014 (arXiv:1406.2661)',
  },
  'dcgan-32': {
    title: 'DCGAN auf Ziffern mit Rand, aus einem kleinen TensorFlow-Programm',
    source:
      'Eines von drei kleinen TensorFlow-Programmen zu MNIST, nach Radford et al. 2015 (arXiv:1511.06434)',
  },
  'dcgan-32-stable': {
    title:
      'dcgan-32 mit einem 5×5-Kernel am Ende und nur einem Update des Generators, damit es lernt',
    source: 'Unsere Variante von dcgan-32, dessen Quelle kollabiert',
  },
  'wgan-32': {
    title: 'Wasserstein-GAN mit beschnittenen Gewichten auf Ziffern mit Rand',
    source:
      'Eines von drei kleinen TensorFlow-Programmen zu MNIST, nach Arjovsky et al. 2017 (arXiv:1701.07875)',
  },
  'wgan-32-fast': {
    title: 'wgan-32 mit Epsilon 1e-5 in der Batch-Norm, damit es früher lernt',
    source:
      'Unsere Variante von wgan-32, dessen Kritiker ein größeres Epsilon bremst, weil seine Skalen beschnitten sind',
  },
  'wgan-gp-32': {
    title: 'Wasserstein-GAN mit Gradientenstrafe auf Ziffern mit Rand',
    source:
      'Eines von drei kleinen TensorFlow-Programmen zu MNIST, mit der Strafe von Gulrajani et al. 2017 (arXiv:1704.00028)',
  },
  lsgan: {
    title:
      'Kleinste Quadrate statt Kreuzentropie: auch richtig beurteilte Bilder bekommen noch einen Gradienten',
    source:
      'Mao et al. 2017 (arXiv:1611.04076), dessen Netz für Szenen, schmaler und auf 28×28 gekürzt',
  },
  'acgan-mnist': {
    title: 'Der Diskriminator nennt auch die Klasse: schärfere Ziffern, und jede auf Wunsch',
    source:
      'Odena et al. 2017 (arXiv:1610.09585), mit den Schichten des Keras-Beispiels für MNIST in einem Viertel ihrer Breite',
  },
  'sngan-32': {
    title:
      'Die Spektralnorm begrenzt, wie schnell sich der Diskriminator ändern kann: stabil ohne Strafe',
    source:
      'Miyato et al. 2018 (arXiv:1802.05957), dessen Residualnetze für CIFAR-10 in einem Viertel ihrer Breite',
  },
  'projection-mnist': {
    title:
      'Die Klasse trifft die Merkmale des Diskriminators in einem Skalarprodukt: Klassen vermischen sich nicht mehr',
    source: 'Miyato und Koyama 2018 (arXiv:1802.05637), kleine Residualnetze für 28×28',
  },
  'sagan-64': {
    title: 'Self-Attention: weit entfernte Teile eines Bildes passen zueinander',
    source: 'Zhang et al. 2019 (arXiv:1805.08318), klein, ohne Klassen, auf den Netzen von DCGAN',
  },
  'stylegan2-64': {
    title:
      'Ein Stil für jede Schicht, durch Demodulation im Maß gehalten: keine Tropfen, und Einzelheiten folgen dem Stil',
    source:
      'Karras et al. 2020 (arXiv:1912.04958), klein: vier Mapping-Schichten, ein Weg von der Konstante zum Bild, keine Pfadlängen-Strafe',
  },
  'r3gan-32': {
    title:
      'Echte und erzeugte Bilder werden paarweise beurteilt, mit R1 und R2: konvergiert ohne die alten Kniffe',
    source: 'Huang et al. 2024 (arXiv:2501.05441), mit weniger und schmaleren Blöcken',
  },
  'r3gan-64': {
    title: 'Dasselbe für Gesichter von 64×64: Paare, R1 und R2, keine Normalisierung',
    source: 'Huang et al. 2024 (arXiv:2501.05441), mit weniger und schmaleren Blöcken',
  },
}
