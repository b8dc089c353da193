import { NamedError } from '../engine/errors'
import { words } from '../strings/page'
import { filled } from '../strings/strings'

/** Beyond this a tab runs out of memory before the training starts. */
const MOST_BYTES = 1_000_000_000

export interface IdxFiles {
  images: File
  labels: File | null
  /** Files that were left aside, as the test set beside the training set. */
  unused: File[]
}

interface Header {
  file: File
  dimensions: number
  count: number
}

/** Sorts files into images and labels by what they begin with. */
export async function sortIdxFiles(files: File[]): Promise<IdxFiles> {
  const headers = await Promise.all(files.map(readHeader))
  const [images] = headers
    .filter(({ dimensions }) => dimensions > 1)
    .sort((one, other) => other.count - one.count)
  if (!images) {
    const [only] = headers
    throw new NamedError(
      'DataError',
      filled(words.notices.onlyLabels, { file: only?.file.name ?? '' }),
    )
  }
  const labels = headers.find(({ dimensions, count }) => dimensions === 1 && count === images.count)
  const strays = headers.filter(({ dimensions }) => dimensions === 1)
  if (!labels && strays[0] && !headers.some((each) => each !== images && each.dimensions > 1)) {
    throw new NamedError(
      'DataError',
      filled(words.notices.otherCount, {
        labels: strays[0].file.name,
        labelCount: strays[0].count,
        images: images.file.name,
        imageCount: images.count,
      }),
    )
  }
  return {
    images: images.file,
    labels: labels?.file ?? null,
    unused: files.filter((file) => file !== images.file && file !== labels?.file),
  }
}

async function readHeader(file: File): Promise<Header> {
  if (file.size > MOST_BYTES) {
    throw new NamedError(
      'DataError',
      filled(words.notices.fileTooLarge, {
        file: file.name,
        found: Math.round(file.size / 1e6),
        most: MOST_BYTES / 1e6,
      }),
    )
  }
  const start = await firstBytes(file)
  const [zero, alsoZero, type, dimensions] = start
  if (start.length < 8 || zero !== 0 || alsoZero !== 0 || type !== 8 || !dimensions) {
    throw new NamedError(
      'DataError',
      filled(words.notices.notIdx, {
        file: file.name,
        found: shown(start) || words.notices.emptyFile,
      }),
    )
  }
  const count = new DataView(start.buffer, start.byteOffset).getUint32(4)
  return { file, dimensions, count }
}

/** Text as it is, for a person knows a web page or a Git LFS pointer when they see it; else the first bytes. */
function shown(start: Uint8Array): string {
  const isText = start.length > 0 && start.every((byte) => byte >= 0x20 && byte < 0x7f)
  if (isText) return `“${String.fromCharCode(...start)}…”`
  return Array.from(start.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** How many bytes of a file are looked at. */
const LOOKED_AT = 16

/** The beginning of the file, unpacked if need be; the whole of it is the worker's to unpack. */
async function firstBytes(file: File): Promise<Uint8Array> {
  const start = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer())
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    const { value } = await reader.read()
    return value?.slice(0, LOOKED_AT) ?? new Uint8Array()
  } catch {
    throw new NamedError('DataError', filled(words.notices.brokenGzip, { file: file.name }))
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
