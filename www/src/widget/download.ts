import { Failure } from './failure'

/** Bytes so far, and in all where the server tells. */
export type OnProgress = (loaded: number, total: number | null) => void

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20
/** A download that brings nothing for this long is given up. */
const STALL_SECONDS = 20

/** Fetches a file whole; a page in its place is refused. Fails with a `DownloadError`. */
export async function download(
  address: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const place = placeOf(address)
  const stalled = new Failure('DownloadError', 'stalled', { ...place, seconds: STALL_SECONDS })
  const watch = new Watch(signal, stalled)
  try {
    const response = await request(address, watch.signal)
    const total = totalOf(response)
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let loaded = 0
    const reader = response.body?.getReader()
    for (;;) {
      const chunk = (await reader?.read())?.value
      if (!chunk) break
      watch.heard()
      chunks.push(chunk)
      loaded += chunk.length
      if (loaded > MOST_BYTES) {
        const most = Math.round(MOST_BYTES / 1e6)
        throw new Failure('DownloadError', 'tooLarge', { ...place, most })
      }
      onProgress(loaded, total !== null && loaded <= total ? total : null)
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer())
  } catch (thrown) {
    if (watch.signal.aborted) throw watch.signal.reason
    throw thrown instanceof Failure ? thrown : unreachable(address)
  } finally {
    watch.end()
  }
}

/** Asks for a file and looks that it is one: many servers answer with a page for what is missing. */
export async function request(address: string, signal: AbortSignal | null): Promise<Response> {
  let response
  try {
    response = await fetch(address, { signal })
  } catch {
    signal?.throwIfAborted()
    throw unreachable(address)
  }
  const { status } = response
  if (!response.ok) throw new Failure('DownloadError', 'status', { ...placeOf(address), status })
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
    throw new Failure('DownloadError', 'webPage', placeOf(address))
  }
  return response
}

/** Browsers tell a script no more than that it did not work. */
function unreachable(address: string): Failure {
  const place = placeOf(address)
  if (!navigator.onLine) return new Failure('DownloadError', 'offline', place)
  const isElsewhere = new URL(address).origin !== location.origin
  return new Failure('DownloadError', isElsewhere ? 'unreachableElsewhere' : 'unreachable', place)
}

function placeOf(address: string): { file: string; host: string } {
  const { host, pathname } = new URL(address)
  return { file: pathname.slice(pathname.lastIndexOf('/') + 1) || address, host }
}

/** With a content encoding the header counts compressed bytes. */
function totalOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? NaN)
  return headers.has('content-encoding') || !(length > 0) ? null : length
}

/** Gives a download up when it is no longer wanted, or nothing comes. */
class Watch {
  readonly #stop = new AbortController()
  readonly #wanted: AbortSignal
  readonly #stalled: Failure
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(wanted: AbortSignal, stalled: Failure) {
    this.#wanted = wanted
    this.#stalled = stalled
    wanted.addEventListener('abort', this.#unwanted)
    if (wanted.aborted) this.#unwanted()
    this.heard()
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  heard(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#stop.abort(this.#stalled)
    }, STALL_SECONDS * 1000)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#wanted.removeEventListener('abort', this.#unwanted)
    // Of a download that is over this does nothing, of another it is the end.
    this.#stop.abort()
  }

  readonly #unwanted = (): void => {
    this.#stop.abort(this.#wanted.reason)
  }
}
