import { clear, createStore, get, set, setMany, type UseStore } from 'idb-keyval'
import type { Saved } from '../training/saved'
import type { OwnFiles } from '../training/sources'

const SAVED = 'saved'
const FILES = 'files'
const FILES_ID = 'files-id'

let opened: UseStore | undefined

/** The browser's storage; it may be refused, and then every call below rejects. */
function store(): UseStore {
  return (opened ??= createStore('ganvas', 'training'))
}

/** Keeps a training in place of the one before; its files only if they are not kept already. */
export async function keep(saved: Saved, files: OwnFiles | null): Promise<void> {
  const id = saved.data.files
  if (id !== null && (await get<string>(FILES_ID, store())) !== id) {
    await setMany(
      [
        [FILES, files],
        [FILES_ID, id],
        [SAVED, saved],
      ],
      store(),
    )
  } else await set(SAVED, saved, store())
}

/** The training that was kept, if there is one that this version of the page reads. */
export async function recall(): Promise<Saved | null> {
  const saved = await get<Partial<Saved>>(SAVED, store())
  return saved?.version === 1 ? (saved as Saved) : null
}

/** The files of its data set, if they were kept with it. */
export async function recallFiles({ data }: Saved): Promise<OwnFiles | null> {
  if (data.files === null || (await get<string>(FILES_ID, store())) !== data.files) return null
  return (await get<OwnFiles | null>(FILES, store())) ?? null
}

export async function discard(): Promise<void> {
  await clear(store())
}
