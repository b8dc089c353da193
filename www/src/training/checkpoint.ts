import type { WorkerEngine } from '../engine/client'
import { asError, NamedError } from '../engine/errors'
import type { Started } from '../engine/types'
import type { Settings } from '../settings/settings'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { DataLoader } from './data'
import type { Course } from './saved'
import type { Source } from './sources'

/** A checkpoint and what it needs. */
export interface Checkpoint {
  /** For errors. */
  name: string
  bytes: Uint8Array
  settings: Settings
  /** The data sets that it may have been made with, tried in turn; with none it is the one at hand. */
  sources: readonly Source[]
  course: Course | null
}

/** The training of a checkpoint, on the first of the data sets that is its own; else data stay as they are. */
export async function resumed(
  engine: WorkerEngine,
  data: DataLoader,
  checkpoint: Checkpoint,
): Promise<Started> {
  const before = data.source
  try {
    return await onItsData(engine, data, checkpoint)
  } catch (thrown) {
    if (data.source !== before && !engine.ended) await data.use(before)
    throw thrown
  }
}

async function onItsData(
  engine: WorkerEngine,
  data: DataLoader,
  { name, bytes, sources }: Checkpoint,
): Promise<Started> {
  const candidates = sources.length > 0 ? sources : [data.source]
  for (const [at, source] of candidates.entries()) {
    if (!data.has(source) && !(await data.use(source))) break
    await data.settled()
    try {
      return await engine.resume(name, bytes)
    } catch (thrown) {
      if (asError(thrown).name !== 'DataError' || at === candidates.length - 1) throw thrown
    }
  }
  throw engine.ended ?? new NamedError('DataError', filled(words.notices.needsData, { name }))
}
