import type { PageStrings } from '../type'

export const cards: PageStrings['cards'] = {
  'anime-64': {
    title: 'Anime-Gesichter',
    what: 'Gesichter im Anime-Stil, 64×64, farbig.',
    data: '17.029 Anime-Gesichter von 64×64 aus dem Netz',
    dataLicence:
      'Für die Bilder ist keine Lizenz angegeben; keines davon liegt hier, nur die Gewichte, die aus ihnen gelernt wurden',
  },
  'drawn-faces-64': {
    title: 'Gezeichnete Gesichter',
    what: 'Köpfe im Anime-Stil, 64×64, gelernt von Zeichnungen eines Programms.',
    data: 'Gesichter, die Ganvas selbst zeichnet, jedes Mal ein neues',
    dataLicence: 'Keine nötig: von einem Programm gezeichnet',
  },
  'anime-48': {
    title: 'Kleine Anime-Gesichter',
    what: 'Gesichter im Anime-Stil, 48×48, farbig.',
    data: 'Dieselben 17.029 Anime-Gesichter in 48×48',
    dataLicence:
      'Für die Bilder ist keine Lizenz angegeben; keines davon liegt hier, nur die Gewichte, die aus ihnen gelernt wurden',
  },
  'mnist-28': {
    title: 'Ziffern',
    what: 'Handgeschriebene Ziffern, 28×28.',
    data: 'Die 60.000 Trainingsbilder von MNIST (LeCun, Cortes, Burges)',
    dataLicence: 'Wird meist als CC BY-SA 3.0 angegeben',
  },
  'mnist-28-labels': {
    title: 'Ziffern nach Klasse',
    what: 'Handgeschriebene Ziffern, 28×28, jede von der gewünschten Klasse.',
    data: 'Die 60.000 Trainingsbilder von MNIST (LeCun, Cortes, Burges)',
    dataLicence: 'Wird meist als CC BY-SA 3.0 angegeben',
  },
}

export const scores: PageStrings['scores'] = {
  wasserstein: 'Sliced-Wasserstein-Distanz × 1000',
  others: 'bei anderen echten Bildern',
  frechet: 'Fréchet-Distanz',
  classes: 'abgedeckte Klassen',
}
