import * as wasm from '../../../pkg/ganvas.js'
import { isHidden, isImage, isZip } from '../files/names'
import { NamedError } from './errors'
import type { DataSource, ImageReport, Progress } from './types'
import { filesInZip, type Packed } from './zip'

type ImageSource = Extract<DataSource, { kind: 'images' }>

/** Images that are decoded while others are drawn: many, because a training takes turns with them. */
const AHEAD = 64

/** Bytes of files that are decoded at once; large photographs need memory, one after the other. */
const AHEAD_BYTES = 8e6

/** Larger files are no photographs. */
const MOST_BYTES = 256 * 2 ** 20

/** Time between two reports of progress, in milliseconds. */
const PAUSE = 100

/**
 * Decodes images of one's own into a data set, in the order of their paths. What is broken is
 * skipped; the report says so.
 */
export async function readImages(
  { name, files, options }: ImageSource,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<{ data: wasm.DataSet; report: ImageReport }> {
  const images = await list(files)
  const set = new wasm.ImageSet(name, JSON.stringify(options))
  const painter = new Painter()
  const ahead: Promise<Decoded>[] = []
  let bytes = 0
  let told = performance.now()
  try {
    for (const [index, { path, size }] of images.entries()) {
      for (const image of images.slice(index + ahead.length, index + AHEAD)) {
        if (ahead.length > 0 && bytes + image.size > AHEAD_BYTES) break
        bytes += image.size
        ahead.push(decode(image))
      }
      const decoded = await ahead.shift()
      bytes -= size
      if (signal.aborted) {
        release(decoded)
        throw new NamedError('Superseded', 'Another choice was made meanwhile.')
      }
      add(set, painter, path, decoded)
      if (performance.now() - told > PAUSE) {
        onProgress(index + 1, images.length)
        told = performance.now()
      }
    }
    const data = set.finish()
    return { data, report: JSON.parse(set.report()) as ImageReport }
  } finally {
    set.free()
    for (const decoding of ahead) void decoding.then(release)
  }
}

/** Every image, those in ZIP files as well. */
async function list(files: ImageSource['files']): Promise<Packed[]> {
  const found: Packed[] = []
  for (const { path, blob } of files) {
    if (isZip(path)) {
      for (const packed of await filesInZip(path, blob)) {
        found.push({ ...packed, path: `${path}/${packed.path}` })
      }
    } else found.push({ path, size: blob.size, blob: () => Promise.resolve(blob) })
  }
  const images = found.filter(({ path }) => isImage(path) && !isHidden(path))
  if (images.length === 0) {
    throw new NamedError(
      'DataError',
      `${files[0]?.path ?? 'The folder'} holds no images (JPEG, PNG, WebP, GIF or BMP).`,
    )
  }
  return images.sort(
    (one, other) => Number(one.path > other.path) || -Number(one.path < other.path),
  )
}

/** An image, or why there is none. */
type Decoded = ImageBitmap | string

/** Never rejects: what comes of it may be asked for late, or not at all. */
async function decode(image: Packed): Promise<Decoded> {
  if (image.size === 0) return 'it is empty'
  if (image.size > MOST_BYTES) {
    return `it takes ${Math.round(image.size / 1e6)} MB; the limit is ${Math.round(MOST_BYTES / 1e6)}`
  }
  let blob
  try {
    blob = await image.blob()
  } catch {
    return 'it could not be read'
  }
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch {
    return 'it is broken, or no JPEG, PNG, WebP, GIF or BMP'
  }
}

function add(set: wasm.ImageSet, painter: Painter, path: string, decoded?: Decoded): void {
  if (typeof decoded !== 'object') {
    set.skip(path, decoded ?? 'it was lost')
    return
  }
  try {
    const { width, height } = decoded
    const why = set.refuses(width, height)
    if (why === undefined) set.add(path, width, height, painter.pixels(decoded))
    else set.skip(path, why)
  } finally {
    decoded.close()
  }
}

function release(decoded?: Decoded): void {
  if (typeof decoded === 'object') decoded.close()
}

/** Turns bitmaps into bytes, on one canvas for all. */
class Painter {
  readonly #context = context()

  pixels(bitmap: ImageBitmap): Uint8Array {
    const { width, height } = bitmap
    const { canvas } = this.#context
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    } else this.#context.clearRect(0, 0, width, height)
    this.#context.drawImage(bitmap, 0, 0)
    return new Uint8Array(this.#context.getImageData(0, 0, width, height).data.buffer)
  }
}

function context(): OffscreenCanvasRenderingContext2D {
  const canvas = 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(1, 1) : null
  const made = canvas?.getContext('2d', { willReadFrequently: true })
  if (!made) throw new NamedError('DataError', 'This browser gives no canvas to read images with.')
  return made
}
