import type { Strings } from './strings'

export const de: Strings = {
  load: '{model} zeigen',
  loading: '{model} wird geladen',
  loadingPart: '{loaded} von {total} MB',
  ready: '{model}: bereit.',
  images: '{model}: {count} erzeugte Bilder',
  morph: '{model}: erzeugte Bilder, die ineinander übergehen',
  plane: '{model}: erzeugte Bilder; Ziehen oder Pfeiltasten verändern sie',
  moved: '{model}: erzeugte Bilder, von den Reglern verändert',
  play: 'Abspielen',
  pause: 'Anhalten',
  fresh: 'Neue Bilder',
  position: 'Stelle',
  classOf: 'Klasse',
  everyClass: 'Alle',
  direction: 'Richtung {number}',
  centre: 'Zurück zum Anfang',
  retry: 'Noch einmal versuchen',
  unknownModel:
    'Es gibt keinen Generator namens „{model}“. Es gibt {names}; eine Adresse hat einen Schrägstrich oder einen Punkt.',
  notAnAddress: '„{address}“ ist keine Adresse.',
  offline: '{file} konnte nicht geladen werden: Es besteht keine Netzverbindung.',
  unreachable: '{file} konnte nicht von {host} geladen werden.',
  unreachableElsewhere:
    '{file} konnte nicht von {host} geladen werden. Der Server muss anderen Seiten das Lesen erlauben (CORS), und diese Seite darf es nicht verbieten.',
  status: '{file} konnte nicht geladen werden: {host} antwortet mit dem HTTP-Status {status}.',
  stalled: '{file} konnte nicht geladen werden: Seit {seconds} Sekunden kam nichts von {host}.',
  tooLarge: '{file} hat mehr als {most} MB; das ist für einen Generator zu viel.',
  webPage: '{file} ist eine Webseite und kein Generator: {host} hat diese Datei nicht.',
  noClass: 'Der Generator kennt keine Klasse „{label}“, nur {names}.',
  noRuntime: 'Was die Bilder zeichnet, konnte nicht geladen werden. {cause}',
  noWebGpu:
    'Dieser Generator soll mit WebGPU gezeichnet werden, das dieser Browser hier nicht bietet.',
  crashed: 'Was die Bilder zeichnet, ist unerwartet stehen geblieben.',
}
