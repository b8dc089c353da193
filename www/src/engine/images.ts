import type { DataSet, ImageSet } from '../../../pkg/ganvas_webgpu.js'
import { holdsImages, isHidden, isImage, isParquet, isTar } from '../shared/file-names'
import { ahead } from './ahead'
import { asError, fault, reason, reasonOf } from './errors'
import { imageSize } from './image-size'
import { innermost, inside } from './inside'
import type { Wasm } from './module'
import type { Sentence } from '../shared/sentence'
import type { ImageReport, ImageSource, Progress } from './types'
import { filesInZip, type Packed } from './zip'

/** Images whose headers are read while others are decoded. */
const LOOKED_AHEAD = 64

/** Bytes of files that are read ahead; large photographs need memory, one after the other. */
const AHEAD_BYTES = 8e6

/** Images that are decoded while others are drawn: many, because a training takes turns with them. */
const DECODED_AHEAD = 64

/** Pixels that are decoded at once, four bytes each; one image alone may have as many. */
const AHEAD_PIXELS = 2 ** 24

/** Larger files are no photographs. */
const MOST_BYTES = 256 * 2 ** 20

/** Bytes of a file's beginning that tell what it is. */
const START = 4096

/** Time between two reports of progress, in milliseconds. */
const PAUSE = 100

/**
 * Decodes images of one's own into a data set, in the order of their paths. What is broken is
 * skipped; the report says so.
 */
