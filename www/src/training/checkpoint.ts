import { asError, NamedError } from '../engine/errors'
import type { Started } from '../engine/types'
import type { Settings } from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { DataLoader } from './data'
import type { Seat } from './seat'
import type { Course } from './saved'
import type { Source } from './sources'

/** Larger files are no checkpoints. */
const MOST_BYTES = 2 ** 30

/** Throws where a file is too large for a checkpoint. */
export function refuseLarge({ name, size }: File): void {
  if (size <= MOST_BYTES) return
  throw new NamedError(
    'WeightsError',
    filled(words.notices.checkpointTooLarge, {
      file: name,
      found: Math.round(size / 1e6),
      most: Math.round(MOST_BYTES / 1e6),
    }),
  )
}

/** A checkpoint and what it needs. */
export interface Checkpoint {
  /** For errors. */
  name: string
  /** Read where it is opened: it may be large. */
  file: Blob
  settings: Settings
  /** The data sets that it may have been made with, tried in turn; with none it is the one at hand. */
  sources: readonly Source[]
  course: Course | null
}

/** The training of a checkpoint, on the first of the data sets that is its own; else data stay as they are. */
export async function resumed(
  seat: Seat,
  data: DataLoader,
  checkpoint: Checkpoint,
): Promise<Started> {
  const before = data.source
  try {
    return await onItsData(seat, data, checkpoint)
  } catch (thrown) {
    if (data.source !== before && !seat.ended) await data.use(before)
    throw thrown
  }
}

async function onItsData(
  seat: Seat,
  data: DataLoader,
  { name, file, sources }: Checkpoint,
): Promise<Started> {
  const candidates = sources.length > 0 ? sources : [data.source]
  for (const [at, source] of candidates.entries()) {
    if (!data.has(source) && !(await data.use(source))) break
    await data.settled()
    try {
      return await seat.engine.resume(name, file)
    } catch (thrown) {
      if (asError(thrown).name !== 'DataError' || at === candidates.length - 1) throw thrown
    }
  }
  throw seat.ended ?? new NamedError('DataError', filled(words.notices.needsData, { name }))
}
