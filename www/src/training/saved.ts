import type { Quality, StepReport } from '../engine/types'
import type { DataOptions } from '../settings/data-options'
import type { Settings } from '../settings/settings'
import type { SavedHistory } from './history'
import type { OwnFiles, Source } from './sources'

/** A training as the browser's storage keeps it. */
export interface Saved {
  version: 2
  id: string
  /** What its owner calls it; at first the name of its recipe. */
  name: string
  /** A blob, because browsers bound how large a value may be, and a blob lies beside it. */
  checkpoint: Blob
  /** Name of the recipe. */
  recipe: string
  step: number
  /** Milliseconds since 1970. */
  time: number
  settings: Settings
  data: SavedData
  /** Null for one that was saved by an earlier version of the page. */
  course: Course | null
  /** Bytes that are stored beside it: its past. Absent in what an earlier version saved. */
  beside?: number
}

/** Bytes that a training takes in the storage, without files of one's own. */
export function bytesOf({ checkpoint, beside = 0 }: Saved): number {
  return checkpoint.size + beside
}

export interface SavedData {
  choice: Settings['data']
  what: string
  /** Under which id its files are stored; null when there are none or they are too large. */
  files: string | null
  /** How they were read. */
  options: DataOptions
  /** What a drawn data set is drawn from, if not as the page draws it. */
  seed?: number
}

/** What a training was like so far: all that is shown of it and is not in its checkpoint. */
export interface Course {
  history: SavedHistory
  /** Absent in what an earlier version saved. */
  qualities?: Quality[]
  last: StepReport | null
  /** Time trained. */
  milliseconds: number
}

/** Larger data sets are left to be chosen again. */
const MOST_BYTES = 256 * 2 ** 20

const ids = new WeakMap<Source, string>()

/** What is said of the data set of a saved training. */
export function describeSource(source: Source, options: DataOptions): SavedData {
  const { choice, what, files, seed } = source
  const about = { choice, what, options, ...(seed === undefined ? {} : { seed }) }
  if (!files || totalBytes(files) > MOST_BYTES) return { ...about, files: null }
  const id = ids.get(source) ?? newId()
  ids.set(source, id)
  return { ...about, files: id }
}

/** These files are stored already, under this id. */
export function isStoredAs(source: Source, id: string): void {
  ids.set(source, id)
}

/** An id that no other tab comes upon; `crypto.randomUUID` is there in secure contexts only. */
export function newId(): string {
  return `${Date.now()}-${Math.random()}`
}

function totalBytes(files: OwnFiles): number {
  const all =
    'files' in files
      ? files.files.map(({ file }) => file)
      : [files.images, ...(files.labels ? [files.labels] : [])]
  return all.reduce((sum, { size }) => sum + size, 0)
}
