import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** MNIST at one fixed revision; the page itself falls back to the same place. */
const MIRROR = 'https://cdn.jsdelivr.net/gh/fgnt/mnist@ae608a02b796c9ee908c082585a5f006fe05258e/'
const TIMEOUT_MILLISECONDS = 20_000

/** SHA-256 of each file as it is distributed, packed with gzip. */
export const MNIST_SHA256 = {
  'train-images-idx3-ubyte.gz': '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
  'train-labels-idx1-ubyte.gz': '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
  't10k-images-idx3-ubyte.gz': '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
  't10k-labels-idx1-ubyte.gz': 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
}

/** What the page trains on: the training images first, because the test images are seldom asked for. */
export const PAGE_FILES = [
  'train-labels-idx1-ubyte.gz',
  'train-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
  't10k-images-idx3-ubyte.gz',
]

/**
 * Puts verified MNIST files into `folder`: those already there stay, the others come from
 * `source` (a folder) or, when that is undefined, from the mirror. Throws an `Error` with one
 * sentence when a file cannot be had; a file is either there whole or not at all.
 */
export async function placeMnist(folder, { source, files = PAGE_FILES } = {}) {
  await mkdir(folder, { recursive: true })
  for (const file of files) {
    const target = join(folder, file)
    const present = await readFile(target).catch(() => null)
    if (present && sha256(present) === MNIST_SHA256[file]) continue
    const [bytes, origin] = await obtain(file, source)
    if (sha256(bytes) !== MNIST_SHA256[file]) {
      throw new Error(
        `${origin} is not MNIST's ${file}: its SHA-256 is ${sha256(bytes)}, expected ${MNIST_SHA256[file]}.`,
      )
    }
    await writeFile(`${target}.part`, bytes)
    await rename(`${target}.part`, target)
  }
}

async function obtain(file, source) {
  if (source !== undefined) {
    const path = join(source, file)
    const bytes = await readFile(path).catch((error) => {
      throw new Error(`${path} could not be read: ${error.message}.`)
    })
    return [bytes, path]
  }
  const address = MIRROR + file
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) })
    if (!response.ok) throw new Error(`HTTP status ${response.status}`)
    return [Buffer.from(await response.arrayBuffer()), address]
  } catch (error) {
    const cause = error.cause?.message ?? error.message
    throw new Error(`${address} could not be fetched: ${cause}.`, { cause: error })
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
