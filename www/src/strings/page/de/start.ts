import type { PageStrings } from '../type'

export const start: PageStrings['start'] = {
  noScript:
    'Diese Seite braucht JavaScript, das dieser Browser hier nicht ausführt: bitte erlauben und neu laden.',
  oldBrowser:
    'Dieser Browser ist zu alt für diese Seite: Sie braucht Chrome oder Edge 111, Safari 16.4, Firefox 114 oder einen neueren.',
  fromDisk:
    'Diese Seite wurde von der Festplatte geöffnet, und von dort führen Browser ihre Skripte nicht aus: Legen Sie den Ordner auf einen Webserver, oder nehmen Sie npm start.',
  sandboxed:
    'Diese Seite steht in einem Frame mit sandbox, und ihr Host gibt ihre Skripte dorthin nicht heraus: Er muss den Header Access-Control-Allow-Origin: * senden, oder sandbox muss allow-same-origin enthalten.',
  unreachable:
    'Ein Skript dieser Seite ließ sich nicht laden: Prüfen Sie die Verbindung und laden Sie die Seite neu.',
  broken:
    'Diese Seite konnte nicht starten ({why}): Laden Sie sie neu, oder versuchen Sie es mit einem anderen Browser.',
}
