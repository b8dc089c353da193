import { download } from '../engine/download'
import { fault } from '../engine/errors'
import type { Progress } from '../engine/types'
import { absoluteAddress } from '../shared/address'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20

/** A generator's file from an address, absolute or from the page. */
export async function fetchGenerator(
  address: string,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const href = absoluteAddress(address, document.baseURI)
  if (href === null) throw fault('DownloadError', 'notAnAddress', { address })
  const isElsewhere = new URL(href).origin !== location.origin
  return await download(href, onProgress, { signal, most: MOST_BYTES, isElsewhere })
}
