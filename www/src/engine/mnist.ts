import { asError, fault, isGivenUp, reasonOf } from './errors'
import { fromMirror, fromPage, type Mirror, type Search } from './mirror'
import { type Expected, type Part, PARTS } from './mnist-files'
import type { Progress } from './types'

const MNIST: Mirror = {
  name: 'MNIST',
  own: 'data/mnist/',
  address: 'https://cdn.jsdelivr.net/gh/fgnt/mnist@ae608a02b796c9ee908c082585a5f006fe05258e/',
  cache: 'ganvas-mnist-ae608a02',
}

/** The files of a part: images, and a label for each. */
export interface Mnist {
  images: Uint8Array<ArrayBuffer>
  labels: Uint8Array<ArrayBuffer>
}

type Fetch = (file: Expected, onProgress: Progress) => Promise<Uint8Array<ArrayBuffer>>

/** Looks for parts of MNIST. Throws `MnistUnavailable` when they cannot be had. */
export async function findMnist(search: Search, parts: readonly Part[]): Promise<Mnist[]> {
  try {
    const wanted = parts.map((part) => PARTS[part])
    return await beside(MNIST, search, (fetchFile) => all(search, wanted, fetchFile))
  } catch (thrown) {
    const error = asError(thrown)
    if (isGivenUp(error)) throw error
    throw fault('MnistUnavailable', 'mnistNowhere', { why: reasonOf(error) })
  }
}

/** Takes files from beside the page, or else from the mirror; throws why that does not have them. */
export async function beside<Files>(
  mirror: Mirror,
  search: Search,
  take: (fetchFile: Fetch) => Promise<Files>,
): Promise<Files> {
  try {
    return await take((file, onProgress) => fromPage(mirror, file, onProgress, search))
  } catch (thrown) {
    const error = asError(thrown)
    if (isGivenUp(error)) throw error
    // A missing copy is the usual case and no news; a wrong one is.
    if (error.name === 'WrongFile') search.onNotice(reasonOf(error))
  }
  return await take((file, onProgress) => fromMirror(mirror, file, onProgress, search))
}

/** The files of parts that are called as MNIST's. */
export async function all(
  search: Search,
  wanted: readonly { images: Expected; labels: Expected }[],
  fetchFile: Fetch,
): Promise<Mnist[]> {
  // Labels first: they are small, and a place without them is left before the long download.
  const labels: Mnist['labels'][] = []
  for (const part of wanted) labels.push(await fetchFile(part.labels, () => undefined))
  const packed = wanted.reduce((sum, { images }) => sum + images.gzip.length, 0)
  const found: Mnist[] = []
  let before = 0
  for (const [index, part] of wanted.entries()) {
    const images = await fetchFile(part.images, (loaded, total) => {
      const known = total ?? (loaded <= part.images.gzip.length ? part.images.gzip.length : null)
      const isPacked = known === part.images.gzip.length
      search.onProgress(before + loaded, isPacked ? packed : wanted.length === 1 ? known : null)
    })
    before += images.length
    found.push({ images, labels: labels[index] ?? new Uint8Array() })
  }
  return found
}
