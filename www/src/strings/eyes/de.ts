import type { EyesStrings } from './type'

export const de: EyesStrings = {
  game: 'Das Spiel, Schritt für Schritt',
  steps: 'Einzelne Schritte',
  stepDiscriminator: 'Nur D',
  stepGenerator: 'Nur G',
  stepBoth: 'Beide',
  whoLearns: 'Wer lernt',
  bothLearn: 'Beide lernen',
  freezeGenerator: 'G einfrieren',
  freezeDiscriminator: 'D einfrieren',
  slow: 'Zeitlupe',
  notSlow: 'Aus',
  pauseOf: '{seconds} s nach jedem Schritt',
  gameHelp:
    'In der Pause einen Schritt machen: nur mit dem Diskriminator (D), nur mit dem Generator (G) oder mit beiden. Ein eingefrorenes Netz bleibt genau, wie es ist; sein Verlust wird weiter gemessen. Wird dieser Kasten geschlossen, lernen wieder beide, und zwar mit voller Geschwindigkeit.',
  latent: 'Zufallszahlen z',
  theGenerator: 'Generator',
  theDiscriminator: 'Diskriminator',
  lossOfD: 'Verlust von D',
  lossOfG: 'Verlust von G',
  discriminatorLearns:
    '← D lernt: Der Gradient seines Verlusts fließt nur in D zurück, sodass D(x) steigt und D(G(z)) fällt.',
  generatorLearns:
    '← G lernt: Der Gradient seines Verlusts fließt durch D und das Bild zurück in G, sodass D(G(z)) steigt. D selbst ändert sich nicht.',
  drawn:
    'Aus Zufallszahlen wird ein erzeugtes Bild; der Diskriminator gibt ihm {fake} und einem echten Bild {real}.',
  verdicts: 'Seine Urteile',
  generated: 'Erzeugte Bilder',
  real: 'Echte Bilder',
  sort: 'Nach Urteil sortieren, die echtesten zuerst',
  tile: 'Bild {number}: {verdict}',
  fooled: '{count} von {all} gehen als echt durch.',
  mistaken: '{count} von {all} hält er für erzeugt.',
  verdictsHelp:
    'Je länger der Balken, desto echter wirkt das Bild auf den Diskriminator. Die Bewertungen eines Kritikers sind unbegrenzt; dann reichen die Balken von der niedrigsten bis zur höchsten. Wie im Training urteilt er über ganze Batches: Mit Batch-Normalisierung zählen auch die Nachbarn eines Bildes.',
  look: 'Ein Bild',
  pickOne:
    'Oben ein Bild anklicken oder mit den Pfeiltasten wählen, um zu sehen, wohin der Diskriminator schaut.',
  pickedGenerated: 'Erzeugtes Bild {number}: {verdict}',
  pickedReal: 'Echtes Bild {number}: {verdict}',
  image: 'Das Bild',
  looksAt: 'Wohin er schaut',
  wants: 'Was er ändern würde',
  step: 'Stärke',
  stepOf: '{share} des Bereichs von Schwarz bis Weiß',
  lookHelp:
    'Hell sind die Pixel, von denen das Urteil am meisten abhängt: Das ist der Gradient des Urteils nach den Pixeln. Rechts ist das Bild entlang dieses Gradienten verändert, in Richtung „echt“.',
  mapsOf: 'Feature-Maps der Schicht',
  allMaps:
    '{channels} Feature-Maps von {height}×{width}, jede von ihrem kleinsten Wert (schwarz) bis zu ihrem größten (weiß).',
  someMaps:
    'Die ersten {shown} von {channels} Feature-Maps von {height}×{width}, jede von ihrem kleinsten Wert (schwarz) bis zu ihrem größten (weiß).',
  sizes: 'Gewichte und Gradienten',
  generator: 'Generator',
  discriminator: 'Diskriminator',
  layer: 'Schicht',
  weights: 'Gewichte',
  gradients: 'Gradienten',
  noSizes: 'Sie erscheinen nach dem nächsten Schritt.',
  vanishing: 'verschwindet',
  exploding: 'explodiert',
  sizesHelp:
    'Quadratisches Mittel der Gewichte jeder Schicht und ihrer Gradienten über die letzten Schritte; jede Linie hat ihre eigene logarithmische Skala.',
  sizesRule:
    'Als verschwindend gilt ein Gradient unter 1/10.000 des größten in seinem Netz; als explodierend einer, der nicht endlich ist oder das 100-Fache seines eigenen Medians übersteigt.',
}
