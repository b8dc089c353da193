/** A run's file is a safetensors file: every part is a tensor of bytes, all else is JSON in its header. */

/** Larger headers are none: that of a long training takes some hundred kilobytes. */
const MOST_HEADER = 16 * 2 ** 20
/** A checkpoint, at most 400 frames and eight checkpoints to go back to. */
const MOST_PARTS = 512
const MARK = 'run'

/** What a file holds. */
export interface Content {
  about: unknown
  parts: ReadonlyMap<string, Blob>
}

/** How a file is damaged; `foreign` where it is no run's. */
export type Flaw = 'foreign' | 'damaged' | 'newer'

export class ContainerError extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw)
    this.name = 'ContainerError'
  }
}

/** Blobs stay where they lie: what is written takes no memory of its own. */
export function written({ about, parts }: Content): Blob {
  const header: Record<string, unknown> = {
    __metadata__: { ganvas: JSON.stringify({ kind: MARK, version: 1, about }) },
  }
  let end = 0
  for (const [name, { size }] of parts) {
    header[name] = { dtype: 'U8', shape: [size], data_offsets: [end, end + size] }
    end += size
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const length = new DataView(new ArrayBuffer(8))
  length.setBigUint64(0, BigInt(json.length), true)
  return new Blob([length.buffer, json, ...parts.values()])
}

/** Reads what was written; the parts are checked to lie one after another and to fill the file. */
export async function read(file: Blob): Promise<Content> {
  const header = await headerOf(file)
  const { __metadata__: metadata, ...entries } = header.value
  const about = aboutIn(metadata)
  const names = Object.keys(entries)
  if (names.length > MOST_PARTS) throw new ContainerError('damaged')
  const parts = new Map<string, Blob>()
  let at = 0
  for (const name of names) {
    const [begin, end] = offsetsOf(entries[name])
    if (begin !== at || end < begin || header.end + end > file.size) {
      throw new ContainerError('damaged')
    }
    parts.set(name, file.slice(header.end + begin, header.end + end))
    at = end
  }
  if (header.end + at !== file.size) throw new ContainerError('damaged')
  return { about, parts }
}

async function headerOf(file: Blob): Promise<{ value: Record<string, unknown>; end: number }> {
  if (file.size < 8) throw new ContainerError('foreign')
  const length = new DataView(await file.slice(0, 8).arrayBuffer()).getBigUint64(0, true)
  if (length > BigInt(MOST_HEADER)) throw new ContainerError('foreign')
  const end = 8 + Number(length)
  if (end > file.size) throw new ContainerError('damaged')
  const value = parsed(await file.slice(8, end).text())
  if (!isObject(value)) throw new ContainerError('foreign')
  return { value, end }
}

function aboutIn(metadata: unknown): unknown {
  const json = isObject(metadata) ? metadata['ganvas'] : undefined
  const own = typeof json === 'string' ? parsed(json) : undefined
  if (!isObject(own) || own['kind'] !== MARK) throw new ContainerError('foreign')
  if (own['version'] !== 1) throw new ContainerError('newer')
  return own['about']
}

function offsetsOf(entry: unknown): [number, number] {
  const offsets = isObject(entry) ? entry['data_offsets'] : undefined
  const [begin, end] = Array.isArray(offsets) ? (offsets as unknown[]) : []
  if (!Number.isSafeInteger(begin) || !Number.isSafeInteger(end))
    throw new ContainerError('damaged')
  return [begin as number, end as number]
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new ContainerError('foreign')
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
