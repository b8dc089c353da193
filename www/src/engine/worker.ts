/// <reference lib="webworker" />
import init, * as wasm from '../../../pkg/ganvas.js'
import { download } from './download'
import { asError, NamedError } from './errors'
import { readImages } from './images'
import type { Reply, Request } from './messages'
import { type Mnist, findMnist } from './mnist'
import type { Part } from './mnist-files'
import { modelMethods } from './models'
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
  Resumed,
  StepReport,
  TrainingInfo,
} from './types'

declare const self: DedicatedWorkerGlobalScope

/** What is drawn is one fixed data set; the seed of a training does not change it. */
const DRAWN_SEED = 0

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

const methods = {
  async load(progress: Progress, [address]: [string]): Promise<void> {
    page = address
    const file = new URL('../../../pkg/ganvas_bg.wasm', import.meta.url).href
    const { bytes } = await download(file, progress)
    await init({ module_or_path: await WebAssembly.compile(bytes) })
  },

  presets(): Recipe[] {
    return JSON.parse(wasm.presets()) as Recipe[]
  },

  describeRecipe(_: Progress, [json]: [string]): RecipeDescription {
    return JSON.parse(wasm.describeRecipe(json)) as RecipeDescription
  },

  openBackend(_: Progress, [choice]: [BackendChoice]): Promise<BackendInfo> {
    return inTurn(async () => {
      const opened = await wasm.Backend.open(choice)
      backend?.free()
      backend = opened
      return {
        kind: opened.kind as BackendInfo['kind'],
        adapter: opened.adapter,
        reason: opened.reason ?? null,
      }
    })
  },

  // Downloads do not wait for their turn, so that a running training goes on meanwhile.
  async loadData(progress: Progress, [source]: [DataSource]): Promise<DataInfo> {
    dataDownload.abort()
    dataDownload = new AbortController()
    const loaded = await dataSet(source, progress, dataDownload.signal)
    data?.free()
    data = loaded.data
    const described = JSON.parse(data.describe()) as Omit<DataInfo, 'report'>
    return { ...described, report: loaded.report ?? null }
  },

  start(_: Progress, [recipe, seed]: [Recipe, number]): Promise<TrainingInfo> {
    return inTurn(() => {
      const ready = atHand()
      const text = JSON.stringify(recipe)
      return taken(wasm.Training.create(ready.backend, text, ready.data, seed))
    })
  },

  resume(_: Progress, [name, checkpoint]: [string, Uint8Array]): Promise<Resumed> {
    return inTurn(() => {
      const ready = atHand()
      const resumed = wasm.Training.resume(ready.backend, name, checkpoint, ready.data)
      return { info: taken(resumed), recipe: JSON.parse(resumed.recipe()) as Recipe }
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

  ...modelMethods({
    inTurn,
    trained: () => current().generatorFile(true, 'f32'),
    page: () => page,
    copy: copyGrid,
  }),
}

function atHand(): { backend: wasm.Backend; data: wasm.DataSet } {
  if (backend && data) return { backend, data }
  throw new NamedError('NotReady', 'A training needs a backend and data to be opened first.')
}

/** The old training is let go only when the new one stands. */
function taken(created: wasm.Training): TrainingInfo {
  training?.free()
  training = created
  return JSON.parse(created.describe()) as TrainingInfo
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
      return { data: wasm.DataSet.drawnDigits(DRAWN_SEED) }
    case 'drawn-faces':
      return { data: wasm.DataSet.drawnFaces(DRAWN_SEED) }
    case 'idx':
      return { data: wasm.DataSet.idx(source.name, source.images, source.labels) }
    case 'images':
      return await readImages(source, onProgress, signal)
  }
}

async function mnist(parts: Part[], onProgress: Progress, signal: AbortSignal) {
  const onNotice = (sentence: string) => {
    post({ kind: 'notice', sentence })
  }
  const found = await findMnist({ page, onProgress, onNotice, signal }, parts)
  const read = ({ images, labels }: Mnist) => wasm.DataSet.idx('MNIST', images, labels)
  return found.map(read).reduce((one, other) => {
    const joined = one.followedBy(other)
    one.free()
    other.free()
    return joined
  })
}

function copyGrid(grid: wasm.Grid): Grid {
  try {
    const { columns, rows, width, height } = grid
    return { columns, rows, width, height, rgba: new Uint8ClampedArray(grid.rgba()) }
  } finally {
    grid.free()
  }
}

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, transfer)
}

/** Large answers are handed over, not copied. */
function transferables(result: unknown): Transferable[] {
  if (result instanceof Uint8Array || result instanceof Float32Array) return [result.buffer]
  if (typeof result === 'object' && result !== null && 'rgba' in result) {
    return [(result.rgba as Grid['rgba']).buffer]
  }
  return []
}

type Method = (progress: Progress, args: unknown[]) => unknown

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const { id, method, args } = event.data
  const progress: Progress = (loaded, total) => {
    post({ kind: 'progress', id, loaded, total })
  }
  const answer = async () => {
    try {
      const result = await (methods[method] as Method)(progress, args)
      post({ kind: 'result', id, result }, transferables(result))
    } catch (thrown) {
      const { name, message } = asError(thrown)
      // A trap leaves the wasm memory in an unknown state.
      if (thrown instanceof WebAssembly.RuntimeError) post({ kind: 'crash', message })
      else post({ kind: 'error', id, error: { name, message } })
    }
  }
  void answer()
})

// A panic inside an asynchronous wasm call surfaces here and not in the call's promise.
self.addEventListener('unhandledrejection', (event) => {
  post({ kind: 'crash', message: asError(event.reason).message })
})
