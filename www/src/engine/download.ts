import { NamedError } from './errors'
import type { Progress } from './types'

/** A download that brings nothing for this long is given up. */
const STALL_MILLISECONDS = 20_000

export interface Download {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
}

export interface DownloadOptions {
  signal?: AbortSignal
  /** A file of more bytes is given up. */
  most?: number
}

/** Fetches a file whole, telling how far it is. Any failure is a `DownloadError` with a sentence. */
export async function download(
  address: string,
  onProgress: Progress,
  { signal, most = Infinity }: DownloadOptions = {},
): Promise<Download> {
  const stop = new AbortController()
  const supersede = () => {
    stop.abort()
  }
  signal?.addEventListener('abort', supersede)
  let timer = setTimeout(giveUp, STALL_MILLISECONDS)
  function giveUp() {
    stop.abort(new NamedError('DownloadError', 'nothing arrived for 20 seconds'))
  }
  try {
    const response = await fetch(address, { signal: stop.signal })
    if (!response.ok) throw new NamedError('DownloadError', `HTTP status ${response.status}`)
    const total = totalBytes(response)
    const chunks: Uint8Array[] = []
    let loaded = 0
    if (response.body) {
      const reader = response.body.getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        clearTimeout(timer)
        timer = setTimeout(giveUp, STALL_MILLISECONDS)
        chunks.push(value)
        loaded += value.length
        if (loaded > most) {
          throw new NamedError('DownloadError', `it has more than ${Math.round(most / 1e6)} MB`)
        }
        onProgress(loaded, total !== null && loaded <= total ? total : null)
      }
    }
    return { bytes: join(chunks, loaded), contentType: response.headers.get('content-type') ?? '' }
  } catch (thrown) {
    if (signal?.aborted) throw new NamedError('Superseded', 'Another choice was made meanwhile.')
    stop.abort()
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    const { host, pathname } = new URL(address)
    const file = pathname.slice(pathname.lastIndexOf('/') + 1)
    throw new NamedError('DownloadError', `${file} could not be fetched from ${host}: ${cause}.`)
  } finally {
    signal?.removeEventListener('abort', supersede)
    clearTimeout(timer)
  }
}

/** With a content encoding the header counts compressed bytes, and the page sees the others. */
function totalBytes(response: Response): number | null {
  const length = Number(response.headers.get('content-length') ?? 'unknown')
  const encoded = response.headers.has('content-encoding')
  return encoded || !Number.isFinite(length) || length <= 0 ? null : length
}

function join(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
