import type { PageStrings } from '../type'

export const alarms: PageStrings['alarms'] = {
  title: 'Wie es läuft',
  idle: 'Sobald das Training läuft, steht hier, ob etwas schiefgeht und was dagegen hilft.',
  well: 'Kein Anzeichen für Schwierigkeiten.',
  silenced: 'Der Alarm ist vorerst stumm.',
  discriminatorWins: {
    seen: 'Der Diskriminator irrt sich nie: D(x) liegt bei {real}, D(G(z)) bei {fake}.',
    why: 'Er lernt so viel schneller als der Generator, dass ihn nichts mehr täuscht. Dem Generator fehlt damit jeder Hinweis, in welche Richtung es besser wird.',
  },
  generatorWins: {
    seen: 'Der Diskriminator hält fast jedes erzeugte Bild für echt: D(G(z)) liegt bei {fake}.',
    why: 'Er ist zurückgefallen und kann dem Generator nichts mehr beibringen.',
  },
  ratesTooHigh: {
    seen: 'Die Verluste sind aus dem Ruder gelaufen: zuletzt bis zu {loss}; in einem ausgeglichenen Spiel bleiben sie unter 2.',
    why: 'Die Lernraten sind zu hoch: Jeder Schritt schießt über das Ziel hinaus, und Gelerntes geht verloren.',
  },
  weightsTooLarge:
    'Die Gewichte sind groß geworden (im Mittel {generator} beim Generator, {discriminator} beim Diskriminator); am Anfang liegen sie bei 0,1.',
  collapse: {
    seen: 'Die Bilder sind fast alle gleich: Ihre Vielfalt beträgt {spread} von der des Datensatzes.',
    why: 'Der Generator hat ein paar Bilder gefunden, die den Diskriminator täuschen, und zeichnet nur noch diese (Mode Collapse).',
  },
  classesMissing: '{count} der zehn Ziffern kommen in den Bildern nicht mehr vor.',
  notFinite: {
    seen: 'Das Training ist am Ende: Die Zahlen sind größer geworden, als ein Computer sie darstellen kann.',
    why: 'Zu große Schritte lassen die Gewichte ins Unendliche wachsen; niedrigere Lernraten verhindern das.',
  },
  tooEarly: {
    seen: 'Noch zu früh für ein Urteil: Das ist erst Schritt {step}.',
    why: 'Das ist in Ordnung. Es braucht nur Geduld.',
  },
  forecast: 'Bei diesem Tempo sind die meisten Ziffern in {time} lesbar.',
  halveDiscriminator: 'Rate des Diskriminators halbieren',
  halveGenerator: 'Rate des Generators halbieren',
  lowerRates: 'Beide Raten auf ein Zehntel senken',
  addR1: 'Neu beginnen mit R1',
  goBack: 'Zurück zu Schritt {step}, mit niedrigeren Raten',
  startAnew: 'Neu beginnen mit {name}',
}
