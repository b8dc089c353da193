/** What fails in the scripts around the engine: they say it in English, the page in its language. */
export const faults = {
  unreachable: '{file} could not be fetched from {host}: {cause}.',
  unreachableElsewhere:
    '{file} could not be fetched from {host}: {cause}. Its server must let other pages read it (CORS).',
  status: '{file} could not be fetched from {host}: HTTP status {status}.',
  webPage: '{file} could not be fetched from {host}: the server sent a web page instead.',
  stalled: '{file} could not be fetched from {host}: nothing has arrived for {seconds} seconds.',
  tooLarge: '{file} could not be fetched from {host}: it is larger than {most} MB.',
  notAnAddress: '“{address}” is not a valid URL.',
  noWebGpu: 'This browser has no WebGPU.',
  insecurePage: 'WebGPU needs a secure page: open this one by https:// or from localhost.',
  noAdapter: 'This browser has WebGPU, but found no graphics adapter for it.',
  noAnswer: 'WebGPU did not answer within {seconds} seconds.',
  softwareAdapter:
    'The only WebGPU adapter here is a software one ({name}), slower than the CPU backend.',
  engineStopped: 'The engine stopped unexpectedly ({cause}). It can be started again.',
  engineNotStarted:
    'The engine stopped unexpectedly (its worker could not be started). It can be started again.',
  engineUnreadable:
    'The engine stopped unexpectedly (a message from its worker could not be read). It can be started again.',
  readerStopped: 'The importer has stopped: {cause}. Try again.',
  readerNotStarted: 'The importer could not be loaded: check the connection, then try again.',
  readTooLong:
    'Importing {names} was stopped after {minutes} minutes. Convert it on the command line (ganvas import), which has no time limit.',
  noFilesInside: '{name} holds no files.',
  folderIsEmpty: 'The folder holds no files.',
  noneMatches: 'None of the {count} images matches the pattern; the first is “{first}”.',
  noCanvas: 'This browser gives no canvas to read images with.',
  emptyImage: 'it is empty',
  imageTooLarge: 'it takes {size} MB; the limit is {most}',
  notAnImage: 'it is no JPEG, PNG, WebP, GIF or BMP, but {kind}',
  imageUnreadable: 'it could not be read',
  imageBroken: 'it is broken, or no JPEG, PNG, WebP, GIF or BMP',
  zipUnreadable: '{name} cannot be read as a ZIP file: {cause}.',
  packedWithPassword: 'it is locked by a password: unpack the ZIP file, and take the folder',
  packedOtherwise:
    'it is packed by {packing}, which is not read: unpack the ZIP file, and take the folder',
  packingMethod: 'method {method}',
  notUnpacked: 'it could not be unpacked ({cause})',
  noArray: '{name} has no array in it.',
  tooManyArrays: '{name} holds {count} arrays of {size} MB; the limit is {most} of {largest} MB.',
  arrayTooLarge: '{name} has {size} MB; arrays have up to {most} MB.',
  mnistNowhere: 'MNIST is not beside this page, and its mirror does not have it either: {why}',
  fieldNowhere:
    '{name} is not beside this page, and its mirror does not have it either: {why} Choose its own files instead: {files}.',
  tarUnreadable: '{name} cannot be read as a tar archive: {cause}.',
  tarTooLarge: '{name} unpacks to more than {most} MB: unpack it, and take the folder.',
  parquetUnreadable: '{name} cannot be read as a Parquet table: {cause}.',
  noImagesInTable:
    '{name} has no column of image files: expected PNG or JPEG files as bytes, as in “image”.',
  tableUnreadable: '{name} could not be read: {cause}.',
  wrongLength: "{address} was refused: {name}'s {file} has {wanted} bytes, this file {found}.",
  wrongChecksum:
    "{address} was refused: the SHA-256 of {name}'s {file} begins with {wanted}, that of this file with {found}.",
  notChecked:
    'The SHA-256 of {file} was not checked: browsers compute it only for pages opened over https or from localhost.',
}
