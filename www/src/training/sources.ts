import type { BuiltIn, DataSource } from '../engine/types'
import type { Found } from '../files/folder'
import type { Settings } from '../settings/settings'
import { words } from '../strings/page'

/** A data source that can be read again, as for a new engine after a crash. */
export interface Source {
  choice: Settings['data']
  what: string
  /** What its progress counts, if not bytes. */
  counts?: string
  read: () => DataSource | Promise<DataSource>
  /** Whether reading it again would give something else than the last time: images are resized. */
  isStale?: () => boolean
  /** The files behind it, for another visit. */
  files?: OwnFiles
}

/** Files of one's own that a data set is made of. */
export type OwnFiles =
  { kind: 'images'; files: Found[] } | { kind: 'idx' | 'numpy'; images: File; labels: File | null }

const WHAT: Readonly<Record<BuiltIn, string>> = {
  mnist: 'MNIST',
  'mnist-all': 'MNIST',
  'drawn-digits': words.frame.drawnDigits,
  'drawn-faces': words.frame.drawnFaces,
}

export function builtIn(kind: BuiltIn): Source {
  return { choice: kind, what: WHAT[kind], read: () => ({ kind }) }
}

/** Files whose images may lie with rows and columns swapped. */
interface Arrays {
  kind: 'idx' | 'numpy'
  images: File
  labels: File | null
}

/** Arrays of one's own: IDX or NumPy files. `swapped` says whether they are taken otherwise than usual. */
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
      if (kind === 'numpy') return { kind, name, images, labels, transposed }
      const own = await bytes(images)
      return { kind, name, images: own, labels: labels ? await bytes(labels) : null, transposed }
    },
    isStale: () => read !== swapped(),
    files: { kind, images, labels },
  }
}

/** EMNIST's files hold their images with rows and columns swapped. */
export function isEmnist(name: string): boolean {
  return /^emnist/i.test(name)
}
