/// <reference lib="esnext.disposable" preserve="true" />
import type { Directions, GifOptions, ReadLatent } from '../drawing/calls'
import type { Header } from '../drawing/header'
import type { PathOptions, Points, StudioWay } from '../drawing/way'
import { NamedError } from '../engine/errors'
import { shippedModel } from '../engine/places'
import type { Progress } from '../engine/types'
import { fetchGenerator } from '../generators/fetch'
import type { OpenGenerator } from '../generators/generator'
import * as generators from '../generators/open'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import { classWeights } from '../shared/classes'
import { joined, type Numbers } from '../shared/numbers'
import type { Grid } from '../shared/picture'
import { type EngineOptions, placesIn } from './engine'

/** How a generator is opened. */
export interface GeneratorOptions extends EngineOptions {
  /** `auto` (the default) is the CPU, and WebGPU for generators that are too large for it. */
  backend?: BackendChoice
}

/** How images are drawn. */
export interface DrawOptions {
  /** Of a generator with classes: the class of every image, or one for all; 0 if absent. */
  labels?: number | readonly number[]
  /** Images across; all in one row if absent. */
  columns?: number
}

/** How a walk through the latent space goes. */
export interface WalkOptions {
  seed: number
  /** Where it is at time 0; else at a random point. */
  start: Numbers | null
  /** How far from the mean its points are, 1 as drawn. */
  truncation: number
}

/** Frames of a GIF that are asked for together. */
const FRAMES_AT_A_TIME = 4

const NONE: Numbers = new Float32Array()

/** A trained generator. Latents are plain numbers, one latent after another. */
export class Generator {
  /** What its file says of it: image, latent, classes, training, licence. */
  readonly header: Header
  readonly backend: BackendInfo
  readonly #open: OpenGenerator

  /** @internal */
  constructor(open: OpenGenerator) {
    this.#open = open
    this.header = open.header
    this.backend = open.backend
  }

  /** The first `count` latents of a seed, those of `ganvas sample --seed`. */
  latents(count: number, seed = 0): Promise<Numbers> {
    return this.#at({ kind: 'samples', seed, first: 0, count, truncation: 1, classes: NONE })
  }

  /** Images of latents, side by side as RGBA; `imageData` makes a picture for a canvas of them. */
  async draw(latents: Numbers, { labels = 0, columns }: DrawOptions = {}): Promise<Grid> {
    const count = latents.length / this.header.latent.dimension
    const classes = this.#weights(labels, count)
    const way: StudioWay = { kind: 'points', latents, classes }
    const { rows, width, height, rgba, ...picture } = await this.#open.draw(way, columns ?? count)
    return { columns: picture.columns, rows, width, height, rgba }
  }

  /** What lies a part `t` (0 to 1) of the way from one latent to another, along the great arc. */
  interpolate(from: Numbers, to: Numbers, t: number): Promise<Numbers> {
    return this.along(joined([from, to]), [t], { spherical: true, closed: false })
  }

  /** What lies at parts (0 to 1) of the way through key latents. */
  along(keys: Numbers, parts: number[], options: PathOptions): Promise<Numbers> {
    const stops = Math.ceil(keys.length / this.header.latent.dimension)
    return this.#at({ kind: 'path', stops, parts, ...options, latents: keys, classes: NONE })
  }

  /** Where a walk through the latent space is at these times: about a second to a key latent. */
  walk(times: number[], options: Partial<WalkOptions> = {}): Promise<Numbers> {
    const { seed = 0, start, truncation = 1 } = options
    const latents = start ?? NONE
    return this.#at({ kind: 'stroll', seed, truncation, times, latents, classes: NONE })
  }

  /** `side` × `side` latents around one, up to `radius` of a latent's length away. */
  neighbours(centre: Numbers, side: number, radius: number, seed = 0): Promise<Numbers> {
    return this.#at({ kind: 'neighbours', side, radius, seed, latents: centre, classes: NONE })
  }

  /** The same latents nearer to the mean: 1 leaves them, 0 is the mean. */
  truncated(latents: Numbers, truncation: number): Promise<Numbers> {
    return this.#at({ kind: 'truncated', truncation, latents, classes: NONE })
  }

  /** The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents. */
  arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers> {
    return this.#at({ kind: 'arithmetic', a, b, c, parts: [0, 1], classes: NONE })
  }

