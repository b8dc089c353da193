import { NamedError } from '../engine/errors'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { Found } from './folder'
import {
  holdsImages,
  isCifar,
  isForeign,
  isHidden,
  isImage,
  isNumpy,
  isTable,
} from '../shared/file-names'

/** What a person's files are: images of their own (archives count), arrays, something saved, or a
 * generator of another program. */
export type Sorted =
  | { kind: 'images'; files: Found[]; unused: Found[] }
  | { kind: 'idx'; files: File[] }
  | { kind: 'numpy'; images: File; labels: File | null; unused: File[] }
  | { kind: 'table'; images: File; labels: null; unused: File[] }
  | { kind: 'cifar'; files: Found[]; unused: File[] }
  | { kind: 'recipe'; file: File }
  | { kind: 'weights'; file: File }
  | { kind: 'run'; file: File }
  | { kind: 'foreign'; files: File[] }

/** How IDX files are usually called. */
const IDX = /ubyte|\.idx$|\.gz$/i

/** Tells files apart by their names; what cannot be trained on is an error of one sentence. */
export function sortFiles(found: Found[]): Sorted {
  const visible = found.filter(({ path }) => !isHidden(path))
  const images = visible.filter(({ path }) => isImage(path) || holdsImages(path))
  const others = visible.filter((each) => !images.includes(each))
  const [first] = others
  if (first && visible.length === 1) {
    if (first.path.endsWith('.json')) return { kind: 'recipe', file: first.file }
    if (first.path.endsWith('.safetensors')) return { kind: 'weights', file: first.file }
    if (first.path.endsWith('.ganvas-run')) return { kind: 'run', file: first.file }
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
  const field = cifar(others) ?? table(others)
  if (field) return field
  const arrays = others.filter(({ path }) => isNumpy(path)).map(({ file }) => file)
  if (arrays.length > 0) {
    const rest = others.map(({ file }) => file)
    return numpy(arrays, rest)
  }
  // A folder may hold more than the files of a data set, as notes on it; a loose file was meant.
  if (others.some(({ path }) => IDX.test(path))) {
    const idx = others.filter(({ path }) => IDX.test(path) || !path.includes('/'))
    return { kind: 'idx', files: idx.map(({ file }) => file) }
  }
  if (others.some(({ path, file }) => path.includes('/') || file.type.startsWith('image/'))) {
    throw new NamedError('DataError', filled(words.notices.noImages, { file: first.path }))
  }
  return { kind: 'idx', files: others.map(({ file }) => file) }
}

/** Batches of CIFAR, with whatever their archive has beside them. */
function cifar(others: Found[]): Sorted | null {
  const files = others.filter(({ path }) => isCifar(path))
  if (files.length === 0) return null
  const unused = others.filter((each) => !files.includes(each)).map(({ file }) => file)
  return { kind: 'cifar', files, unused }
}

/** The largest of the tables, one of training images if there are several. */
function table(others: Found[]): Sorted | null {
  const tables = others.filter(({ path }) => isTable(path)).map(({ file }) => file)
  const training = tables.filter(({ name }) => /train/i.test(name))
  const [images] = (training.length > 0 ? training : tables).sort((a, b) => b.size - a.size)
  if (!images) return null
  const unused = others.map(({ file }) => file).filter((file) => file !== images)
  return { kind: 'table', images, labels: null, unused }
}

/** Which of the arrays are images and which labels, by their names. */
function numpy(arrays: File[], all: File[]): Sorted {
  const isOfLabels = ({ name }: File) => /label|^y_|target/i.test(name)
  const largest = (files: File[]) => files.reduce((one, two) => (two.size > one.size ? two : one))
  const candidates = arrays.filter((file) => !isOfLabels(file))
  const images = largest(candidates.length > 0 ? candidates : arrays)
  const isOfTraining = ({ name }: File) => /train/i.test(name)
  const labels = arrays
    .filter((file) => file !== images && isOfLabels(file))
    .find((file) => isOfTraining(file) === isOfTraining(images))
  const unused = all.filter((file) => file !== images && file !== labels)
  return { kind: 'numpy', images, labels: labels ?? null, unused }
}
