import init, * as wasm from '../../../pkg/ganvas.js'
import { openBackend } from './backend'
import { download } from './download'
import { NamedError } from './errors'
import { readImages } from './images'
import { type Mnist, findMnist } from './mnist'
import type { Part } from './mnist-files'
import { modelMethods } from './models'
import { readNumpy } from './numpy'
import { engineDeferred, engineModule, type Places } from './places'
import type { Sentence } from './sentence'
import type {
  BackendChoice,
  BackendInfo,
  DataInfo,
  DataSource,
  Encoding,
  Grid,
  ImageReport,
  Progress,
  Recipe,
  RecipeDescription,
  Started,
  StepReport,
  TrainingInfo,
} from './types'

/** What is drawn is one fixed data set: the seed of a training does not change it, unless the command line drew it. */
const DRAWN_SEED = 0

/** The engine's module, downloaded and compiled once a thread. */
let compiled: Promise<WebAssembly.Module> | null = null

async function compile(address: string, progress: Progress): Promise<WebAssembly.Module> {
  const module = await WebAssembly.compile(await download(address, progress))
  await init({ module_or_path: module })
  return module
}

async function opened(choice: BackendChoice) {
  if (!compiled) throw new NamedError('NotReady', 'A backend needs the engine to be loaded first.')
  return await openBackend(choice, await compiled)
}

export type EngineMethods = ReturnType<typeof engineMethods>

/**
 * What an engine can do, on the thread that calls this: progress first, then the arguments of an
 * `Engine`. `onNotice` hears of what went otherwise than expected, but went on.
 */
