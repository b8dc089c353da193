import * as shared from '../shared/download'
import { Failure } from './failure'

export type { OnProgress } from '../shared/download'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20

/** Fetches a file whole; a page in its place is refused. Fails with a `DownloadError`. */
export function download(
  address: string,
  onProgress: shared.OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return shared.download(address, { onProgress, error: errorOf(address), signal, most: MOST_BYTES })
}

/** Says why a file cannot be had. */
export function errorOf(address: string): shared.FaultError {
  return (fault) => {
    const text = fault.kind === 'unreachable' ? unreachable(address) : fault.kind
    return new Failure('DownloadError', text, { ...shared.placeOf(address), ...fault })
  }
}

/** Browsers tell a script no more than that it did not work. */
function unreachable(address: string) {
  if (!navigator.onLine) return 'offline'
  return new URL(address).origin === location.origin ? 'unreachable' : 'unreachableElsewhere'
}
