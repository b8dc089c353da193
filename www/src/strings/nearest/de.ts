import type { NearestTexts } from '.'

export const de: NearestTexts = {
  title: 'Ähnlichste echte Bilder',
  close: 'Schließen',
  again: 'Erneut suchen',
  sample: 'Bild',
  picked: 'Erzeugt',
  place: 'Bild {number}, Zeile {row}, Spalte {column}',
  found: 'Die ähnlichsten echten Bilder mit ihrem Abstand',
  searching: 'Alle echten Bilder werden durchsucht …',
  image: 'Echtes Bild {number}, Abstand {distance}',
  labelled: 'Echtes Bild {number}, {name}, Abstand {distance}',
  distance: 'Das ähnlichste von {images} echten Bildern hat den Abstand {distance}.',
  nearer:
    'So nah ist keines von {count} echten Bildern einem anderen echten (mindestens {least}, typisch {median}): Es könnte eine Kopie sein.',
  usual:
    'Das sind {share} des üblichen Abstands eines echten Bildes zu seinem nächsten Nachbarn ({median}): so nah, wie echte Bilder einander sind.',
  further:
    'Echte Bilder sind ihrem nächsten Nachbarn meist näher ({median}): Dieses Bild ist keine Kopie.',
  help: 'Abstand: quadratisches Mittel der Unterschiede aller Pixelwerte, von 0 (gleich) bis 255. Ein Klick auf ein erzeugtes Bild wählt es aus.',
}
