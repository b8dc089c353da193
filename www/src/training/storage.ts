import { createStore, get, promisifyRequest, update, type UseStore } from 'idb-keyval'
import { asError, NamedError } from '../engine/errors'
import { words } from '../strings/page'
import type { Saved } from './saved'
import type { OwnFiles } from './sources'
import { migrate } from './migration'
import { BESIDE, FILES, TRAINING } from './storage-keys'

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
  // What cannot be carried over stays as it is, and is tried again on the next visit.
  await migrate(made).catch(() => undefined)
  return made
}

/** A training as it lies in the storage. */
type Stored = Omit<Saved, 'checkpoint'> & { checkpoint: Blob | Uint8Array<ArrayBuffer> }

/** WebKit's private windows take no blobs, and no files either. */
let takesBlobs = true

/** Saves a training in place of its earlier self; its files only if they are not there already. */
export async function save(saved: Saved, files: OwnFiles | null): Promise<void> {
  if (takesBlobs) {
    try {
      await put(saved, files)
      return
    } catch (thrown) {
      if (asError(thrown).name === 'QuotaExceededError') throw thrown
    }
  }
  const checkpoint = new Uint8Array(await saved.checkpoint.arrayBuffer())
  await put({ ...saved, checkpoint, data: { ...saved.data, files: null } }, null)
  takesBlobs = false
}

async function put(saved: Stored, files: OwnFiles | null): Promise<void> {
  const { files: id } = saved.data
  const held = await store()
  await held('readwrite', async (inside) => {
    const isStored =
      id === null || (await promisifyRequest(inside.getKey(FILES + id))) !== undefined
    if (!isStored) inside.put(files, FILES + id)
    inside.put(saved, TRAINING + saved.id)
    await promisifyRequest(inside.transaction)
  })
}

/** All trainings that this version of the page reads, the newest first. */
export async function trainings(): Promise<Saved[]> {
  const held = await store()
  const found = await held('readonly', (inside) =>
    promisifyRequest<(Partial<Stored> | undefined)[]>(inside.getAll(beginningWith(TRAINING))),
  )
  return found
    .filter((saved): saved is Stored => saved?.version === 2)
    .map(({ checkpoint, ...saved }) => ({ ...saved, checkpoint: new Blob([checkpoint]) }))
    .sort((one, other) => other.time - one.time)
}

/** The files of its data set, if they were stored with it. */
export async function recallFiles({ data }: Saved): Promise<OwnFiles | null> {
  if (data.files === null) return null
  return (await get<OwnFiles | null>(FILES + data.files, await store())) ?? null
}

export async function rename(id: string, name: string): Promise<void> {
  await update<Saved | undefined>(
    TRAINING + id,
    (saved) => (saved ? { ...saved, name } : saved),
    await store(),
  )
}

/** Lets go of trainings, and of the files that no other one was made with. */
export async function forget(ids: readonly string[]): Promise<void> {
  const held = await store()
  // In one go: what another tab saves meanwhile comes before or after.
  await held('readwrite', async (inside) => {
    const all = await promisifyRequest<Saved[]>(inside.getAll(beginningWith(TRAINING)))
    const files = await promisifyRequest(inside.getAllKeys(beginningWith(FILES)))
    const left = all.filter(({ id }) => !ids.includes(id))
    const wanted: unknown[] = left.map(({ data }) => FILES + String(data.files))
    const orphans = files.filter((key) => !wanted.includes(key))
    for (const key of [...ids.map((id) => TRAINING + id), ...orphans]) inside.delete(key)
    for (const id of ids) inside.delete(beginningWith(`${BESIDE}${id}/`))
    await promisifyRequest(inside.transaction)
  })
}

/** What is stored beside trainings; keys begin with a training's id and a slash, and go with the training. */
export const beside = {
  async all(prefix: string): Promise<unknown[]> {
    const held = await store()
    return await held('readonly', (inside) =>
      promisifyRequest<unknown[]>(inside.getAll(beginningWith(BESIDE + prefix))),
    )
  },

  async change(gone: readonly string[], fresh: readonly (readonly [string, unknown])[]) {
    const held = await store()
    await held('readwrite', async (inside) => {
      for (const key of gone) inside.delete(BESIDE + key)
      for (const [key, value] of fresh) inside.put(value, BESIDE + key)
      await promisifyRequest(inside.transaction)
    })
  },
}

const beginningWith = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)
