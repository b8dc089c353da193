import type { ImageOptions, Recipe } from '../engine/types'
import type { DataOptions } from '../settings/data-options'
import { words } from '../strings/page'
import type { Source } from './sources'
import type { Found } from '../files/folder'
import { matching } from '../files/pattern'

/** Which images are taken, and what they are brought to. */
export interface Wanted {
  pattern: string
  options: ImageOptions
}

/** What is wanted of images for a recipe. */
export function wantedFor({ image, classes }: Recipe, data: DataOptions): Wanted {
  const { channels, fit } = image
  const { pattern, cropped, cut, size } = data
  const adapts = fit === 'adapt'
  const { height, width } = (adapts ? size : null) ?? image
  const crop = cut ? { centre: cut } : cropped ? 'fill' : 'none'
  // A recipe that adapts takes grey or colour, as the images are.
  const options = { crop, height, width, channels: adapts ? null : channels } as const
  return { pattern, options: { ...options, labelled: classes !== undefined } }
}

/** Images of one's own; read anew, they are brought to what is wanted by then. */
export function imageSource(files: Found[], others: string[], wanted: () => Wanted): Source {
  let read: Wanted | null = null
  return {
    choice: 'files',
    get what() {
      return nameOf(files)
    },
    counts: () => words.frame.images,
    read: async () => {
      const { pattern, options } = (read = wanted())
      const blobs = files.map(({ path, file }) => ({ path, blob: file }))
      const chosen = await matching(pattern)
      return {
        kind: 'images',
        name: nameOf(files),
        files: blobs,
        others,
        options,
        matching: chosen,
      }
    },
    isStale: () => JSON.stringify(read) !== JSON.stringify(wanted()),
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
