/** A download that brings nothing for this long is given up. */
const STALL_SECONDS = 20

/** Bytes so far, and in all where the server tells. */
export type OnProgress = (loaded: number, total: number | null) => void

/** Why a file could not be had. */
export type Fault =
  | { kind: 'unreachable'; cause: string }
  | { kind: 'status'; status: number }
  | { kind: 'webPage' }
  | { kind: 'stalled'; seconds: number }
  /** It has more than so many MB. */
  | { kind: 'tooLarge'; most: number }

/** Makes the error of a fault. */
export type FaultError = (fault: Fault) => Error

export interface DownloadOptions {
  onProgress: OnProgress
  error: FaultError
  signal?: AbortSignal | undefined
  /** A file of more bytes is given up. */
  most?: number
}

/** Fetches a file whole. Once `signal` is aborted it fails with the signal's reason. */
export async function download(
  address: string,
  { onProgress, error, signal, most = Infinity }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted()
  const stop = new AbortController()
  const unwanted = () => {
    stop.abort(signal?.reason)
  }
  signal?.addEventListener('abort', unwanted)
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stop.abort(error({ kind: 'stalled', seconds: STALL_SECONDS }))
    }, STALL_SECONDS * 1000)
  }
  try {
    wait()
    const response = await request(address, error, stop.signal)
    const total = totalOf(response)
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let loaded = 0
    const reader = response.body?.getReader()
    for (;;) {
      const chunk = (await reader?.read().catch(lost(error, stop.signal)))?.value
      if (!chunk) break
      wait()
      chunks.push(chunk)
      loaded += chunk.length
      if (loaded > most) throw error({ kind: 'tooLarge', most: Math.round(most / 1e6) })
      onProgress(loaded, total !== null && loaded <= total ? total : null)
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer())
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', unwanted)
    // Of a download that is over this does nothing, of another it is the end.
    stop.abort()
  }
}

/** Asks for a file and looks that it is one: many servers answer with a page for what is missing. */
export async function request(
  address: string,
  error: FaultError,
  signal: AbortSignal | null,
): Promise<Response> {
  const response = await fetch(address, { signal }).catch(lost(error, signal))
  if (!response.ok) throw error({ kind: 'status', status: response.status })
  const type = response.headers.get('content-type') ?? ''
  if (/^text\/html\b/i.test(type)) throw error({ kind: 'webPage' })
  return response
}

/** What is thrown when the line breaks, or nobody wants the file any more. */
function lost(error: FaultError, signal: AbortSignal | null) {
  return (thrown: unknown): never => {
    signal?.throwIfAborted()
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    throw error({ kind: 'unreachable', cause })
  }
}

/** What people call an address. */
export function placeOf(address: string): { file: string; host: string } {
  const { host, pathname } = new URL(address)
  return { file: pathname.slice(pathname.lastIndexOf('/') + 1) || address, host }
}

/** With a content encoding the header counts compressed bytes, and the page sees the others. */
function totalOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? NaN)
  return headers.has('content-encoding') || !(length > 0) ? null : length
}
