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
    averaged: 'weights shown',
    limit: 'number of images',
    cut: 'crop size',
    resize: 'size after resizing',
  },
  wholeAtLeast: 'a whole number of at least {least}',
  wholeFromTo: 'a whole number from {least} to {most}',
  numberFromTo: 'a number from {least} to {most}',
  notTaken: 'The {name} must be {range}; “{value}” was ignored.',
  fieldNotTaken: '{name} must be {range}; “{value}” was ignored.',
  fieldTakes: '{name} must be {range}.',
  coordinatesNotTaken:
    'Dimensions are numbers from 1 to {most}, for example 1-8, 12; “{value}” was ignored.',
  notOneOf: 'The URL sets {key} to “{value}”, which was ignored: {key} is one of {choices}.',
  notInRange: 'The URL sets {key} to “{value}”, which was ignored: {key} must be {range}.',
  unknownKey: 'The URL contains “{key}”, which this page does not know; it was ignored.',
  recipeIgnored: 'The recipe in the URL was ignored: {why}.',
  addressBroken: 'the URL was cut off or changed',
  unknownModel:
    'The URL names the generator “{name}”, which is not in the list; the list has {names}.',
  noModels: 'The URL names the generator “{name}”, but the list is empty.',

  recipeTooEarly: 'The engine is still loading: open the recipe again in a moment.',
  recipeTooLarge: '{file} is too large for a recipe.',
  recipeCopied: 'Copied.',
  languageMissing:
    'The texts in {language} could not be loaded: check the connection, then choose it again.',
  cannotCopy: 'This browser does not let the page copy; the text is selected.',
  imagesTooEarly: 'The engine is still loading: choose the images again in a moment.',
  tooEarly: 'The engine is still loading: try again in a moment.',
  notReady: 'The engine is not ready: try again in a moment.',

  generatorTooLarge: '{files} is {found} MB; a generator can be up to {most} MB.',
  checkpointTooLarge: '{file} is {found} MB; this page opens checkpoints of up to {most} MB.',
  fileTooLarge: '{file} is {found} MB; this page opens files of up to {most} MB.',
  needsData: '{name} needs its data set, which could not be loaded.',
  savedTraining: 'The run saved at step {step}',
  filesNotSaved:
    'The files of {name} were too large to be saved with the run: choose them again, then resume.',
  filesLost:
    'The files of {name} are no longer in this browser’s storage: choose them again, then resume.',
  cannotSave:
    'The run cannot be saved in this browser ({why}); “Download checkpoint” saves it as a file.',
  storageFull: 'its storage is full',
  noStorage: 'it gives the page no storage',
  storageSilent: 'its storage does not respond',
  storageRefuses: 'its storage refuses the data',
  inOtherTab:
    'This run is active in another tab: here it continues as a separate run, saved beside the other one.',
  dropped:
    'The saved run “{name}” at step {step} was deleted to make room: up to {count} runs are kept, 1 GB in total.',
  chooseItsData: '{file} was trained on {data}: choose those files, and the run continues.',
  digitsInstead: '{why} Drawn digits are used instead.',
  cpuInstead: '{why} The CPU is used instead.',
  engineEnded:
    'The engine did not respond for 2 seconds and was stopped; a new one has replaced it.',
  slowStep: 'This step is taking long. “Stop now” abandons it and goes back to the last save.',
  lacksLabels: '{recipe} cannot learn from {data}: it needs images with labels.',
  tooManyClasses:
    '{recipe} cannot learn from {data}: it takes up to {wanted} classes, but the data has {found}.',
  otherSize:
    '{recipe} cannot learn from {data}: it takes images of {wanted} (height × width × channels), but these are {found}.',

  yourImages: 'Your images',
  andOthers: '{name} and {count} more',
  idxUnused: 'Training takes {used}; not used: {names}.',
  onlyLabels: '{file} contains labels; training also needs an IDX file of images.',
  otherCount: '{labels} has {labelCount} labels, but {images} has {imageCount} images.',
  notIdx:
    '{file} cannot be used for training: it begins with {found}; expected images (JPEG, PNG, WebP, GIF, BMP), ZIP, tar or Parquet files of them, IDX files (00 00 08), NumPy files (.npy, .npz), CIFAR batches or a CSV table, unpacked from any other archive.',
  emptyFile: 'nothing',
  swappedBack:
    'EMNIST files store images with rows and columns swapped; they have been swapped back.',
  takeBatch: 'Set the batch size to {count}',
  takeClasses: 'Train with {count} classes',
  brokenGzip: '{file} is a damaged gzip file.',
  mixed:
    'Images and IDX files cannot be mixed: {file} was chosen together with {count} images or ZIP files.',
  noFiles: 'The selection contains no files.',
  noImages:
    'There are no images this page can read (JPEG, PNG, WebP, GIF or BMP): {file} is not one.',
  unknownClass: 'The code names class {label}; this generator has classes 0 to {last}.',
}
