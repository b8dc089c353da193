/// <reference lib="esnext.disposable" preserve="true" />
import { NamedError } from '../engine/errors'
import type { HeldEngine } from '../engine/held'
import type {
  BuiltIn,
  DataInfo,
  DataSource,
  Encoding,
  Engine,
  Quality,
  Recipe,
  StepReport,
  TrainingInfo,
} from '../engine/types'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { Grid } from '../shared/picture'
import { type EngineOptions, orClosed, startEngine } from './engine'

/** When a training judges itself. */
export interface JudgeOptions {
  /** Every step whose number this divides is judged, and its report has `quality`; never if absent. */
  judgeEvery?: number
  /** Images that are drawn for it, 2 to 5,000; 500 if absent. */
  judgeSamples?: number
}

/** What happened in one training step; `quality` where it was asked for with `judgeEvery`. */
export interface TrainingReport extends StepReport {
  quality?: Quality
}

/** What a training starts from. */
export interface TrainingOptions extends EngineOptions, JudgeOptions {
  /** A name, as `fast-digits` (the default), or a recipe as data; see `recipes()`. */
  recipe?: string | Recipe
  /** What it learns: a built-in data set by name, IDX or NumPy files, or images. The recipe's own if absent. */
  data?: BuiltIn | DataSource
  /** Fixes weights, batches and latents: a whole number, 0 to 2⁵³ − 1; 1 if absent. */
  seed?: number
  /** `auto` (the default) takes WebGPU where there is one, else the CPU. */
  backend?: BackendChoice
}

/** Images that are judged, if it is not said. */
const JUDGED = 500

/** A GAN in training. It trains only while `next` is called: not calling is pausing. */
export class Training {
  /** The recipe as it runs, fitted to the data. */
  readonly recipe: Recipe
  readonly backend: BackendInfo
  readonly data: DataInfo
  readonly info: TrainingInfo
  readonly #engine: Engine
  readonly #held: HeldEngine
  readonly #judging: Required<JudgeOptions>
  #step: number

  /** @internal */
  constructor(
    held: HeldEngine,
    parts: Pick<Training, 'recipe' | 'backend' | 'data' | 'info'>,
    { judgeEvery = 0, judgeSamples = JUDGED }: JudgeOptions = {},
  ) {
    this.#held = held
    this.#engine = held.calls
    this.#judging = { judgeEvery, judgeSamples }
    this.#step = parts.info.step
    this.recipe = parts.recipe
    this.backend = parts.backend
    this.data = parts.data
    this.info = parts.info
  }

  /**
   * Runs training steps; one report each. Rejects with `TrainingError` where a loss or weight is
   * no longer finite, with `DeviceLost` where the graphics device is gone.
   */
  async next(steps = 1): Promise<TrainingReport[]> {
    const reports: TrainingReport[] = []
    do {
      const left = steps - reports.length
      const some: TrainingReport[] = await this.#engine.next(this.#untilJudged(left))
      const last = some.at(-1)
      if (!last) return reports
      this.#step = last.step
      if (this.#isJudged()) last.quality = await this.judge(this.#judging.judgeSamples)
      reports.push(...some)
    } while (reports.length < steps)
    return reports
  }

  /** How many of so many steps come before the training is judged next. */
  #untilJudged(steps: number): number {
    const { judgeEvery } = this.#judging
    return judgeEvery > 0 ? Math.min(steps, judgeEvery - (this.#step % judgeEvery)) : steps
  }

  #isJudged(): boolean {
    const { judgeEvery } = this.#judging
    return judgeEvery > 0 && this.#step % judgeEvery === 0
  }

  /** How good the averaged generator is by now, on so many images: nothing of the training moves. */
  judge(samples = JUDGED): Promise<Quality> {
    return this.#engine.judge(samples)
  }

  /** Step by step, for as long as somebody goes on: `for await (const report of training)`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingReport, never> {
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

  /** As `close`: `using training = await startTraining()`. */
  [Symbol.dispose](): void {
    this.close()
  }
}

/**
 * Starts a training. Rejects with an `Error` whose `name` is stable and whose message is a
 * sentence: `RecipeError`, `SpecError`, `DataError`, `DownloadError`, `BackendUnavailable` … An error
 * about a recipe also has `field`, the keys that lead to what is wrong, as `['generator', 3]`.
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
export interface ResumeOptions extends EngineOptions, JudgeOptions {
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
  options: EngineOptions & JudgeOptions & { backend?: BackendChoice },
  begin: (engine: Engine) => Promise<Begun>,
): Promise<Training> {
  const { judgeEvery = 0 } = options
  if (!Number.isSafeInteger(judgeEvery) || judgeEvery < 0) {
    throw new NamedError(
      'RecipeError',
      `judgeEvery is ${String(judgeEvery)}; expected a whole number of steps, 0 for never.`,
    )
  }
  const { held, backend } = await startEngine(options, options.backend ?? 'auto')
  return await orClosed(held, options.signal, async () => {
    return new Training(held, { backend, ...(await begin(held.calls)) }, options)
  })
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
