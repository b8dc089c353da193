import { unzipRaw, type ZipEntry } from 'unzipit'
import { asError, NamedError } from './errors'
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
export async function filesInZip(name: string, zip: Blob): Promise<Packed[]> {
  try {
    const { entries } = await unzipRaw(zip)
    const paths = decoded(entries.map(rawName))
    return entries
      .map((entry, index) => ({ entry, path: paths[index] ?? entry.name }))
      .filter(({ entry, path }) => !entry.isDirectory && !path.endsWith('/'))
      .map(({ entry, path }) => ({ path, size: entry.size, blob: () => unpacked(entry) }))
  } catch (thrown) {
    throw new NamedError(
      'DataError',
      `${name} cannot be read as a ZIP file: ${asError(thrown).message}.`,
    )
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
  const instead = 'unpack the ZIP file, and take the folder'
  if (entry.encrypted) throw new Error(`it is locked by a password: ${instead}`)
  const { compressionMethod: method } = entry
  if (method !== 0 && method !== 8) {
    const packing = METHODS[method] ?? `method ${method}`
    throw new Error(`it is packed by ${packing}, which is not read: ${instead}`)
  }
  try {
    return await entry.blob()
  } catch (thrown) {
    throw new Error(`it could not be unpacked (${asError(thrown).message})`, { cause: thrown })
  }
}
