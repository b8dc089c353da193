/** What went wrong or otherwise than was asked for. */
export const notices = {
  names: {
    recipe: 'recipe',
    backend: 'backend',
    data: 'data set',
    width: 'width',
    batch: 'batch size',
    seed: 'seed',
    generatorRate: 'generator learning rate',
    discriminatorRate: 'discriminator learning rate',
    averaged: 'shown generator',
    limit: 'number of images',
    cut: 'size that is cut out',
    resize: 'size after resizing',
  },
  wholeAtLeast: 'a whole number of at least {least}',
  wholeFromTo: 'a whole number from {least} to {most}',
  numberFromTo: 'a number from {least} to {most}',
  notTaken: 'The {name} is {range}; "{value}" was not taken.',
  fieldNotTaken: '{name}: {range}; “{value}” was not taken.',
  fieldTakes: '{name} takes {range}.',
  coordinatesNotTaken:
    'Coordinates are numbers from 1 to {most}, as 1-8, 12; “{value}” was not taken.',
  notOneOf: 'The address asks for {key} "{value}", which was ignored: {key} is one of {choices}.',
  notInRange: 'The address asks for {key} "{value}", which was ignored: {key} is {range}.',
  unknownKey: 'The address names "{key}", which this page does not know; it was ignored.',
  recipeIgnored: 'The address carries a recipe that was ignored: {why}.',
  addressBroken: 'its address was cut off or changed',
  unknownModel: 'The address names the model “{name}”; the list has {names}.',
  noModels: 'The address names the model “{name}”; there are none in the list.',

  recipeTooEarly: 'The engine is still loading: open the recipe in a moment.',
  recipeTooLarge: '{file} is too large for a recipe.',
  recipeCopied: 'Copied.',
  cannotCopy: 'This browser does not let the page copy: the text is selected.',
  imagesTooEarly: 'The engine is still loading: choose the images again in a moment.',
  tooEarly: 'The engine is still loading: try again in a moment.',
  notReady: 'The engine is not ready: try again in a moment.',

  generatorTooLarge: '{files} has {found} MB; a generator has up to {most} MB.',
  checkpointTooLarge: '{file} has {found} MB; this page takes checkpoints of up to {most} MB.',
  fileTooLarge: '{file} has {found} MB; this page takes files of up to {most} MB.',
  needsData: '{name} needs its data set, which could not be loaded.',
  savedTraining: 'The training saved at step {step}',
  filesNotSaved:
    'The files of {name} were too large to be saved with the training: choose them again, then go on.',
  filesLost:
    'The files of {name} are no longer in this browser’s storage: choose them again, then go on.',
  cannotSave:
    'The training cannot be saved in this browser ({why}); Download checkpoint keeps it as a file.',
  storageFull: 'its storage is full',
  noStorage: 'it gives the page no storage',
  storageSilent: 'its storage does not answer',
  storageRefuses: 'its storage refuses it',
  inOtherTab:
    'This training runs in another tab: here it goes on as one of its own, saved beside that one.',
  dropped:
    'The saved training “{name}” at step {step} was dropped to make room: {count} trainings are kept, and 1 GB of them.',
  chooseItsData: '{file} was trained on {data}: choose these files, and the training goes on.',
  digitsInstead: '{why} Drawn digits take its place.',
  cpuInstead: '{why} The CPU takes its place.',
  engineEnded:
    'The engine did not answer within 2 seconds and was ended; a new one takes its place.',
  slowStep: 'This step takes long. “Stop now” gives it up and goes back to what was saved last.',
  discriminatorAhead:
    'The discriminator is far ahead (loss {d}, the generator {g}), so that the generator hardly learns any more.',
  generatorAhead:
    'The generator is far ahead (loss {g}, the discriminator {d}), so that it learns nothing from the discriminator any more.',
  lacksLabels: '{recipe} cannot learn from {data}: it needs images with labels.',
  tooManyClasses:
    '{recipe} cannot learn from {data}: it takes up to {wanted} classes, these have {found}.',
  otherSize:
    '{recipe} cannot learn from {data}: it takes images of {wanted} (height × width × channels), these are {found}.',

  yourImages: 'Your images',
  andOthers: '{name} and {count} more',
  idxUnused: 'Training takes {used}; not used: {names}.',
  onlyLabels: '{file} holds labels; to train, an IDX file of images is needed as well.',
  otherCount: '{labels} has {labelCount} labels, but {images} has {imageCount} images.',
  notIdx:
    '{file} is nothing that can be trained on: it begins with {found}; expected images (JPEG, PNG, WebP, GIF, BMP), ZIP files of them, IDX files (00 00 08) or NumPy files (.npy, .npz), out of any other archive.',
  emptyFile: 'nothing',
  swappedBack: 'EMNIST’s files hold rows and columns swapped: they are swapped back.',
  takeBatch: 'Set the batch size to {count}',
  takeClasses: 'Train with {count} classes',
  brokenGzip: '{file} is a broken gzip file.',
  mixed: 'Images and IDX files cannot be mixed: {file} came with {count} images or ZIP files.',
  noFiles: 'There are no files in what was chosen.',
  noImages:
    'There are no images that this page reads (JPEG, PNG, WebP, GIF or BMP): {file} is none.',
  unknownClass: 'The text names class {label}; this generator has the classes 0 to {last}.',
}
