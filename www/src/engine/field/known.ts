import type { DataSet } from '../../../../pkg/ganvas_webgpu.js'
import { asError, fault, isGivenUp, reasonOf } from '../errors'
import { readImages } from '../images'
import type { Mirror, Search } from '../mirror'
import { all, beside } from '../mnist'
import type { Expected } from '../mnist-files'
import type { Wasm } from '../module'
import type { Field } from '../types'

/** A file that is always packed, or is Parquet, which no server packs. */
const file = (name: string, length: number, sha256: string): Expected => ({
  file: name,
  gzip: { length, sha256 },
  plain: { length, sha256 },
})

/** Data sets in files that are called as MNIST's. */
const LIKE_MNIST: Readonly<
  Record<Exclude<Field, 'cifar-10'>, Mirror & { images: Expected; labels: Expected }>
> = {
  'fashion-mnist': {
    name: 'Fashion-MNIST',
    own: 'data/fashion-mnist/',
    address:
      'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/',
    cache: 'ganvas-fashion-mnist-b2617bb6',
    images: file(
      'train-images-idx3-ubyte.gz',
      26_421_880,
      '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84',
    ),
    labels: file(
      'train-labels-idx1-ubyte.gz',
      29_515,
      'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845',
    ),
  },
  kmnist: {
    name: 'KMNIST',
    own: 'data/kmnist/',
    address:
      'https://huggingface.co/datasets/tanganke/kmnist/resolve/53810959241e8f35890445245170c8cec0672f81/raw/',
    cache: 'ganvas-kmnist-53810959',
    images: file(
      'train-images-idx3-ubyte.gz',
      18_165_135,
      '51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4',
    ),
    labels: file(
      'train-labels-idx1-ubyte.gz',
      29_497,
      'e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17',
    ),
  },
}

/** CIFAR-10's training images as a table of PNG files, which is smaller than what its authors publish. */
const CIFAR_10: Mirror = {
  name: 'CIFAR-10',
  own: 'data/cifar-10/',
  address:
    'https://huggingface.co/datasets/uoft-cs/cifar10/resolve/0b2714987fa478483af9968de7c934580d0bb9a2/plain_text/',
  cache: 'ganvas-cifar-10-0b271498',
}
const CIFAR_10_IMAGES = file(
  'train-00000-of-00001.parquet',
  119_705_255,
  '8428b53a88a11ac374111006708df51469e315a22ac6d66470afd9c78d2ae883',
)

/** What its authors publish, to be chosen where it cannot be fetched. */
const FILES: Readonly<Record<Field, string>> = {
  'fashion-mnist':
    'train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz (github.com/zalandoresearch/fashion-mnist)',
  kmnist: 'train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz (github.com/rois-codh/kmnist)',
  'cifar-10': 'cifar-10-binary.tar.gz (www.cs.toronto.edu/~kriz/cifar.html)',
}

/** Fetches a data set of the field; a `DataError` says what to choose where it cannot be had. */
export async function findField(wasm: Wasm, field: Field, search: Search): Promise<DataSet> {
  const name = field === 'cifar-10' ? CIFAR_10.name : LIKE_MNIST[field].name
  let fetched: Uint8Array<ArrayBuffer>[]
  try {
    fetched = await files(field, search)
  } catch (thrown) {
    const error = asError(thrown)
    if (isGivenUp(error)) throw error
    const why = reasonOf(error)
    throw fault('DataError', 'fieldNowhere', { name, why, files: FILES[field] })
  }
  const [images, labels] = fetched
  if (!images) throw fault('DataError', 'noFilesInside', { name })
  if (field === 'cifar-10') return await cifar10(wasm, new Blob([images]), search)
  const read = wasm.DataSet.idx(name, images, labels)
  try {
    return read.known(field)
  } finally {
    read.free()
  }
}

async function files(field: Field, search: Search): Promise<Uint8Array<ArrayBuffer>[]> {
  if (field === 'cifar-10') {
    return await beside(CIFAR_10, search, async (fetchFile) => [
      await fetchFile(CIFAR_10_IMAGES, search.onProgress),
    ])
  }
  const set = LIKE_MNIST[field]
  const found = await beside(set, search, (fetchFile) => all(search, [set], fetchFile))
  return found.flatMap(({ images, labels }) => [images, labels])
}

async function cifar10(wasm: Wasm, table: Blob, search: Search): Promise<DataSet> {
  const { name } = CIFAR_10
  const files = [{ path: CIFAR_10_IMAGES.file, blob: table }]
  const size = { crop: 'none', height: 32, width: 32, channels: 3 } as const
  const source = { kind: 'images', name, files, options: { ...size, labelled: true } } as const
  // What is told is bytes, so that the bar goes through a second time and no further.
  const { onProgress, signal } = search
  const told = (done: number, count: number | null) => {
    onProgress(count ? Math.round((table.size * done) / count) : 0, table.size)
  }
  return (await readImages(wasm, { ...source, files: [...files] }, told, signal)).data
}
