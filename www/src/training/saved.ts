import type { DataOptions } from '../settings/data-options'
import type { Settings } from '../settings/settings'
import type { OwnFiles, Source } from './sources'

/** A training as the browser's storage keeps it. */
export interface Saved {
  version: 1
  checkpoint: Uint8Array<ArrayBuffer>
  /** Name of the recipe. */
  recipe: string
  step: number
  /** Milliseconds since 1970. */
  time: number
  settings: Settings
  data: {
    choice: Settings['data']
    what: string
    /** Under which id its files are kept; null when there are none or they are too large. */
    files: string | null
    /** How they were read. Those saved by earlier versions of the page say `cropped` only. */
    options?: DataOptions
    cropped?: boolean
  }
}

/** Larger data sets are left to be chosen again. */
const MOST_BYTES = 256 * 2 ** 20

const ids = new WeakMap<Source, string>()

/** What is said of the data set of a saved training. */
export function describeSource(source: Source, options: DataOptions): Saved['data'] {
  const { choice, what, files } = source
  if (!files || totalBytes(files) > MOST_BYTES) return { choice, what, files: null, options }
  const id = ids.get(source) ?? `${Date.now()}-${Math.random()}`
  ids.set(source, id)
  return { choice, what, files: id, options }
}

function totalBytes(files: OwnFiles): number {
  const all =
    files.kind === 'images'
      ? files.files.map(({ file }) => file)
      : [files.images, ...(files.labels ? [files.labels] : [])]
  return all.reduce((sum, { size }) => sum + size, 0)
}
