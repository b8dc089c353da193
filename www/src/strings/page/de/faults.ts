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
  noWebGpu: 'Dieser Browser hat kein WebGPU.',
  insecurePage:
    'WebGPU braucht eine sichere Seite: bitte diese über https:// oder von localhost öffnen.',
  noAdapter: 'Dieser Browser hat WebGPU, findet dafür aber keinen Grafikadapter.',
  noAnswer: 'WebGPU wurde verlangt und hat nicht innerhalb von {seconds} Sekunden geantwortet.',
  softwareAdapter:
    'Der einzige WebGPU-Adapter hier ist Software ({name}) und langsamer als das CPU-Backend.',
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
  noFilesInside: '{name} enthält keine Dateien.',
  folderIsEmpty: 'Der Ordner enthält keine Dateien.',
  noneMatches: 'Keines der {count} Bilder passt zum Muster; das erste ist „{first}“.',
  noCanvas: 'Dieser Browser stellt kein Canvas bereit, mit dem sich Bilder lesen ließen.',
  emptyImage: 'Die Datei ist leer',
  imageTooLarge: 'Die Datei hat {size} MB; höchstens {most} sind möglich',
  notAnImage: 'kein JPEG, PNG, WebP, GIF oder BMP, sondern {kind}',
  imageUnreadable: 'Die Datei konnte nicht gelesen werden',
  imageBroken: 'beschädigt oder kein JPEG, PNG, WebP, GIF oder BMP',
  zipUnreadable: '{name} kann nicht als ZIP-Datei gelesen werden: {cause}.',
  packedWithPassword:
    'mit einem Passwort geschützt: bitte die ZIP-Datei entpacken und den Ordner nehmen',
  packedOtherwise:
    'gepackt mit {packing}, was nicht gelesen wird: bitte die ZIP-Datei entpacken und den Ordner nehmen',
  packingMethod: 'Verfahren {method}',
  notUnpacked: 'Die Datei ließ sich nicht entpacken ({cause})',
  noArray: '{name} enthält kein Array.',
  tooManyArrays:
    '{name} enthält {count} Arrays mit {size} MB; höchstens {most} mit {largest} MB sind möglich.',
  arrayTooLarge: '{name} hat {size} MB; Arrays haben höchstens {most} MB.',
  mnistNowhere: 'MNIST liegt nicht neben dieser Seite, und auch der Mirror hat es nicht: {why}',
  fieldNowhere:
    '{name} liegt nicht neben dieser Seite, und auch vom Spiegelserver ist es nicht zu bekommen: {why} Stattdessen lassen sich die Originaldateien wählen: {files}.',
  tarUnreadable: '{name} lässt sich nicht als tar-Archiv lesen: {cause}.',
  tarTooLarge: '{name} ist entpackt größer als {most} MB: bitte entpacken und den Ordner wählen.',
  parquetUnreadable: '{name} lässt sich nicht als Parquet-Tabelle lesen: {cause}.',
  noImagesInTable:
    '{name} hat keine Spalte mit Bilddateien: Erwartet werden PNG- oder JPEG-Dateien als Bytes, etwa in „image“.',
  tableUnreadable: '{name} konnte nicht gelesen werden: {cause}.',
  wrongLength:
    '{address} wurde abgelehnt: {file} von {name} hat {wanted} Bytes, diese Datei {found}.',
  wrongChecksum:
    '{address} wurde abgelehnt: Der SHA-256 von {file} aus {name} beginnt mit {wanted}, der dieser Datei mit {found}.',
  notChecked:
    'Der SHA-256 von {file} wurde nicht geprüft: Browser berechnen ihn nur für Seiten, die über https oder von localhost geöffnet wurden.',
}
