const IMAGES = ['jpg', 'jpeg', 'jfif', 'png', 'webp', 'gif', 'bmp']

const LEFT = ['__MACOSX', 'Thumbs.db', 'desktop.ini']

const FOREIGN = ['pt', 'pth', 'ckpt', 'onnx', 'h5', 'hdf5', 'keras']

/** What of a person's files is what, by their names. */
export function isImage(path: string): boolean {
  return IMAGES.includes(extension(path))
}

/** A generator that another program wrote. */
export function isForeign(path: string): boolean {
  return FOREIGN.includes(extension(path))
}

export function isZip(path: string): boolean {
  return extension(path) === 'zip'
}

/** A tar archive, packed by gzip or not. */
export function isTar(path: string): boolean {
  return /\.(tar|tgz|tar\.gz)$/i.test(path)
}

/** A table of files, as Hugging Face has data sets. */
export function isParquet(path: string): boolean {
  return extension(path) === 'parquet'
}

/** A table as text, packed by gzip or not. */
export function isTable(path: string): boolean {
  return /\.(csv|tsv)(\.gz)?$/i.test(path)
}

/** A batch of CIFAR, of either version. */
export function isCifar(path: string): boolean {
  return /\.bin$|(^|\/)(data_batch_\d|test_batch)$|cifar-100[^/]*\/(train|test)$/i.test(path)
}

/** What holds images as a folder does. */
export function holdsImages(path: string): boolean {
  return isZip(path) || isTar(path) || isParquet(path)
}

/** An array of NumPy's, or several. */
export function isNumpy(path: string): boolean {
  return ['npy', 'npz'].includes(extension(path))
}

/** What operating systems leave in folders and ZIP files. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || LEFT.includes(part))
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
