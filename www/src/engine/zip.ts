import { unzipRaw, type ZipEntry } from 'unzipit'
import { asError, fault, reason } from './errors'
import type { Wasm } from './module'
import { decoded, type RawName } from './zip-names'

/** A file in a ZIP file, unpacked when it is asked for. */
export interface Packed {
  path: string
  /** Bytes, as the ZIP file states them; unpacking stops there. */
  size: number
  /** Rejects with why it cannot be unpacked, as “it is locked by a password”. */
  blob(): Promise<Blob>
}

/** Methods of packing that browsers do not unpack, but people meet. */
const METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
}

/** The files of a ZIP file, which is read where it lies. */
export async function filesInZip(wasm: Wasm, name: string, zip: Blob): Promise<Packed[]> {
  try {
    const { entries } = await unzipRaw(zip)
    const paths = decoded(wasm, entries.map(rawName))
    return entries
      .map((entry, index) => ({ entry, path: paths[index] ?? entry.name }))
      .filter(({ entry, path }) => !entry.isDirectory && !path.endsWith('/'))
      .map(({ entry, path }) => ({ path, size: entry.size, blob: () => unpacked(entry) }))
  } catch (thrown) {
    throw fault('DataError', 'zipUnreadable', { name, cause: asError(thrown).message })
  }
}

/** What the library knows of an entry, and does not tell. */
interface Inner {
  _rawEntry: { generalPurposeBitFlag: number; extraFields: RawName['fields'] }
}

/** The library decodes all names as UTF-8, and keeps to itself what else there is about them. */
function rawName(entry: ZipEntry): RawName {
  const { extraFields, generalPurposeBitFlag } = (entry as unknown as Inner)._rawEntry
  const isMarked = (generalPurposeBitFlag & 0x800) !== 0
  return { bytes: entry.nameBytes, isMarked, fields: extraFields }
}

async function unpacked(entry: ZipEntry): Promise<Blob> {
  if (entry.encrypted) throw fault('DataError', 'packedWithPassword')
  const { compressionMethod: method } = entry
  if (method !== 0 && method !== 8) {
    const packing = METHODS[method] ?? reason('packingMethod', { method })
    throw fault('DataError', 'packedOtherwise', { packing })
  }
  try {
    return await entry.blob()
  } catch (thrown) {
    throw fault('DataError', 'notUnpacked', { cause: asError(thrown).message })
  }
}
