const IMAGES = ['jpg', 'jpeg', 'jfif', 'png', 'webp', 'gif', 'bmp']

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

/** What operating systems leave in folders and ZIP files. */
export function isHidden(path: string): boolean {
  return path
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db')
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
