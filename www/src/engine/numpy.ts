import type { DataSet } from '../../../pkg/ganvas_webgpu.js'
import { fault } from './errors'
import type { Wasm } from './module'
import type { NumpySource } from './types'
import { filesInZip, type Packed } from './zip'

/** Larger arrays are refused, too, once they are read; this is before they are unpacked. */
const MOST_BYTES = 256 * 2 ** 20 + 2 ** 17

/** Bytes of an array's beginning, in which its header is. */
const START = 2 ** 17

/** Most arrays that are looked at, and bytes of all of them together. */
const MOST_ARRAYS = 64
const MOST_TOGETHER = 2 ** 30

type Bytes = Uint8Array<ArrayBuffer>

/** The data set in a `.npy` file, or in a `.npz` file of several arrays. */
export async function readNumpy(
  wasm: Wasm,
  { name, images, labels }: NumpySource,
): Promise<DataSet> {
  const [own, beside] = await arraysOf(wasm, name, images)
  const others = beside === null && labels ? await onlyArray(wasm, name, labels) : beside
  return wasm.DataSet.numpy(name, own, others)
}

/** The array of images, and that of labels if the file has one. */
async function arraysOf(wasm: Wasm, name: string, file: Blob): Promise<[Bytes, Bytes | null]> {
  if (!(await isArchive(file))) return [await whole(name, file), null]
  const arrays = await arraysIn(wasm, name, file)
  // Unpacked one after the other: together they may be large.
  const starts: Bytes[] = []
  for (const array of arrays) {
    const blob = await array.blob()
    starts.push(new Uint8Array(await blob.slice(0, START).arrayBuffer()))
  }
  const names = arrays.map(({ path }) => path.replace(/\.npy$/, ''))
  const chosen = JSON.parse(wasm.chooseArrays(name, names, starts)) as {
    images: number
    labels: number | null
  }
  return [
    await unpacked(name, arrays[chosen.images]),
    chosen.labels === null ? null : await unpacked(name, arrays[chosen.labels]),
  ]
}

/** A file that holds labels alone. */
async function onlyArray(wasm: Wasm, name: string, file: Blob): Promise<Bytes> {
  if (!(await isArchive(file))) return await whole(name, file)
  const [first] = await arraysIn(wasm, name, file)
  return await unpacked(`${name}, labels`, first)
}

async function unpacked(name: string, array: Packed | undefined): Promise<Bytes> {
  if (!array) throw fault('DataError', 'noArray', { name })
  return await whole(name, await array.blob())
}

async function arraysIn(wasm: Wasm, name: string, file: Blob): Promise<Packed[]> {
  const arrays = (await filesInZip(wasm, name, file)).filter(({ path }) => path.endsWith('.npy'))
  const bytes = arrays.reduce((sum, { size }) => sum + size, 0)
  if (arrays.length > MOST_ARRAYS || bytes > MOST_TOGETHER) {
    throw fault('DataError', 'tooManyArrays', {
      name,
      count: arrays.length,
      size: Math.round(bytes / 1e6),
      most: MOST_ARRAYS,
      largest: Math.round(MOST_TOGETHER / 1e6),
    })
  }
  return arrays
}

async function isArchive(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return start[0] === 0x50 && start[1] === 0x4b
}

async function whole(name: string, file: Blob): Promise<Bytes> {
  if (file.size <= MOST_BYTES) return new Uint8Array(await file.arrayBuffer())
  const size = Math.round(file.size / 1e6)
  const most = Math.round(MOST_BYTES / 1e6)
  throw fault('DataError', 'arrayTooLarge', { name, size, most })
}
