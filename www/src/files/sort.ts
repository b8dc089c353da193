import { NamedError } from '../engine/errors'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Found } from './folder'
import { isForeign, isHidden, isImage, isZip } from './names'

/** What a person's files are: images of their own (ZIP files count), IDX files, something saved, or a
 * generator of another program. */
export type Sorted =
  | { kind: 'images'; files: Found[]; unused: Found[] }
  | { kind: 'idx'; files: File[] }
  | { kind: 'recipe'; file: File }
  | { kind: 'weights'; file: File }
  | { kind: 'foreign'; files: File[] }

/** How IDX files are usually called. */
const IDX = /ubyte|\.idx$|\.gz$/i

/** Tells files apart by their names; what cannot be trained on is an error of one sentence. */
export function sortFiles(found: Found[]): Sorted {
  const visible = found.filter(({ path }) => !isHidden(path))
  const images = visible.filter(({ path }) => isImage(path) || isZip(path))
  const others = visible.filter((each) => !images.includes(each))
  const [first] = others
  if (first && visible.length === 1) {
    if (first.path.endsWith('.json')) return { kind: 'recipe', file: first.file }
    if (first.path.endsWith('.safetensors')) return { kind: 'weights', file: first.file }
  }
  if (visible.some(({ path }) => isForeign(path) || path.endsWith('model.json'))) {
    return { kind: 'foreign', files: visible.map(({ file }) => file) }
  }
  if (images.length > 0) {
    const idx = others.find(({ path }) => IDX.test(path))
    if (!idx) return { kind: 'images', files: images, unused: others }
    throw new NamedError(
      'DataError',
      filled(words.notices.mixed, { file: idx.path, count: images.length }),
    )
  }
  if (!first) throw new NamedError('DataError', words.notices.noFiles)
  if (others.some(({ path, file }) => path.includes('/') || file.type.startsWith('image/'))) {
    throw new NamedError('DataError', filled(words.notices.noImages, { file: first.path }))
  }
  return { kind: 'idx', files: others.map(({ file }) => file) }
}
