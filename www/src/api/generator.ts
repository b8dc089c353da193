import { NamedError } from '../engine/errors'
import type {
  Directions,
  GifOptions,
  ModelHeader,
  ModelInfo,
  ModelSource,
  Numbers,
  PathOptions,
  ReadCode,
  WalkOptions,
} from '../engine/model'
import { OpenedModel } from '../engine/opened'
import { shippedModel } from '../engine/places'
import type { BackendChoice, BackendInfo, Grid, Progress } from '../engine/types'
import { classWeights } from '../shared/classes'
import { type AnyEngine, type EngineOptions, startEngine } from './engine'

/** How a generator is opened. */
export interface GeneratorOptions extends EngineOptions {
  /** `auto` (the default) takes WebGPU where there is one, else the CPU. */
  backend?: BackendChoice
}

/** How images are drawn. */
export interface DrawOptions {
  /** Of a generator with classes: the class of every image, or one for all; 0 if absent. */
  labels?: number | readonly number[]
  /** Images across; all in one row if absent. */
  columns?: number
}

/** A trained generator. Latents are plain numbers, one latent after another. */
export class Generator {
  /** What its file says of it: image, latent, classes, training, licence. */
  readonly header: ModelHeader
  readonly backend: BackendInfo
  readonly #engine: AnyEngine
  readonly #model: OpenedModel

  /** @internal */
  constructor(engine: AnyEngine, { key, header, backend }: ModelInfo) {
    this.#engine = engine
    this.#model = new OpenedModel(engine, key)
    this.header = header
    this.backend = backend
  }

  /** The first `count` latents of a seed, those of `ganvas sample --seed`. */
  latents(count: number, seed = 0): Promise<Numbers> {
    return this.#model.latents(count, seed)
  }

  /** Images of latents, side by side as RGBA; `imageData` makes a picture for a canvas of them. */
  async draw(latents: Numbers, { labels = 0, columns }: DrawOptions = {}): Promise<Grid> {
    const count = latents.length / this.header.latent.dimension
    const classes = this.#weights(labels, count)
    return await this.#model.draw({ latents, classes }, columns ?? count)
  }

  /** What lies a part `t` (0 to 1) of the way from one latent to another, along the great arc. */
  interpolate(from: Numbers, to: Numbers, t: number): Promise<Numbers> {
    const keys = new Float32Array([...from, ...to])
    return this.along(keys, [t], { spherical: true, closed: false })
  }

  /** What lies at parts (0 to 1) of the way through key latents. */
  along(keys: Numbers, parts: number[], options: PathOptions): Promise<Numbers> {
    return this.#model.along(keys, this.header.latent.dimension, parts, options)
  }

  /** Where a walk through the latent space is at these times: about a second to a key latent. */
  walk(times: number[], options: Partial<WalkOptions> = {}): Promise<Numbers> {
    return this.#model.walk(times, { seed: 0, start: null, truncation: 1, ...options })
  }

  /** `side` × `side` latents around one, up to `radius` of a latent's length away. */
  neighbours(centre: Numbers, side: number, radius: number, seed = 0): Promise<Numbers> {
    return this.#model.neighbours(centre, side, radius, seed)
  }

  /** The same latents nearer to the mean: 1 leaves them, 0 is the mean. */
  truncated(latents: Numbers, truncation: number): Promise<Numbers> {
    return this.#model.truncated(latents, truncation)
  }

  /** The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents. */
  arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers> {
    return this.#model.arithmetic(a, b, c)
  }

  /** The directions of the latent space that move the images most, first those that matter most. */
  directions(): Promise<Directions> {
    return this.#model.directions()
  }

  /** A latent, and its class if it has one, as a short text that another person can paste. */
  writeCode(latent: Numbers, label: number | null = null): Promise<string> {
    return this.#model.writeCode(latent, label)
  }

  /** What such a text says, to the last bit. */
  readCode(text: string): Promise<ReadCode> {
    return this.#model.readCode(text)
  }

  /** An animated GIF, a frame for each latent. */
  gif(
    latents: Numbers,
    options: GifOptions & Pick<DrawOptions, 'labels'>,
    onProgress?: Progress,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const count = latents.length / this.header.latent.dimension
    const classes = this.#weights(options.labels ?? 0, count)
    return this.#model.gif({ latents, classes }, options, onProgress)
  }

  /** Frees what it holds; what is under way in a worker is rejected. */
  close(): void {
    this.#engine.close()
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
  const engine = await startEngine(options)
  try {
    const { name, source } = await found(model)
    const { backend = 'auto', onProgress } = options
    return new Generator(engine, await engine.openModel(name, source, backend, onProgress))
  } catch (thrown) {
    engine.close()
    throw thrown
  }
}

/** A name of letters, digits and hyphens alone is one of a shipped generator. */
const NAME = /^[a-z\d-]+$/

async function found(
  model: string | URL | Blob | Uint8Array<ArrayBuffer>,
): Promise<{ name: string; source: ModelSource }> {
  if (typeof model === 'string' || model instanceof URL) {
    const text = String(model)
    const address = NAME.test(text) ? shippedModel(text) : text
    const name = address.slice(address.lastIndexOf('/') + 1)
    return { name, source: { kind: 'address', address } }
  }
  const isBlob = model instanceof Blob
  const bytes = isBlob ? new Uint8Array(await model.arrayBuffer()) : model.slice()
  const name = model instanceof File ? model.name : 'The generator'
  return { name, source: { kind: 'bytes', bytes } }
}
