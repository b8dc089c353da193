import type { ShareStrings } from './type'

export const de: ShareStrings = {
  title: 'Teilen',
  close: 'Schließen',
  picture: 'Bild',
  samples: 'Stichproben',
  selected: 'Ausgewählte Stichprobe',
  path: 'Einzelbild',
  none: 'Es gibt noch kein Bild.',
  link: 'Link',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  send: 'Teilen …',
  save: 'Bild herunterladen',
  opensTraining: 'Der Link öffnet dieses Rezept mit diesen Einstellungen.',
  withoutImages: 'Der Link öffnet dieses Rezept mit diesen Einstellungen, ohne deine Bilder.',
  opensPlay:
    'Der Link öffnet diesen Generator mit dem, was du siehst: Stichproben, gemerkte und den Weg.',
  inThisTab:
    'Diesen Generator gibt es nur in diesem Tab, also kann ihn kein Link öffnen. Speichere ihn, stelle die Datei ins Netz, lade sie hier über ihre URL und teile dann den Link.',
  opensEmbed: 'Der Link öffnet „Einbetten“ mit diesem Generator.',
  trained: '{recipe}, Schritt {step}',
  captionOf: 'Bild zum Teilen: {caption}',
}
