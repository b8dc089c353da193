import type { TourStrings } from './type'

export const de: TourStrings = {
  tour: 'Rundgang',
  progress: 'Station {stop} von {count}',
  back: 'Zurück',
  next: 'Weiter',
  end: 'Rundgang beenden',
  copy: 'Link zu dieser Station kopieren',
  copied: 'Kopiert',
  otherNumbers: 'Andere Zahlen',
  start: 'Training starten',
  letDLearn: 'D lernen lassen',
  letGLearn: 'G lernen lassen',
  provoke: 'Kollaps herbeiführen',
  withoutR1: 'Ohne R1 trainieren',
  withR1: 'Mit R1 trainieren',
  go: 'Losgehen',
  latentOf: '{count} Zufallszahlen als Balken und das Bild, das aus ihnen wird',
  keeps: 'Das Training, das gerade da ist, wird vorher gespeichert.',
  stops: {
    noise: {
      title: 'Am Anfang ist Rauschen',
      text: 'Ein Generator erfindet Bilder allein aus Zufallszahlen. Die Balken sind solche Zahlen, ein Latent; das Bild daneben macht ein trainiertes Netz daraus. Aus anderen Zahlen wird ein anderes Bild, aus denselben immer dasselbe.',
    },
    generator: {
      title: 'Der Generator lernt zeichnen',
      text: 'Vor dem Training sind seine Bilder graues Rauschen. Ein echtes Bild sieht er nie: Er erfährt nur, ob seine Zeichnungen überzeugt haben und in welche Richtung sich jedes Pixel ändern sollte. Starte das Training und sieh dem Raster zu; die Zahlen hinter jedem Bild bleiben dieselben.',
    },
    discriminator: {
      title: 'Der Diskriminator lernt unterscheiden',
      text: 'Er bekommt echte und erzeugte Bilder und antwortet mit einer Wahrscheinlichkeit: Wie sicher ist dieses Bild echt? Die Balken zeigen seine Antworten. Klicke ein Bild an, um zu sehen, von welchen Pixeln sein Urteil abhängt.',
    },
    step: {
      title: 'Ein Schritt des Spiels',
      text: 'Zufallszahlen gehen durch den Generator, seine Bilder und echte durch den Diskriminator, und aus den Urteilen werden zwei Verluste. Dann fließen die Gradienten zurück. Lass ein Netz allein lernen und vergleiche die Urteile: Nach ein paar Schritten von D durchschaut es die Bilder, nach ein paar von G kommen sie wieder durch.',
    },
    half: {
      title: 'Warum sich die Urteile bei 0,5 treffen',
      text: 'Die durchgezogene Linie ist das mittlere Urteil über echte Bilder, die gestrichelte das über erzeugte. Zeichnet der Generator genau so, wie die Daten aussehen, kann sie niemand unterscheiden, und die bestmögliche Antwort ist für jedes Bild 0,5. In der Praxis bleiben die Linien etwas auseinander: Ein kleiner Abstand ist gesund, Linien bei 1 und 0 heißen, dass der Diskriminator gewonnen hat.',
    },
    collapse: {
      title: 'Wenn alle Bilder gleich aussehen',
      text: 'Findet der Generator ein Bild, das immer am Diskriminator vorbeikommt, hat er keinen Grund, ein anderes zu zeichnen: Moduskollaps. Hier macht er acht Schritte auf einen des Diskriminators, mit zu hoher Rate. Es dauert ein paar Sekunden, und die Urteile allein zeigen es nicht.',
    },
    r1: {
      title: 'Was R1 bewirkt',
      text: 'R1 bestraft einen Diskriminator, dessen Urteil über echte Bilder sich steil mit den Pixeln ändert. Beide Knöpfe trainieren dieselben Netze, mit vier Updates des Diskriminators in jedem Schritt. Sieh dir die Urteile einige hundert Schritte lang an: Ohne R1 laufen sie auseinander, denn der Diskriminator gewinnt; mit R1 bleiben sie beieinander.',
    },
    walk: {
      title: 'Ein Spaziergang durch die Latents',
      text: 'Aus benachbarten Latents werden ähnliche Bilder. Wer langsam von einem Latent zum nächsten geht, sieht darum ein Bild ohne Schnitt in ein anderes übergehen. So entstehen die bekannten Morphing-Videos von GANs.',
    },
  },
}
