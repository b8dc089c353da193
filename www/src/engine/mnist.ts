import { download } from './download'
import { asError, fault, isGivenUp, reason, reasonOf } from './errors'
import { fingerprint } from './fingerprint'
import { type Expected, type Part, PARTS } from './mnist-files'
import type { Sentence } from '../shared/sentence'
import type { Progress } from './types'

/** MNIST at one fixed revision, on a host that any page may read from. */
const MIRROR = 'https://cdn.jsdelivr.net/gh/fgnt/mnist@ae608a02b796c9ee908c082585a5f006fe05258e/'
const OWN_FOLDER = 'data/mnist/'
const CACHE = 'ganvas-mnist-ae608a02'

export interface Mnist {
  images: Uint8Array<ArrayBuffer>
  labels: Uint8Array<ArrayBuffer>
}

export interface Search {
  /** Address of the page; the site's own copy lies beside it. */
  page: string
  onProgress: Progress
  onNotice: (sentence: Sentence) => void
  signal: AbortSignal
}

type Fetch = (file: Expected, onProgress: Progress) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Looks for parts of MNIST, beside the page first, then on the mirror. Throws `MnistUnavailable`
 * when neither has them.
 */
export async function findMnist(search: Search, parts: readonly Part[]): Promise<Mnist[]> {
  const own = new URL(OWN_FOLDER, search.page).href
  try {
    return await all(search, parts, (file, onProgress) =>
      fetchVerified(own, file, onProgress, search),
    )
  } catch (thrown) {
    const error = asError(thrown)
    if (isGivenUp(error)) throw error
    // A missing copy is the usual case and no news; a wrong one is.
    if (error.name === 'WrongFile') search.onNotice(reasonOf(error))
  }
  try {
    return await all(search, parts, (file, onProgress) => fromMirror(file, onProgress, search))
  } catch (thrown) {
    const error = asError(thrown)
    if (isGivenUp(error)) throw error
    throw fault('MnistUnavailable', 'mnistNowhere', { why: reasonOf(error) })
  }
}

async function all(search: Search, parts: readonly Part[], fetchFile: Fetch): Promise<Mnist[]> {
  const wanted = parts.map((part) => PARTS[part])
  // Labels first: they are small, and a place without them is left before the long download.
  const labels: Mnist['labels'][] = []
  for (const part of wanted) labels.push(await fetchFile(part.labels, () => undefined))
  const packed = wanted.reduce((sum, { images }) => sum + images.gzip.length, 0)
  const found: Mnist[] = []
  let before = 0
  for (const [index, part] of wanted.entries()) {
    const images = await fetchFile(part.images, (loaded, total) => {
      const known = total ?? (loaded <= part.images.gzip.length ? part.images.gzip.length : null)
      const isPacked = known === part.images.gzip.length
      search.onProgress(before + loaded, isPacked ? packed : wanted.length === 1 ? known : null)
    })
    before += images.length
    found.push({ images, labels: labels[index] ?? new Uint8Array() })
  }
  return found
}

async function fetchVerified(
  folder: string,
  expected: Expected,
  onProgress: Progress,
  search: Search,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = new URL(expected.file, folder).href
  const bytes = await download(address, onProgress, { signal: search.signal })
  await verify(address, bytes, expected, search.onNotice)
  return bytes
}

async function verify(
  address: string,
  bytes: Uint8Array<ArrayBuffer>,
  expected: Expected,
  onNotice: (sentence: Sentence) => void,
): Promise<void> {
  const wanted = formOf(bytes, expected)
  if (bytes.length !== wanted.length) {
    throw fault('WrongFile', 'wrongLength', {
      address,
      file: expected.file,
      wanted: wanted.length,
      found: bytes.length,
    })
  }
  const found = await fingerprint(bytes)
  if (found === null) {
    onNotice(reason('notChecked', { file: expected.file }))
  } else if (found !== wanted.sha256) {
    throw fault('WrongFile', 'wrongChecksum', {
      address,
      file: expected.file,
      wanted: wanted.sha256.slice(0, 8),
      found: found.slice(0, 8),
    })
  }
}

/** What the file has to be in the form that came: packed, or unpacked by the browser on its way. */
function formOf(bytes: Uint8Array, expected: Expected): Expected['gzip'] {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? expected.gzip : expected.plain
}

async function fromMirror(
  expected: Expected,
  onProgress: Progress,
  search: Search,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = MIRROR + expected.file
  const cache = await openCache()
  const kept = await cache?.match(address).catch(() => undefined)
  if (kept) {
    const bytes = new Uint8Array(await kept.arrayBuffer())
    if ((await fingerprint(bytes)) === formOf(bytes, expected).sha256) return bytes
    await cache?.delete(address)
  }
  const bytes = await fetchVerified(MIRROR, expected, onProgress, search)
  // A full disk or private window only costs the next visit a download.
  await cache?.put(address, new Response(bytes)).catch(() => undefined)
  return bytes
}

/** The cache is absent outside secure contexts and refused by some privacy settings. */
async function openCache(): Promise<Cache | null> {
  try {
    return await caches.open(CACHE)
  } catch {
    return null
  }
}
