import { clear, createStore, get, set, setMany, type UseStore } from 'idb-keyval'
import { NamedError } from '../engine/errors'
import { words } from '../strings/page'
import type { Saved } from '../training/saved'
import type { OwnFiles } from '../training/sources'

const SAVED = 'saved'
const FILES = 'files'
const FILES_ID = 'files-id'

/** Milliseconds after which a storage that does not open counts as refused. */
const PATIENCE = 10_000

let opened: Promise<UseStore> | undefined

/** The browser's storage; it may be refused or never answer, and then every call below rejects. */
function store(): Promise<UseStore> {
  opened ??= open().catch((thrown: unknown) => {
    opened = undefined
    throw thrown
  })
  return opened
}

async function open(): Promise<UseStore> {
  if (!(globalThis as { indexedDB?: IDBFactory }).indexedDB) {
    throw new NamedError('StorageError', words.notices.noStorage)
  }
  const made = createStore('ganvas', 'training')
  await new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new NamedError('StorageError', words.notices.storageSilent))
    }, PATIENCE)
    // Opening is all that this does.
    made('readonly', () => undefined)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(giveUp)
      })
  })
  return made
}

/** Keeps a training in place of the one before; its files only if they are not kept already. */
export async function keep(saved: Saved, files: OwnFiles | null): Promise<void> {
  const id = saved.data.files
  if (id !== null && (await get<string>(FILES_ID, await store())) !== id) {
    await setMany(
      [
        [FILES, files],
        [FILES_ID, id],
        [SAVED, saved],
      ],
      await store(),
    )
  } else await set(SAVED, saved, await store())
}

/** The training that was kept, if there is one that this version of the page reads. */
export async function recall(): Promise<Saved | null> {
  const saved = await get<Partial<Saved>>(SAVED, await store())
  return saved?.version === 1 ? (saved as Saved) : null
}

/** The files of its data set, if they were kept with it. */
export async function recallFiles({ data }: Saved): Promise<OwnFiles | null> {
  if (data.files === null || (await get<string>(FILES_ID, await store())) !== data.files)
    return null
  return (await get<OwnFiles | null>(FILES, await store())) ?? null
}

export async function discard(): Promise<void> {
  await clear(await store())
}
