import { download as fetched, type FaultError, placeOf } from '../shared/download'
import { fault, NamedError, superseded } from './errors'
import type { Progress } from './types'

export interface DownloadOptions {
  signal?: AbortSignal
  /** A file of more bytes is given up. */
  most?: number
  /** It lies on another site, which may not let pages read it. */
  isElsewhere?: boolean
}

/** Fetches a file whole, telling how far it is. Any failure is a `DownloadError` with a sentence. */
export async function download(
  address: string,
  onProgress: Progress,
  { isElsewhere = false, ...options }: DownloadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const error = downloadFault(address, isElsewhere)
  try {
    return await fetched(address, { ...options, onProgress, error })
  } catch (thrown) {
    if (!options.signal?.aborted) throw thrown
    const { reason } = options.signal as { reason: unknown }
    throw reason instanceof NamedError ? reason : superseded()
  }
}

/** Says why a file cannot be had. */
export function downloadFault(address: string, isElsewhere: boolean): FaultError {
  return ({ kind, ...values }) => {
    // Browsers tell scripts no more than that it did not work.
    const text = kind === 'unreachable' && isElsewhere ? 'unreachableElsewhere' : kind
    return fault('DownloadError', text, { ...placeOf(address), ...values })
  }
}
