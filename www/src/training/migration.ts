import { delMany, getMany, setMany, type UseStore } from 'idb-keyval'
import { ALL, type DataOptions } from '../settings/data-options'
import type { Saved, SavedData } from './saved'
import { FILES, TRAINING } from './storage-keys'

/** Where earlier versions of the page kept the one training that they kept. */
const FIRST = ['saved', 'files', 'files-id']

/** A training as they kept it. */
interface First extends Pick<Saved, 'recipe' | 'step' | 'time' | 'settings'> {
  version: 1
  checkpoint: Uint8Array<ArrayBuffer>
  data: Omit<SavedData, 'options'> & {
    options?: DataOptions
    /** Instead of the options, in still earlier ones. */
    cropped?: boolean
  }
}

/** Carries over what an earlier version of the page has kept. */
export async function migrate(store: UseStore): Promise<void> {
  const [found, files, filesId] = await getMany<unknown>(FIRST, store)
  const first = found as Partial<First> | undefined
  if (first?.version !== 1) return
  const { data, checkpoint, ...rest } = first as First
  const { cropped = true, options = { ...ALL, cropped }, ...about } = data
  const saved: Saved = {
    ...rest,
    version: 2,
    // The same in another tab that does this at the same time.
    id: String(first.time),
    name: rest.recipe,
    checkpoint: new Blob([checkpoint]),
    data: { ...about, options },
    course: null,
  }
  const entries: [string, unknown][] = [[TRAINING + saved.id, saved]]
  if (data.files !== null && data.files === filesId) entries.push([FILES + data.files, files])
  await setMany(entries, store)
  await delMany(FIRST, store)
}
