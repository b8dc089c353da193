import { NamedError } from '../engine/errors'
import type { HeldEngine } from '../engine/held'
import type {
  BuiltIn,
  DataInfo,
  DataSource,
  Encoding,
  Engine,
  Recipe,
  StepReport,
  TrainingInfo,
} from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { Grid } from '../shared/picture'
import { type EngineOptions, startEngine } from './engine'

/** What a training starts from. */
export interface TrainingOptions extends EngineOptions {
  /** A name, as `fast-digits` (the default), or a recipe as data; see `recipes()`. */
  recipe?: string | Recipe
  /** What it learns: a built-in data set by name, IDX or NumPy files, or images. The recipe's own if absent. */
  data?: BuiltIn | DataSource
  /** Fixes weights, batches and latents: a whole number, 0 to 2⁵³ − 1; 1 if absent. */
  seed?: number
  /** `auto` (the default) takes WebGPU where there is one, else the CPU. */
  backend?: BackendChoice
}

/** A GAN in training. It trains only while `next` is called: not calling is pausing. */
export class Training {
  /** The recipe as it runs, fitted to the data. */
  readonly recipe: Recipe
  readonly backend: BackendInfo
  readonly data: DataInfo
  readonly info: TrainingInfo
  readonly #engine: Engine
  readonly #held: HeldEngine

  /** @internal */
  constructor(held: HeldEngine, parts: Pick<Training, 'recipe' | 'backend' | 'data' | 'info'>) {
    this.#held = held
    this.#engine = held.calls
    this.recipe = parts.recipe
    this.backend = parts.backend
    this.data = parts.data
    this.info = parts.info
  }

  /**
   * Runs training steps; one report each. Rejects with `TrainingError` where a loss or weight is
   * no longer finite, with `DeviceLost` where the graphics device is gone.
   */
  next(steps = 1): Promise<StepReport[]> {
    return this.#engine.next(steps)
  }

  /** Step by step, for as long as somebody goes on: `for await (const report of training)`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<StepReport, never> {
    for (;;) yield* await this.next()
  }

  /** Images of 64 fixed latents, by the averaged generator or by the one that learns. */
  samples({ averaged = true } = {}): Promise<Grid> {
    return this.#engine.sampleGrid(averaged)
  }

  /** As many real images. */
  reals(): Promise<Grid> {
    return this.#engine.realGrid()
  }

  /** New learning rates, from the next step on. */
  setRates(generator: number, discriminator: number): Promise<void> {
    return this.#engine.setRates(generator, discriminator)
  }

  /** All that `resumeTraining` needs to go on as if never stopped: a safetensors file. */
  checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#engine.checkpoint()
  }

  /** The averaged generator as one file for `openGenerator`, the widget and the command line. */
  save(encoding: Encoding = 'i8'): Promise<Uint8Array<ArrayBuffer>> {
    return this.#engine.saveGenerator(encoding)
  }

  /** Ends it and frees what it holds; what is under way in a worker is rejected. */
  close(): void {
    this.#held.close()
  }
}

/**
 * Starts a training. Rejects with an `Error` whose `name` is stable and whose message is a
 * sentence: `RecipeError`, `SpecError`, `DataError`, `DownloadError`, `BackendError` …
 */
export async function startTraining(options: TrainingOptions = {}): Promise<Training> {
  const { recipe: wanted = 'fast-digits', seed = 1 } = options
  return await opened(options, async (engine) => {
    const named = await find(wanted)
    const learned = labelledFor(named, source(options.data ?? own(named)))
    const data = await engine.loadData(learned, options.onProgress)
    return { data, ...(await engine.start(named, seed)) }
  })
}

/** What a training goes on from. */
export interface ResumeOptions extends EngineOptions {
  /** The data that it learnt; refused where it is other data. */
  data: BuiltIn | DataSource
  backend?: BackendChoice
  /** What errors call the checkpoint. */
  name?: string
}

/** Goes on with a training from its checkpoint. */
export async function resumeTraining(
  checkpoint: Blob | Uint8Array,
  options: ResumeOptions,
): Promise<Training> {
  return await opened(options, async (engine) => {
    const data = await engine.loadData(source(options.data), options.onProgress)
    return { data, ...(await engine.resume(options.name ?? 'The checkpoint', checkpoint)) }
  })
}

type Begun = Pick<Training, 'recipe' | 'data' | 'info'>

async function opened(
  options: EngineOptions & { backend?: BackendChoice },
  begin: (engine: Engine) => Promise<Begun>,
): Promise<Training> {
  const held = await startEngine(options)
  try {
    const backend = await held.calls.openBackend(options.backend ?? 'auto')
    return new Training(held, { backend, ...(await begin(held.calls)) })
  } catch (thrown) {
    held.close()
    throw thrown
  }
}

async function find(wanted: string | Recipe): Promise<Recipe> {
  if (typeof wanted !== 'string') return wanted
  const { presets } = await import('../recipes/presets')
  const found = presets.find(({ name }) => name === wanted)
  if (found) return found
  const names = presets.map(({ name }) => name).join(', ')
  throw new NamedError('RecipeError', `There is no recipe “${wanted}”; there are ${names}.`)
}

function own({ name, data }: Recipe): BuiltIn {
  if (data !== 'images') return data
  throw new NamedError('DataError', `The recipe ${name} learns images of one's own: hand it some.`)
}

/** Images that lie in no class are left out where the recipe takes labels, unless it is said otherwise. */
function labelledFor({ classes }: Recipe, data: DataSource): DataSource {
  if (data.kind !== 'images') return data
  return { ...data, options: { labelled: classes !== undefined, ...data.options } }
}

function source(data: BuiltIn | DataSource): DataSource {
  return typeof data === 'string' ? { kind: data } : data
}
