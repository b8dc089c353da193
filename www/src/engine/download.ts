import { download as fetched, type Fault, placeOf } from '../shared/download'
import { NamedError } from './errors'
import type { Progress } from './types'

export interface DownloadOptions {
  signal?: AbortSignal
  /** A file of more bytes is given up. */
  most?: number
  /** A further sentence, for when no answer came. */
  advice?: string
}

/** Fetches a file whole, telling how far it is. Any failure is a `DownloadError` with a sentence. */
export async function download(
  address: string,
  onProgress: Progress,
  { advice, ...options }: DownloadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const error = (fault: Fault) => {
    const { file, host } = placeOf(address)
    const sentence = `${file} could not be fetched from ${host}: ${causeOf(fault)}.`
    const isAdvised = advice !== undefined && fault.kind === 'unreachable'
    return new NamedError('DownloadError', isAdvised ? `${sentence} ${advice}` : sentence)
  }
  try {
    return await fetched(address, { ...options, onProgress, error })
  } catch (thrown) {
    if (!options.signal?.aborted) throw thrown
    const { reason } = options.signal as { reason: unknown }
    throw reason instanceof NamedError
      ? reason
      : new NamedError('Superseded', 'Another choice was made meanwhile.')
  }
}

function causeOf(fault: Fault): string {
  switch (fault.kind) {
    case 'unreachable':
      return fault.cause
    case 'status':
      return `HTTP status ${fault.status}`
    case 'webPage':
      return 'what lies there is a web page'
    case 'stalled':
      return `nothing arrived for ${fault.seconds} seconds`
    case 'tooLarge':
      return `it has more than ${fault.most} MB`
  }
}
