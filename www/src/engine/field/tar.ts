import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { asError, fault } from '../errors'
import type { Packed } from '../zip'

/** Most bytes of all files of an archive together. */
const MOST_BYTES = 2 ** 31

/** The files of a tar archive, packed by gzip or not, as far as `takes` wants them; undefined, once it gives up. */
export async function filesInTar(
  name: string,
  tar: Blob,
  takes: (path: string) => boolean | 'stop' = () => true,
): Promise<Packed[] | undefined> {
  try {
    return await unpacked(name, tar, takes)
  } catch (thrown) {
    const error = asError(thrown)
    if (error.name === 'DataError') throw error
    throw fault('DataError', 'tarUnreadable', { name, cause: error.message })
  }
}

async function unpacked(
  name: string,
  tar: Blob,
  takes: (path: string) => boolean | 'stop',
): Promise<Packed[] | undefined> {
  const found: Packed[] = []
  let bytes = 0
  for await (const { header, body } of entries(await plain(tar))) {
    const path = header.name.replaceAll('\\', '/').replace(/^(\.\/)+/, '')
    const wish = header.type === 'file' && takes(path)
    if (wish === 'stop') return undefined
    if (!wish) {
      await body.cancel()
      continue
    }
    bytes += header.size
    if (bytes > MOST_BYTES) {
      throw fault('DataError', 'tarTooLarge', { name, most: Math.round(MOST_BYTES / 1e6) })
    }
    // A blob may lie on the disk, where an array fills the memory.
    const blob = await new Response(body).blob()
    found.push({ path, size: blob.size, blob: () => Promise.resolve(blob) })
  }
  return found
}

async function plain(tar: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const start = new Uint8Array(await tar.slice(0, 2).arrayBuffer())
  const isGzip = start[0] === 0x1f && start[1] === 0x8b
  return isGzip ? tar.stream().pipeThrough(new DecompressionStream('gzip')) : tar.stream()
}

/** Streams are no iterables in every browser. */
async function* entries(tar: ReadableStream<Uint8Array>): AsyncGenerator<ParsedTarEntry> {
  const reader = tar.pipeThrough(createTarDecoder({ strict: true })).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
