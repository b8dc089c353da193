import type { PageStrings } from '../type'

export const faults: PageStrings['faults'] = {
  unreachable: '{file} konnte nicht von {host} geladen werden: {cause}.',
  unreachableElsewhere:
    '{file} konnte nicht von {host} geladen werden: {cause}. Der Server muss anderen Seiten das Lesen erlauben (CORS).',
  status: '{file} konnte nicht von {host} geladen werden: HTTP-Status {status}.',
  webPage:
    '{file} konnte nicht von {host} geladen werden: Der Server hat stattdessen eine Webseite geschickt.',
  stalled: '{file} konnte nicht von {host} geladen werden: Seit {seconds} Sekunden kam nichts an.',
  tooLarge: '{file} konnte nicht von {host} geladen werden: Die Datei hat mehr als {most} MB.',
  notAnAddress: '„{address}“ ist keine gültige URL.',
  engineStopped:
    'Die Engine ist unerwartet stehen geblieben ({cause}). Sie kann neu gestartet werden.',
  engineNotStarted:
    'Die Engine ist unerwartet stehen geblieben (ihr Worker ließ sich nicht starten). Sie kann neu gestartet werden.',
  engineUnreadable:
    'Die Engine ist unerwartet stehen geblieben (eine Nachricht ihres Workers war nicht lesbar). Sie kann neu gestartet werden.',
  readerStopped: 'Der Importer ist stehen geblieben: {cause}. Bitte noch einmal versuchen.',
  readerNotStarted:
    'Der Importer konnte nicht geladen werden: bitte die Verbindung prüfen und es noch einmal versuchen.',
  readTooLong:
    'Der Import von {names} wurde nach {minutes} Minuten abgebrochen. Die Kommandozeile (ganvas import) hat kein Zeitlimit.',
}
