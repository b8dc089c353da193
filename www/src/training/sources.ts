import type { BuiltIn, DataSource } from '../engine/types'
import type { Found } from '../files/folder'
import type { Settings } from '../settings/settings'
import { words } from '../strings/page'

/** A data source that can be read again, as for a new engine after a crash. */
export interface Source {
  choice: Settings['data']
  what: string
  /** What its progress counts, if not bytes. */
  counts?: () => string
  read: () => DataSource | Promise<DataSource>
  /** Whether reading it again would give something else than the last time: images are resized. */
  isStale?: () => boolean
  /** The files behind it, for another visit. */
  files?: OwnFiles
  /** What a drawn data set is drawn from, if not as the page draws it. */
  seed?: number
}

/** Files of one's own that a data set is made of. */
export type OwnFiles =
  | { kind: 'images' | 'cifar'; files: Found[] }
  | { kind: 'idx' | 'numpy' | 'table'; images: File; labels: File | null }

const NAMES: Readonly<Record<Exclude<BuiltIn, `drawn-${string}`>, string>> = {
  mnist: 'MNIST',
  'mnist-all': 'MNIST',
  'fashion-mnist': 'Fashion-MNIST',
  kmnist: 'KMNIST',
  'cifar-10': 'CIFAR-10',
}

/** What a built-in data set is called, in the language of now. */
export function nameOfBuiltIn(kind: BuiltIn): string {
  if (kind === 'drawn-digits') return words.frame.drawnDigits
  return kind === 'drawn-faces' ? words.frame.drawnFaces : NAMES[kind]
}

/** A data set that needs no files; `seed` is for one that the command line drew. */
export function builtIn(kind: BuiltIn, seed?: number): Source {
  const drawn = seed === undefined ? {} : { seed }
  return {
    choice: kind,
    get what() {
      return nameOfBuiltIn(kind)
    },
    read: () => ({ kind, ...drawn }),
    ...drawn,
  }
}

/** The built-in data sets that a checkpoint of this seed may have been made with, by the engine's name. */
export function sourcesNamed(name: string, seed: number): Source[] {
  switch (name) {
    case 'MNIST':
      return [builtIn('mnist'), builtIn('mnist-all')]
    // The command line draws with the seed of the training.
    case 'Drawn digits':
      return [builtIn('drawn-digits'), builtIn('drawn-digits', seed)]
    case 'Drawn faces':
      return [builtIn('drawn-faces'), builtIn('drawn-faces', seed)]
    case 'Fashion-MNIST':
      return [builtIn('fashion-mnist')]
    case 'KMNIST':
      return [builtIn('kmnist')]
    case 'CIFAR-10':
      return [builtIn('cifar-10')]
    default:
      return []
  }
}

/** Files whose images may lie with rows and columns swapped. */
interface Arrays {
  kind: 'idx' | 'numpy' | 'table'
  images: File
  labels: File | null
}

/** Arrays of one's own: IDX or NumPy files, or a table. `swapped` says whether they are taken otherwise than usual. */
export function arraySource({ kind, images, labels }: Arrays, swapped: () => boolean): Source {
  const bytes = async (file: File) => new Uint8Array(await file.arrayBuffer())
  const { name } = images
  let read: boolean | null = null
  return {
    choice: 'files',
    what: name,
    read: async () => {
      read = swapped()
      const transposed = isEmnist(name) !== read
      if (kind === 'table') return { kind, name, file: images, transposed }
      if (kind === 'numpy') return { kind, name, images, labels, transposed }
      const own = await bytes(images)
      return { kind, name, images: own, labels: labels ? await bytes(labels) : null, transposed }
    },
    isStale: () => read !== swapped(),
    files: { kind, images, labels },
  }
}

/** Batches of CIFAR, as files or in a folder. */
export function cifarSource(files: Found[]): Source {
  const path = files[0]?.path ?? ''
  const name = path.slice(0, Math.max(0, path.indexOf('/'))) || path
  const blobs = files.map(({ path, file }) => ({ path, blob: file }))
  return {
    choice: 'files',
    what: name,
    read: () => ({ kind: 'cifar', name, files: blobs }),
    files: { kind: 'cifar', files },
  }
}

/** EMNIST's files hold their images with rows and columns swapped. */
export function isEmnist(name: string): boolean {
  return /^emnist/i.test(name)
}
