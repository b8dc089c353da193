import type { PageStrings } from '../type'

export const expectations: PageStrings['expectations'] = {
  'fast-digits':
    'Was zu erwarten ist: grobe Ziffern aller zehn Klassen in der ersten halben Epoche, deutliche nach ein bis zwei Epochen.',
  'fast-conditional': 'Was zu erwarten ist: die gewünschten Ziffern innerhalb der ersten Epoche.',
  'fast-faces':
    'Was zu erwarten ist: Gesichter in der ersten Minute, weicher als die von dcgan-faces: Gelernt wird in halber Größe.',
  'mlp-gan':
    'Was zu erwarten ist: nach 1 Epoche noch nichts; bis Epoche 40 zeigen sich erste Ziffern; bei 400, wo die Quelle aufhört, sind alle bis auf wenige deutlich.',
  'keras-dcgan':
    'Was zu erwarten ist: Die Quelle trainiert 10.000 Schritte mit je 256 Bildern und sieht sich alle 500 ihre Bilder an.',
  'cdcgan-mnist':
    'Was zu erwarten ist: nach weniger als 3 Epochen jede gewünschte Ziffer; die Quelle trainiert 25.',
  'dcgan-mnist':
    'Was zu erwarten ist: grobe Ziffern aller zehn Klassen nach 3 Epochen, klarere nach 13.',
  'dcgan-tensorflow':
    'Was zu erwarten ist: Die Quelle trainiert normalerweise 25 Epochen, mit Anime-Gesichtern 300.',
  'dcgan-32-stable':
    'Was zu erwarten ist: Ziffern aller zehn Klassen, noch bevor die erste Epoche zu Ende ist.',
  'dcgan-32':
    'Was zu erwarten ist: wenige verschiedene Formen. Im ganzen Lauf der Quelle, 10 Epochen zu 3.750 Schritten, bricht es zusammen: etwa 7 unterscheidbare Formen in 100 Bildern, wo MNIST 74 hat. Ziffern lernt dcgan-32-stable.',
  'wgan-32':
    'Was zu erwarten ist: Die Quelle trainiert 37.500 Schritte; hier gezählt sind das 50 Epochen, weil der Kritiker fünf Batches pro Schritt nimmt. wgan-32-fast lernt schneller.',
  'wgan-gp-32':
    'Was zu erwarten ist: Die Quelle trainiert 37.500 Schritte; hier gezählt sind das 50 Epochen, weil der Kritiker fünf Batches pro Schritt nimmt.',
}
