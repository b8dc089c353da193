import { type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { asError, fault } from '../errors'
import type { Packed } from '../zip'

/** Rows that are read at a time. */
const ROWS = 1000

/** What columns of labels are called. */
const LABELS = ['label', 'labels', 'fine_label', 'class', 'target', 'y']

type Row = Readonly<Record<string, unknown>>

/** The images of a Parquet table of image files, as Hugging Face has data sets; labels become folders. */
export async function filesInParquet(name: string, table: Blob): Promise<Packed[]> {
  const file = {
    byteLength: table.size,
    slice: (start: number, end?: number) => table.slice(start, end).arrayBuffer(),
  }
  try {
    const metadata = await parquetMetadataAsync(file)
    const columns = topLevel(metadata)
    const label = LABELS.find((each) => columns.includes(each))
    const classes = label === undefined ? [] : namesOf(metadata, label)
    const rows = Number(metadata.num_rows)
    const found: Packed[] = []
    let image: string | undefined
    for (let rowStart = 0; rowStart < rows; rowStart += ROWS) {
      const rowEnd = Math.min(rows, rowStart + ROWS)
      const wanted = image === undefined ? columns : label ? [image, label] : [image]
      const read: Row[] = await parquetReadObjects({
        ...{ file, metadata, rowStart, rowEnd, columns: wanted, utf8: false },
      })
      image ??= columns.find((column) => bytesOf(read[0]?.[column]))
      if (image === undefined) throw fault('DataError', 'noImagesInTable', { name })
      for (const [index, row] of read.entries()) {
        const bytes = bytesOf(row[image])
        if (!bytes) continue
        const blob = new Blob([bytes as Uint8Array<ArrayBuffer>])
        const number = String(rowStart + index).padStart(8, '0')
        const folder = label === undefined ? '' : `${folderOf(row[label], classes)}/`
        // Whatever it is called: what it is its first bytes say.
        const path = `${folder}${number}.png`
        found.push({ path, size: blob.size, blob: () => Promise.resolve(blob) })
      }
    }
    return found
  } catch (thrown) {
    const error = asError(thrown)
    if (error.name === 'DataError') throw error
    throw fault('DataError', 'parquetUnreadable', { name, cause: error.message })
  }
}

function topLevel({ schema }: FileMetaData): string[] {
  const columns: string[] = []
  // The schema lists every column with those inside of it behind it.
  let at = 1
  const pass = (): void => {
    const children = schema[at]?.num_children ?? 0
    at += 1
    for (let child = 0; child < children; child += 1) pass()
  }
  while (at < schema.length) {
    columns.push(schema[at]?.name ?? '')
    pass()
  }
  return columns
}

/** An image's file: bytes, or the bytes of a structure. */
function bytesOf(value: unknown): Uint8Array | null {
  const inner = (value as { bytes?: unknown } | null | undefined)?.bytes ?? value
  return inner instanceof Uint8Array && inner.length > 0 ? inner : null
}

/** The names of the classes, where Hugging Face's library wrote them. */
function namesOf({ key_value_metadata: pairs }: FileMetaData, label: string): string[] {
  const written = pairs?.find(({ key }) => key === 'huggingface')?.value
  try {
    const parsed = JSON.parse(written ?? '{}') as {
      info?: { features?: Record<string, { names?: string[] }> }
    }
    return parsed.info?.features?.[label]?.names ?? []
  } catch {
    return []
  }
}

function folderOf(label: unknown, classes: readonly string[]): string {
  const isNumber = typeof label === 'number' || typeof label === 'bigint'
  const name = isNumber ? (classes[Number(label)] ?? String(label).padStart(3, '0')) : label
  const text = name instanceof Uint8Array ? new TextDecoder().decode(name) : String(name)
  return text.replaceAll('/', '-') || '-'
}
