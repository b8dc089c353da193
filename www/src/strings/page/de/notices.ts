import type { PageStrings } from '../type'

export const notices: PageStrings['notices'] = {
  names: {
    recipe: 'Rezept',
    backend: 'Backend',
    data: 'Datensatz',
    width: 'Breite',
    batch: 'Batchgröße',
    seed: 'Startwert',
    generatorRate: 'Lernrate des Generators',
    discriminatorRate: 'Lernrate des Diskriminators',
    averaged: 'gezeigter Generator',
    limit: 'Anzahl der Bilder',
    cut: 'Größe des Ausschnitts',
    resize: 'Größe nach dem Skalieren',
  },
  wholeAtLeast: 'eine ganze Zahl ab {least}',
  wholeFromTo: 'eine ganze Zahl von {least} bis {most}',
  numberFromTo: 'eine Zahl von {least} bis {most}',
  notTaken: '{name}: „{value}“ wurde nicht übernommen, erwartet wird {range}.',
  fieldNotTaken: '{name}: erwartet wird {range}; „{value}“ wurde nicht übernommen.',
  fieldTakes: '{name}: erwartet wird {range}.',
  coordinatesNotTaken:
    'Koordinaten sind Zahlen von 1 bis {most}, etwa 1-8, 12; „{value}“ wurde nicht übernommen.',
  notOneOf:
    'Die Adresse verlangt für {key} „{value}“; das wurde übergangen. Möglich sind {choices}.',
  notInRange:
    'Die Adresse verlangt für {key} „{value}“; das wurde übergangen. Erwartet wird {range}.',
  unknownKey: 'Die Adresse nennt „{key}“, das diese Seite nicht kennt; es wurde übergangen.',
  recipeIgnored: 'Die Adresse enthält ein Rezept, das übergangen wurde: {why}.',
  addressBroken: 'Seine Adresse ist abgeschnitten oder verändert',
  unknownModel: 'Die Adresse nennt den Generator „{name}“; die Liste hat {names}.',
  noModels: 'Die Adresse nennt den Generator „{name}“; die Liste ist leer.',

  recipeTooEarly: 'Die Engine lädt noch: bitte das Rezept gleich noch einmal öffnen.',
  recipeTooLarge: '{file} ist zu groß für ein Rezept.',
  recipeCopied: 'Kopiert.',
  cannotCopy: 'Dieser Browser lässt die Seite nicht kopieren: Der Text ist markiert.',
  imagesTooEarly: 'Die Engine lädt noch: bitte die Bilder gleich noch einmal wählen.',
  tooEarly: 'Die Engine lädt noch: bitte gleich noch einmal versuchen.',
  notReady: 'Die Engine ist nicht bereit: bitte gleich noch einmal versuchen.',

  generatorTooLarge: '{files} hat {found} MB; ein Generator hat höchstens {most} MB.',
  checkpointTooLarge: '{file} hat {found} MB; diese Seite nimmt Checkpoints bis {most} MB.',
  fileTooLarge: '{file} hat {found} MB; diese Seite nimmt Dateien bis {most} MB.',
  needsData: '{name}: Der zugehörige Datensatz konnte nicht geladen werden.',
  savedTraining: 'Das bei Schritt {step} gesicherte Training',
  filesNotSaved:
    'Die Dateien von {name} waren zu groß, um mit dem Training gesichert zu werden: erst neu wählen, dann fortsetzen.',
  filesLost:
    'Die Dateien von {name} sind nicht mehr im Speicher dieses Browsers: erst neu wählen, dann fortsetzen.',
  cannotSave:
    'Das Training kann in diesem Browser nicht gesichert werden ({why}); „Checkpoint herunterladen“ sichert es als Datei.',
  storageFull: 'sein Speicher ist voll',
  noStorage: 'er gibt der Seite keinen Speicher',
  storageSilent: 'sein Speicher antwortet nicht',
  storageRefuses: 'sein Speicher nimmt es nicht an',
  inOtherTab:
    'Dieses Training läuft in einem anderen Tab: Hier geht es als eigenes Training weiter und wird daneben gesichert.',
  dropped:
    'Das gesicherte Training „{name}“ bei Schritt {step} musste Platz machen: Es werden {count} Trainings mit zusammen 1 GB aufgehoben.',
  chooseItsData:
    '{file} wurde mit {data} trainiert: diese Dateien wählen, dann geht das Training weiter.',
  digitsInstead: '{why} Gezeichnete Ziffern treten an ihre Stelle.',
  cpuInstead: '{why} Die CPU tritt an seine Stelle.',
  engineEnded:
    'Die Engine hat 2 Sekunden lang nicht geantwortet und wurde beendet; eine neue tritt an ihre Stelle.',
  slowStep:
    'Dieser Schritt dauert lange. „Jetzt abbrechen“ gibt ihn auf und kehrt zum zuletzt gesicherten Stand zurück.',
  discriminatorAhead:
    'Der Diskriminator ist weit voraus (Verlust {d}, der Generator {g}), sodass der Generator kaum noch etwas lernt.',
  generatorAhead:
    'Der Generator ist weit voraus (Verlust {g}, der Diskriminator {d}), sodass er vom Diskriminator nichts mehr lernt.',
  lacksLabels: '{recipe} kann aus {data} nicht lernen: Das Rezept braucht Bilder mit Labels.',
  tooManyClasses:
    '{recipe} kann aus {data} nicht lernen: Das Rezept nimmt bis zu {wanted} Klassen, hier sind es {found}.',
  otherSize:
    '{recipe} kann aus {data} nicht lernen: Das Rezept nimmt Bilder von {wanted} (Höhe × Breite × Kanäle), hier sind es {found}.',

  yourImages: 'Eigene Bilder',
  andOthers: '{name} und {count} weitere',
  idxUnused: 'Trainiert wird mit {used}; nicht verwendet: {names}.',
  onlyLabels: '{file} enthält Labels; zum Trainieren braucht es auch eine IDX-Datei mit Bildern.',
  otherCount: '{labels} hat {labelCount} Labels, aber {images} hat {imageCount} Bilder.',
  notIdx:
    'Mit {file} lässt sich nicht trainieren: Die Datei beginnt mit {found}. Verwendet werden Bilder (JPEG, PNG, WebP, GIF, BMP), ZIP-Dateien davon, IDX-Dateien (00 00 08) und NumPy-Dateien (.npy, .npz); andere Archive bitte erst entpacken.',
  emptyFile: 'nichts',
  swappedBack:
    'In den Dateien von EMNIST sind Zeilen und Spalten vertauscht: sie werden zurückgetauscht.',
  takeBatch: 'Batchgröße auf {count} setzen',
  takeClasses: 'Mit {count} Klassen trainieren',
  brokenGzip: '{file} ist eine beschädigte gzip-Datei.',
  mixed:
    'Bilder und IDX-Dateien lassen sich nicht mischen: {file} kam mit {count} Bildern oder ZIP-Dateien.',
  noFiles: 'Die Auswahl enthält keine Dateien.',
  noImages:
    'Hier sind keine Bilder, die diese Seite lesen kann (JPEG, PNG, WebP, GIF oder BMP): {file} ist keines.',
  unknownClass: 'Der Text nennt Klasse {label}; dieser Generator hat die Klassen 0 bis {last}.',
}