export async function readImages(
  wasm: Wasm,
  { name, files, others = [], options, matching }: ImageSource,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<{ data: DataSet; report: ImageReport }> {
  const listed = await list(wasm, files)
  signal.throwIfAborted()
  const images = chosen(listed.images, matching)
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const set = new wasm.ImageSet(name, JSON.stringify(options), bytes)
  const reading = new Reading(set, images.length, onProgress)
  try {
    if (!matching) for (const path of [...others, ...listed.others]) set.leaveOut(path)
    const limits = { count: LOOKED_AHEAD, weight: AHEAD_BYTES }
    const looks = ahead(
      images,
      limits,
      ({ size }) => size,
      (image) => look(wasm, set, image),
    )
    for await (const [{ path }, looked] of looks) {
      signal.throwIfAborted()
      await reading.take(path, looked)
    }
    await reading.finish(signal)
    const data = set.finish()
    return { data, report: JSON.parse(set.report()) as ImageReport }
  } finally {
    set.free()
    reading.close()
  }
}

/** An image, and its path as seen from the folder or ZIP file that it lies in. */
type Listed = Packed & { seen: string; isPacked: boolean }

/** Every image, those in ZIP files as well, and the paths of all other files. */
async function list(
  wasm: Wasm,
  files: ImageSource['files'],
): Promise<{ images: Listed[]; others: string[] }> {
  const found: Listed[] = []
  const visible = (packed: Packed[]) => packed.filter(({ path }) => !isHidden(path))
  const loose = files.filter(({ path }) => !holdsImages(path))
  const seen = inside(loose.map(({ path }) => path))
  for (const [index, { path, blob }] of loose.entries()) {
    const blobOf = () => Promise.resolve(blob)
    const own = seen[index] ?? path
    found.push({ path, seen: own, size: blob.size, blob: blobOf, isPacked: false })
  }
  for (const { path, blob } of files.filter(({ path }) => holdsImages(path))) {
    const entries = visible(await filesIn(wasm, path, blob))
    const seen = innermost(entries.map((packed) => packed.path))
    for (const [index, packed] of entries.entries()) {
      const whole = `${path}/${packed.path}`
      found.push({ ...packed, path: whole, seen: seen[index] ?? whole, isPacked: true })
    }
  }
  const images = found.filter(({ path }) => isImage(path) && !isHidden(path))
  const others = found.filter(({ path }) => !isImage(path) && !isHidden(path))
  if (images.length === 0 && others.length === 0) {
    const name = files[0]?.path
    throw name === undefined
      ? fault('DataError', 'folderIsEmpty')
      : fault('DataError', 'noFilesInside', { name })
  }
  return {
    images: images.sort(
      (one, other) => Number(one.path > other.path) || -Number(one.path < other.path),
    ),
    others: others.map(({ path }) => path),
  }
}

/** The files that an archive or a table holds. */
async function filesIn(wasm: Wasm, path: string, blob: Blob): Promise<Packed[]> {
  if (isTar(path)) return (await (await import('./field/tar')).filesInTar(path, blob)) ?? []
  if (isParquet(path)) return await (await import('./field/parquet')).filesInParquet(path, blob)
  return await filesInZip(wasm, path, blob)
}

/** Those that match. */
function chosen(images: Listed[], matching: RegExp | undefined): Listed[] {
  if (!matching || images.length === 0) return images
  const matched = images.filter(({ seen }) => matching.test(seen))
  if (matched.length > 0) return matched
  const first = images[0]?.seen ?? ''
  throw fault('DataError', 'noneMatches', { count: images.length, first })
}

/** An image of which the header was read, or why there is none. */
type Looked = { blob: Blob; width: number; height: number } | Sentence

/** Never rejects: what comes of it may be asked for late, or not at all. */
async function look(wasm: Wasm, set: ImageSet, image: Listed): Promise<Looked> {
  const { size, isPacked } = image
  if (size === 0) return reason('emptyImage')
  if (size > MOST_BYTES) {
    const most = Math.round(MOST_BYTES / 1e6)
    return reason('imageTooLarge', { size: Math.round(size / 1e6), most })
  }
  // Before anything is waited for, so that it is always the same files that are too much.
  const tooMuch = isPacked ? set.unpacks(size) : undefined
  if (tooMuch !== undefined) return parsed(tooMuch)
  try {
    const blob = await image.blob()
    const found = await imageSize(blob)
    if (found) return { blob, ...found }
    const start = new Uint8Array(await blob.slice(0, START).arrayBuffer())
    return reason('notAnImage', { kind: parsed(wasm.kindOfFile(start)) })
  } catch (thrown) {
    return isPacked ? reasonOf(asError(thrown)) : reason('imageUnreadable')
  }
}

/** A sentence of the engine's module. */
const parsed = (json: string) => JSON.parse(json) as Sentence

/** An image, or why there is none. */
type Decoded = ImageBitmap | Sentence

/** Images on their way into a set: as many at once as have few enough pixels together. */
class Reading {
  readonly #set: ImageSet
  readonly #painter = new Painter()
  readonly #count: number
  readonly #onProgress: Progress
  readonly #decoding: { path: string; pixels: number; image: Promise<Decoded> }[] = []
  #pixels = 0
  #added = 0
  #told = performance.now()

  constructor(set: ImageSet, count: number, onProgress: Progress) {
    this.#set = set
    this.#count = count
    this.#onProgress = onProgress
  }

  /** Begins to decode an image, once there is room. */
  async take(path: string, looked: Looked): Promise<void> {
    if ('english' in looked) {
      await this.#push(path, 0, () => Promise.resolve(looked))
      return
    }
    const { blob, width, height } = looked
    const why = this.#set.refuses(width, height)
    const decode = () => (why === undefined ? decodedOf(blob) : Promise.resolve(parsed(why)))
    await this.#push(path, why === undefined ? width * height : 0, decode)
  }

  /** Adds all that are still being decoded. */
  async finish(signal: AbortSignal): Promise<void> {
    while (this.#decoding.length > 0) {
      await this.#addFirst()
      signal.throwIfAborted()
    }
  }

  /** Lets go of what is still being decoded. */
  close(): void {
    for (const { image } of this.#decoding) void image.then(release)
  }

  async #push(path: string, pixels: number, decode: () => Promise<Decoded>): Promise<void> {
    const isFull = () =>
      this.#decoding.length >= DECODED_AHEAD || this.#pixels + pixels > AHEAD_PIXELS
    while (this.#decoding.length > 0 && isFull()) await this.#addFirst()
    this.#pixels += pixels
    this.#decoding.push({ path, pixels, image: decode() })
  }

  async #addFirst(): Promise<void> {
    const first = this.#decoding.shift()
    if (!first) return
    add(this.#set, this.#painter, first.path, await first.image)
    this.#pixels -= first.pixels
    this.#added += 1
    if (performance.now() - this.#told > PAUSE) {
      this.#onProgress(this.#added, this.#count)
      this.#told = performance.now()
    }
  }
}

/** Never rejects. */
async function decodedOf(blob: Blob): Promise<Decoded> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch {
    return reason('imageBroken')
  }
}

function add(set: ImageSet, painter: Painter, path: string, decoded: Decoded): void {
  if ('english' in decoded) {
    set.skip(path, JSON.stringify(decoded))
    return
  }
  const { width, height } = decoded
  set.add(path, width, height, painter.pixels(decoded))
}

function release(decoded: Decoded): void {
  if ('close' in decoded) decoded.close()
}

/** Turns bitmaps into bytes, on one canvas for all. */
class Painter {
  readonly #context = context()

  /** The pixels of a bitmap, which is closed. */
  pixels(bitmap: ImageBitmap): Uint8Array {
    const { width, height } = bitmap
    const { canvas } = this.#context
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    } else this.#context.clearRect(0, 0, width, height)
    this.#context.drawImage(bitmap, 0, 0)
    bitmap.close()
    return new Uint8Array(this.#context.getImageData(0, 0, width, height).data.buffer)
  }
}

function context(): OffscreenCanvasRenderingContext2D {
  const canvas = 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(1, 1) : null
  const made = canvas?.getContext('2d', { willReadFrequently: true })
  if (!made) throw fault('DataError', 'noCanvas')
  return made
}
