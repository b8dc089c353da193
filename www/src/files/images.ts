import type { ImageOptions, Recipe } from '../engine/types'
import { words } from '../strings/page'
import type { Source } from '../training/sources'
import type { Found } from './folder'

/** What images are brought to for a recipe. `cropped` cuts where the proportions differ. */
export function optionsFor({ image }: Recipe, cropped: boolean): ImageOptions {
  const { height, width, channels, fit } = image
  return {
    crop: cropped ? 'fill' : 'none',
    height,
    width,
    // A recipe that adapts takes grey or colour, as the images are.
    channels: fit === 'adapt' ? null : channels,
  }
}

/** Images of one's own; read anew, they are brought to what is wanted by then. */
export function imageSource(files: Found[], wanted: () => ImageOptions): Source {
  const name = nameOf(files)
  let read: ImageOptions | null = null
  return {
    choice: 'files',
    what: name,
    counts: words.frame.images,
    read: () => {
      read = wanted()
      const blobs = files.map(({ path, file }) => ({ path, blob: file }))
      return { kind: 'images', name, files: blobs, options: read }
    },
    isStale: () => JSON.stringify(read) !== JSON.stringify(wanted()),
    wasCropped: () => read?.crop === 'fill',
    files: { kind: 'images', files },
  }
}

/** The folder's or the ZIP file's name, if it is one. */
function nameOf(files: Found[]): string {
  const [first] = files
  if (!first) return words.notices.yourImages
  if (files.length === 1) return first.path
  const folder = first.path.slice(0, first.path.indexOf('/') + 1)
  const together = folder !== '' && files.every(({ path }) => path.startsWith(folder))
  return together ? folder.slice(0, -1) : words.notices.yourImages
}
