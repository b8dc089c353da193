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
  /** What a drawn data set is drawn from, if not as the page draws it. */
  seed?: number
}

/** Files of one's own that a data set is made of. */
export type OwnFiles =
  { kind: 'images'; files: Found[] } | { kind: 'idx'; images: File; labels: File | null }

const WHAT: Readonly<Record<BuiltIn, string>> = {
  mnist: 'MNIST',
  'mnist-all': 'MNIST',
  'drawn-digits': words.frame.drawnDigits,
  'drawn-faces': words.frame.drawnFaces,
}

/** A data set that needs no files; `seed` is for one that the command line drew. */
export function builtIn(kind: BuiltIn, seed?: number): Source {
  const drawn = seed === undefined ? {} : { seed }
  return { choice: kind, what: WHAT[kind], read: () => ({ kind, ...drawn }), ...drawn }
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
    default:
      return []
  }
}

/** IDX files of one's own. */
export function idxSource(images: File, labels: File | null): Source {
  const bytes = async (file: File) => new Uint8Array(await file.arrayBuffer())
  return {
    choice: 'files',
    what: images.name,
    read: async () => ({
      kind: 'idx',
      name: images.name,
      images: await bytes(images),
      labels: labels ? await bytes(labels) : null,
    }),
    files: { kind: 'idx', images, labels },
  }
}
