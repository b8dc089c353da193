import type { PastTexts } from '.'

export const de: PastTexts = {
  slider: 'Gezeigter Schritt',
  live: 'Aktuell',
  stepOf: 'Schritt {step} von {last}',
  step: 'Schritt {step}',
  goBack: 'Zurück',
  goBackTo: 'Zurück zu Schritt {step}',
  goesBack:
    'Von dort geht es mit dem Checkpoint von Schritt {step} weiter. Der jetzige Lauf bleibt als „{name}“ gespeichert.',
  tooEarly: 'So früh wurde kein Checkpoint behalten: Der erste ist von Schritt {step}.',
  noneYet:
    'Noch gibt es keinen Checkpoint, zu dem man zurückkann: Der erste wird binnen einer Minute gespeichert.',
  branch: '{name} ab Schritt {step}',
  timeLapse: 'Zeitraffer',
  saveAs: 'Speichern als',
  frameOf: 'Bild {done} von {all}',
  unwritten: 'Der Browser konnte dieses {format} nicht schreiben: Ein anderes Format könnte gehen.',
  stop: 'Abbrechen',
}