  /** The directions of the latent space that move the images most, first those that matter most. */
  directions(): Promise<Directions> {
    return this.#open.calls.directions()
  }

  /** A latent, and its class if it has one, as a short text that another person can paste. */
  writeLatent(latent: Numbers, label: number | null = null): Promise<string> {
    return this.#open.calls.writeLatent(latent, label)
  }

  /** What such a text says, to the last bit. */
  readLatent(text: string): Promise<ReadLatent> {
    return this.#open.calls.readLatent(text)
  }

  /** An animated GIF, a frame for every `images` latents; only for this the whole engine is fetched. */
  async gif(
    latents: Numbers,
    options: GifOptions & Pick<DrawOptions, 'labels'> & { signal?: AbortSignal },
    onProgress?: Progress,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { labels = 0, signal, ...gif } = options
    const { dimension } = this.header.latent
    const count = Math.floor(latents.length / dimension)
    const kinds = this.header.labels?.length ?? 0
    const classes = this.#weights(labels, count)
    const atATime = gif.images === 1 ? FRAMES_AT_A_TIME : gif.images
    const parts: StudioWay[] = []
    for (let first = 0; first < count; first += atATime) {
      const part = (numbers: Numbers, width: number) =>
        numbers.slice(first * width, (first + atATime) * width)
      const points: Points = { latents: part(latents, dimension), classes: part(classes, kinds) }
      parts.push({ kind: 'points', ...points })
    }
    return await this.#open.gif(parts, gif, {
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.(Math.min(done * atATime, count), count),
    })
  }

  /** Frees what it holds; what is under way is rejected. */
  close(): void {
    this.#open.close(new NamedError('EngineClosed', 'The generator was closed.'))
  }

  /** As `close`: `using generator = await openGenerator('mnist-28')`. */
  [Symbol.dispose](): void {
    this.close()
  }

  async #at(way: StudioWay): Promise<Numbers> {
    return (await this.#open.points(way)).latents
  }

  /** For every image the weight of each class. */
  #weights(labels: number | readonly number[], count: number): Numbers {
    const kinds = this.header.labels?.length ?? 0
    return classWeights(kinds, Math.floor(count), (image) => {
      const label = typeof labels === 'number' ? labels : labels[image]
      if (label === undefined || !Number.isInteger(label) || label < 0 || label >= kinds) {
        throw new NamedError(
          'RecipeError',
          `Class ${String(label)} was asked for; the generator has the classes 0 to ${kinds - 1}.`,
        )
      }
      return label
    })
  }
}

/**
 * Opens a generator: a shipped one by name (`anime-64`, …), one by its address, or the bytes of a
 * weight file. Rejects with an `Error` whose `name` is stable: `DownloadError`, `WeightsError` …
 */
export async function openGenerator(
  model: string | URL | Blob | Uint8Array<ArrayBuffer>,
  options: GeneratorOptions = {},
): Promise<Generator> {
  const { backend = 'auto', thread = 'worker', signal, onProgress } = options
  const stop = new AbortController()
  const abort = () => {
    stop.abort(signal?.reason)
  }
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  try {
    const connect = thread === 'main' ? (await import('./here')).drawingHere : undefined
    const file = found(model, onProgress, stop.signal)
    const where = { places: placesIn(options), connect }
    return new Generator(await generators.openGenerator({ ...file, backend }, stop.signal, where))
  } catch (thrown) {
    // What else is still being fetched for it is given up.
    stop.abort(thrown)
    if (signal?.aborted) throw signal.reason
    throw thrown
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** A name of letters, digits and hyphens alone is one of a shipped generator. */
const NAME = /^[a-z\d-]+$/

function found(
  model: string | URL | Blob | Uint8Array<ArrayBuffer>,
  onProgress: Progress = () => undefined,
  signal: AbortSignal,
): { name: string; bytes: Promise<Uint8Array<ArrayBuffer>> } {
  if (typeof model === 'string' || model instanceof URL) {
    const text = String(model)
    const address = NAME.test(text) ? shippedModel(text) : text
    const name = address.slice(address.lastIndexOf('/') + 1)
    return { name, bytes: fetchGenerator(address, onProgress, signal) }
  }
  const name = model instanceof File ? model.name : 'The generator'
  // A copy, because it is handed over: the caller's own stays whole.
  const bytes = model instanceof Blob ? bytesOf(model) : Promise.resolve(model.slice())
  return { name, bytes }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer())
}
