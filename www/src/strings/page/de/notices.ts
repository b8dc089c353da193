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
    averaged: 'gezeigte Gewichte',
    limit: 'Anzahl der Bilder',
    cut: 'Größe des Zuschnitts',
    resize: 'Größe nach dem Skalieren',
  },
  wholeAtLeast: 'eine ganze Zahl ab {least}',
  wholeFromTo: 'eine ganze Zahl von {least} bis {most}',
  numberFromTo: 'eine Zahl von {least} bis {most}',
  notTaken: '{name}: „{value}“ wurde ignoriert, erwartet wird {range}.',
  fieldNotTaken: '{name}: erwartet wird {range}; „{value}“ wurde ignoriert.',
  fieldTakes: '{name}: erwartet wird {range}.',
  coordinatesNotTaken:
    'Dimensionen sind Zahlen von 1 bis {most}, zum Beispiel 1-8, 12; „{value}“ wurde ignoriert.',
  notOneOf: 'Die URL setzt {key} auf „{value}“; das wurde ignoriert. Möglich sind {choices}.',
  notInRange: 'Die URL setzt {key} auf „{value}“; das wurde ignoriert. Erwartet wird {range}.',
  unknownKey: 'Die URL enthält „{key}“, das diese Seite nicht kennt; es wurde ignoriert.',
  recipeIgnored: 'Das Rezept in der URL wurde ignoriert: {why}.',
  addressBroken: 'Die URL ist abgeschnitten oder verändert',
  unknownModel:
    'Die URL nennt den Generator „{name}“, der nicht in der Liste steht; dort stehen {names}.',
  noModels: 'Die URL nennt den Generator „{name}“, aber die Liste ist leer.',

  recipeTooEarly: 'Die Engine lädt noch: bitte das Rezept gleich noch einmal öffnen.',
  recipeTooLarge: '{file} ist zu groß für ein Rezept.',
  recipeCopied: 'Kopiert.',
  languageMissing:
    'Die Texte auf {language} konnten nicht geladen werden: Prüfe die Verbindung und wähle die Sprache dann noch einmal.',
  cannotCopy: 'Dieser Browser lässt die Seite nicht kopieren: Der Text ist markiert.',
  imagesTooEarly: 'Die Engine lädt noch: bitte die Bilder gleich noch einmal wählen.',
  tooEarly: 'Die Engine lädt noch: bitte gleich noch einmal versuchen.',
  notReady: 'Die Engine ist nicht bereit: bitte gleich noch einmal versuchen.',

  generatorTooLarge: '{files} hat {found} MB; ein Generator darf höchstens {most} MB haben.',
  checkpointTooLarge: '{file} hat {found} MB; diese Seite öffnet Checkpoints bis {most} MB.',
  fileTooLarge: '{file} hat {found} MB; diese Seite öffnet Dateien bis {most} MB.',
  needsData: '{name}: Der zugehörige Datensatz konnte nicht geladen werden.',
  savedTraining: 'Das bei Schritt {step} gespeicherte Training',
  filesNotSaved:
    'Die Dateien von {name} waren zu groß, um mit dem Training gespeichert zu werden: erst neu wählen, dann fortsetzen.',
  filesLost:
    'Die Dateien von {name} sind nicht mehr im Speicher dieses Browsers: erst neu wählen, dann fortsetzen.',
  cannotSave:
    'Das Training kann in diesem Browser nicht gespeichert werden ({why}); „Checkpoint herunterladen“ speichert es als Datei.',
  storageFull: 'sein Speicher ist voll',
  noStorage: 'er gibt der Seite keinen Speicher',
  storageSilent: 'sein Speicher antwortet nicht',
  storageRefuses: 'sein Speicher nimmt es nicht an',
  inOtherTab:
    'Dieses Training läuft in einem anderen Tab: Hier geht es als eigenes Training weiter und wird daneben gespeichert.',
  dropped:
    'Das gespeicherte Training „{name}“ bei Schritt {step} wurde gelöscht, um Platz zu schaffen: Höchstens {count} Trainings mit zusammen 1 GB werden aufbewahrt.',
  chooseItsData:
    '{file} wurde mit {data} trainiert: diese Dateien wählen, dann geht das Training weiter.',
  digitsInstead: '{why} Stattdessen werden gezeichnete Ziffern verwendet.',
  cpuInstead: '{why} Stattdessen wird die CPU verwendet.',
  engineEnded:
    'Die Engine hat 2 Sekunden lang nicht reagiert und wurde beendet; eine neue ersetzt sie.',
  slowStep:
    'Dieser Schritt dauert lange. „Jetzt abbrechen“ bricht ihn ab und kehrt zum zuletzt gespeicherten Stand zurück.',
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
    'Mit {file} lässt sich nicht trainieren: Die Datei beginnt mit {found}. Verwendet werden Bilder (JPEG, PNG, WebP, GIF, BMP), ZIP-, tar- und Parquet-Dateien davon, IDX-Dateien (00 00 08), NumPy-Dateien (.npy, .npz), CIFAR-Batches und CSV-Tabellen; andere Archive bitte erst entpacken.',
  emptyFile: 'nichts',
  swappedBack: 'In EMNIST-Dateien sind Zeilen und Spalten vertauscht; sie wurden zurückgetauscht.',
  takeBatch: 'Batchgröße auf {count} setzen',
  takeClasses: 'Mit {count} Klassen trainieren',
  brokenGzip: '{file} ist eine beschädigte gzip-Datei.',
  mixed:
    'Bilder und IDX-Dateien lassen sich nicht mischen: {file} kam mit {count} Bildern oder ZIP-Dateien.',
  noFiles: 'Die Auswahl enthält keine Dateien.',
  noImages:
    'Hier sind keine Bilder, die diese Seite lesen kann (JPEG, PNG, WebP, GIF oder BMP): {file} ist keines.',
  unknownClass: 'Der Code nennt Klasse {label}; dieser Generator hat die Klassen 0 bis {last}.',
}
