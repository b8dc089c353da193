import { download } from './download'
import { fault, reason } from './errors'
import { fingerprint } from './fingerprint'
import type { Expected } from './mnist-files'
import type { Sentence } from '../shared/sentence'
import type { Progress } from './types'

/** Where files lie that are known to the byte. */
export interface Mirror {
  /** What the data set is called. */
  name: string
  /** The folder beside the page that may hold them. */
  own: string
  /** A fixed revision of them, on a host that any page may read from. */
  address: string
  /** Where what came from there is kept. */
  cache: string
}

export interface Search {
  /** Address of the page; the site's own copy lies beside it. */
  page: string
  onProgress: Progress
  onNotice: (sentence: Sentence) => void
  signal: AbortSignal
}

/** A file beside the page. */
export async function fromPage(
  mirror: Mirror,
  expected: Expected,
  onProgress: Progress,
  search: Search,
): Promise<Uint8Array<ArrayBuffer>> {
  const own = new URL(mirror.own, search.page).href
  return await fetchVerified(mirror, own, expected, onProgress, search)
}

/** A file of the mirror, or what was kept of an earlier visit. */
export async function fromMirror(
  mirror: Mirror,
  expected: Expected,
  onProgress: Progress,
  search: Search,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = mirror.address + expected.file
  const cache = await openCache(mirror.cache)
  const kept = await cache?.match(address).catch(() => undefined)
  if (kept) {
    const bytes = new Uint8Array(await kept.arrayBuffer())
    if ((await fingerprint(bytes)) === formOf(bytes, expected)?.sha256) return bytes
    await cache?.delete(address)
  }
  const bytes = await fetchVerified(mirror, mirror.address, expected, onProgress, search)
  // A full disk or private window only costs the next visit a download.
  await cache?.put(address, new Response(bytes)).catch(() => undefined)
  return bytes
}

async function fetchVerified(
  mirror: Mirror,
  folder: string,
  expected: Expected,
  onProgress: Progress,
  search: Search,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = new URL(expected.file, folder).href
  const bytes = await download(address, onProgress, { signal: search.signal })
  const { name } = mirror
  const { file } = expected
  const wanted = formOf(bytes, expected) ?? expected.gzip
  if (bytes.length !== wanted.length) {
    const lengths = { wanted: wanted.length, found: bytes.length }
    throw fault('WrongFile', 'wrongLength', { address, name, file, ...lengths })
  }
  const found = await fingerprint(bytes)
  if (found === null) {
    search.onNotice(reason('notChecked', { file }))
  } else if (found !== wanted.sha256) {
    const sums = { wanted: wanted.sha256.slice(0, 8), found: found.slice(0, 8) }
    throw fault('WrongFile', 'wrongChecksum', { address, name, file, ...sums })
  }
  return bytes
}

/** What the file has to be in the form that came: packed, or unpacked by the browser on its way. */
function formOf(bytes: Uint8Array, expected: Expected): Expected['gzip'] | undefined {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? expected.gzip : expected.plain
}

/** The cache is absent outside secure contexts and refused by some privacy settings. */
async function openCache(name: string): Promise<Cache | null> {
  try {
    return await caches.open(name)
  } catch {
    return null
  }
}