export function engineMethods(onNotice: (sentence: Sentence) => void) {
  let page = ''
  let backend: wasm.Backend | null = null
  let data: wasm.DataSet | null = null
  let training: wasm.Training | null = null
  let dataDownload = new AbortController()

  /** Requests that touch the training run one after another, in the order they came. */
  let queue: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  function atHand(): { backend: wasm.Backend; data: wasm.DataSet } {
    if (backend && data) return { backend, data }
    throw new NamedError('NotReady', 'A training needs a backend and data to be opened first.')
  }

  /** The old training is let go only when the new one stands. */
  function taken(created: wasm.Training): Started {
    training?.free()
    training = created
    return {
      info: JSON.parse(created.describe()) as TrainingInfo,
      recipe: JSON.parse(created.recipe()) as Recipe,
    }
  }

  function current(): wasm.Training {
    if (!training) throw new NamedError('NotReady', 'There is no training yet.')
    return training
  }

  async function dataSet(
    source: DataSource,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<{ data: wasm.DataSet; report?: ImageReport }> {
    switch (source.kind) {
      case 'mnist':
        return { data: await mnist(['train'], onProgress, signal) }
      case 'mnist-all':
        return { data: await mnist(['train', 'test'], onProgress, signal) }
      case 'drawn-digits':
        return { data: wasm.DataSet.drawnDigits(source.seed ?? DRAWN_SEED) }
      case 'drawn-faces':
        return { data: wasm.DataSet.drawnFaces(source.seed ?? DRAWN_SEED) }
      case 'idx':
        return { data: wasm.DataSet.idx(source.name, source.images, source.labels) }
      case 'numpy':
        return { data: await readNumpy(source) }
      case 'images':
        return await readImages(source, onProgress, signal)
    }
  }

  async function mnist(parts: Part[], onProgress: Progress, signal: AbortSignal) {
    const found = await findMnist({ page, onProgress, onNotice, signal }, parts)
    const read = ({ images, labels }: Mnist) => wasm.DataSet.idx('MNIST', images, labels)
    return found.map(read).reduce((one, other) => {
      const joined = one.followedBy(other)
      one.free()
      other.free()
      return joined
    })
  }

  const models = modelMethods({
    inTurn,
    trained: () => current().generatorFile(true, 'f32'),
    page: () => page,
    copy: copyGrid,
    opened,
  })

  return {
    async load(
      progress: Progress,
      [address, { module, deferred }]: [string, Places],
    ): Promise<void> {
      page = address
      wasm.placeDeferred(deferred ?? engineDeferred())
      compiled ??= compile(module ?? engineModule(), progress)
      try {
        await compiled
      } catch (thrown) {
        compiled = null
        throw thrown
      }
    },

    presets(): Recipe[] {
      return JSON.parse(wasm.presets()) as Recipe[]
    },

    describeRecipe(_: Progress, [json]: [string]): RecipeDescription {
      return JSON.parse(wasm.describeRecipe(json)) as RecipeDescription
    },

    openBackend(_: Progress, [choice]: [BackendChoice]): Promise<BackendInfo> {
      return inTurn(async () => {
        const { backend: other, info } = await opened(choice)
        backend?.free()
        backend = other
        return info
      })
    },

    // Downloads do not wait for their turn, so that a running training goes on meanwhile.
    async loadData(progress: Progress, [source]: [DataSource]): Promise<DataInfo> {
      dataDownload.abort(superseded())
      dataDownload = new AbortController()
      const { signal } = dataDownload
      const loaded = await dataSet(source, progress, signal)
      if (signal.aborted) {
        loaded.data.free()
        throw signal.reason
      }
      const { transposed = false, limit } = source
      let ready = loaded.data
      if (transposed) ready = instead(ready, (before) => before.transposed())
      if (limit !== undefined) ready = instead(ready, (before) => before.limited(limit))
      data?.free()
      data = ready
      const described = JSON.parse(data.describe()) as Omit<DataInfo, 'report'>
      return { ...described, report: loaded.report ?? null }
    },

    stopLoading(): void {
      dataDownload.abort(new NamedError('Cancelled', 'The data set is no longer wanted.'))
    },

    start(_: Progress, [recipe, seed]: [Recipe, number]): Promise<Started> {
      return inTurn(() => {
        const ready = atHand()
        const text = JSON.stringify(recipe)
        return taken(wasm.Training.create(ready.backend, text, ready.data, seed))
      })
    },

    resume(_: Progress, [name, checkpoint]: [string, Uint8Array]): Promise<Started> {
      return inTurn(() => {
        const ready = atHand()
        return taken(wasm.Training.resume(ready.backend, name, checkpoint, ready.data))
      })
    },

    next(_: Progress, [steps]: [number]): Promise<StepReport[]> {
      return inTurn(async () => JSON.parse(await current().next(steps)) as StepReport[])
    },

    setRates(_: Progress, [generator, discriminator]: [number, number]): Promise<void> {
      return inTurn(() => {
        current().setRates(generator, discriminator)
      })
    },

    histogramsEvery(_: Progress, [steps]: [number]): Promise<void> {
      return inTurn(() => {
        current().histogramsEvery(steps)
      })
    },

    sampleGrid(_: Progress, [averaged]: [boolean]): Promise<Grid> {
      return inTurn(async () => copyGrid(await current().samples(averaged)))
    },

    realGrid(): Promise<Grid> {
      return inTurn(() => copyGrid(current().reals()))
    },

    checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
      return inTurn(async () => new Uint8Array(await current().checkpoint()))
    },

    saveGenerator(_: Progress, [encoding]: [Encoding]): Promise<Uint8Array<ArrayBuffer>> {
      return inTurn(async () => new Uint8Array(await current().generatorFile(true, encoding)))
    },

    /** Resolves once what was asked before is done. */
    itsTurn(): Promise<void> {
      return inTurn(() => undefined)
    },

    /** Lets go of everything, once what is under way is done. */
    close(): Promise<void> {
      dataDownload.abort(superseded())
      return inTurn(() => {
        for (const held of [training, data, backend]) held?.free()
        training = data = backend = null
        models.closeModels()
      })
    },

    ...models,
  }
}

function superseded(): NamedError {
  return new NamedError('Superseded', 'Another choice was made meanwhile.')
}

/** A data set made of another, which is let go of. */
function instead(
  before: wasm.DataSet,
  change: (before: wasm.DataSet) => wasm.DataSet,
): wasm.DataSet {
  try {
    return change(before)
  } finally {
    before.free()
  }
}

function copyGrid(grid: wasm.Grid): Grid {
  try {
    const { columns, rows, width, height } = grid
    return { columns, rows, width, height, rgba: new Uint8ClampedArray(grid.rgba()) }
  } finally {
    grid.free()
  }
}
