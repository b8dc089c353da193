import type { Backend, DataSet, Training } from '../../../pkg/ganvas_webgpu.js'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import { isTar } from '../shared/file-names'
import { type Grid, taken } from '../shared/picture'
import { openBackend } from './backend'
import { download } from './download'
import { fault, NamedError, superseded } from './errors'
import type { RecipeForms } from './forms'
import { readImages } from './images'
import { type Mnist, findMnist } from './mnist'
import type { Part } from './mnist-files'
import { readNumpy } from './numpy'
import { loadEngine, type Wasm } from './module'
import { digitClassifier, type Places } from './places'
import type { Sentence } from '../shared/sentence'
import type {
  DataInfo,
  DataSource,
  Encoding,
  ImageReport,
  MapLayer,
  NearestImages,
  Picked,
  Progress,
  Quality,
  Recipe,
  RecipeDescription,
  RecipeDraft,
  Saliency,
  Started,
  StepReport,
  TrainingInfo,
  Turn,
  Verdicts,
} from './types'

/** What is drawn is one fixed data set: the seed of a training does not change it, unless the command line drew it. */
const DRAWN_SEED = 0

/** What judges digits; fetched when a training needs it, anew after a failure. */
let classifier: Promise<Uint8Array<ArrayBuffer>> | null = null

async function fetchClassifier(address: string): Promise<Uint8Array<ArrayBuffer>> {
  classifier ??= download(address, unheard)
  try {
    return await classifier
  } catch (thrown) {
    classifier = null
    throw thrown
  }
}

/** Images that a search looks at before the training takes its turn. */
const SEARCHED_AT_ONCE = 1000

const unheard: Progress = () => undefined

/**
 * What an engine can do, on the thread that calls this. `onNotice` hears of what went otherwise than
 * expected, but went on.
 */
export function engineMethods(onNotice: (sentence: Sentence) => void) {
  let page = ''
  let places: Places = {}
  let script: Wasm | null = null
  let backend: Backend | null = null
  let data: DataSet | null = null
  let training: Training | null = null
  let dataDownload = new AbortController()

  /** Searches for the nearest images, of which only the last is wanted. */
  let searches = 0

  /** Requests that touch the training run one after another, in the order they came. */
  let queue: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  function engine(): Wasm {
    if (script) return script
    throw new NamedError('NotReady', 'The engine needs to be loaded first.')
  }

  function atHand(): { backend: Backend; data: DataSet } {
    if (backend && data) return { backend, data }
    throw new NamedError('NotReady', 'A training needs a backend and data to be opened first.')
  }

  /** The old training is let go only when the new one stands. */
  function standing(created: Training): Started {
    training?.free()
    training = created
    return {
      info: JSON.parse(created.describe()) as TrainingInfo,
      recipe: JSON.parse(created.recipe()) as Recipe,
    }
  }

  function free(): void {
    for (const held of [training, data, backend]) held?.free()
    training = data = backend = null
  }

  function current(): Training {
    if (!training) throw new NamedError('NotReady', 'There is no training yet.')
    return training
  }

  async function dataSet(
    source: DataSource,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<{ data: DataSet; report?: ImageReport }> {
    switch (source.kind) {
      case 'mnist':
        return { data: await mnist(['train'], onProgress, signal) }
      case 'mnist-all':
        return { data: await mnist(['train', 'test'], onProgress, signal) }
      case 'drawn-digits':
        return { data: engine().DataSet.drawnDigits(source.seed ?? DRAWN_SEED) }
      case 'drawn-faces':
        return { data: engine().DataSet.drawnFaces(source.seed ?? DRAWN_SEED) }
      case 'idx':
        return { data: engine().DataSet.idx(source.name, source.images, source.labels) }
      case 'numpy':
        return { data: await readNumpy(engine(), source) }
      case 'images': {
        const { name, files } = source
        if (files.some(({ path }) => isTar(path))) {
          const { cifarIn } = await import('./field/cifar')
          const found = await cifarIn(engine(), name, files)
          if (found) return { data: found }
        }
        return await readImages(engine(), source, onProgress, signal)
      }
      case 'fashion-mnist':
      case 'kmnist':
      case 'cifar-10': {
        const { findField } = await import('./field/known')
        const search = { page, onProgress, onNotice, signal }
        return { data: await findField(engine(), source.kind, search) }
      }
      case 'table': {
        const { readTable } = await import('./field/table')
        return { data: await readTable(engine(), source, onProgress, signal) }
      }
      case 'cifar': {
        const { cifarIn } = await import('./field/cifar')
        const found = await cifarIn(engine(), source.name, source.files)
        if (!found) throw fault('DataError', 'noFilesInside', { name: source.name })
        return { data: found }
      }
    }
  }

  async function mnist(parts: Part[], onProgress: Progress, signal: AbortSignal) {
    const found = await findMnist({ page, onProgress, onNotice, signal }, parts)
    const read = ({ images, labels }: Mnist) => engine().DataSet.idx('MNIST', images, labels)
    return found.map(read).reduce((one, other) => {
      const joined = one.followedBy(other)
      one.free()
      other.free()
      return joined
    })
  }

  return {
    /** Opens a backend with the engine that has it. An engine in the place of another has no data yet. */
    load(
      address: string,
      given: Places,
      choice: BackendChoice,
      progress: Progress = unheard,
    ): Promise<BackendInfo> {
      page = address
      places = given
      return inTurn(async () => {
        const opened = await openBackend(choice, (kind) => loadEngine(kind, places, progress))
        free()
        script = opened.wasm
        backend = opened.backend
        return opened.info
      })
    },

    describeRecipe(json: string): RecipeDescription {
      return JSON.parse(engine().describeRecipe(json)) as RecipeDescription
    },

    recipeForms(): RecipeForms {
      return JSON.parse(engine().recipeForms()) as RecipeForms
    },

    draftRecipe(json: string): RecipeDraft {
      return JSON.parse(engine().draftRecipe(json)) as RecipeDraft
    },

    // Downloads do not wait for their turn, so that a running training goes on meanwhile.
    async loadData(source: DataSource, progress: Progress = unheard): Promise<DataInfo> {
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

    start(recipe: Recipe, seed: number): Promise<Started> {
      return inTurn(() => {
        const ready = atHand()
        const text = JSON.stringify(recipe)
        return standing(engine().Training.create(ready.backend, text, ready.data, seed))
      })
    },

    resume(name: string, checkpoint: Blob | Uint8Array): Promise<Started> {
      return inTurn(async () => {
        const bytes =
          checkpoint instanceof Blob ? new Uint8Array(await checkpoint.arrayBuffer()) : checkpoint
        const ready = atHand()
        return standing(engine().Training.resume(ready.backend, name, bytes, ready.data))
      })
    },

    next(steps: number, turn: Turn = 'both'): Promise<StepReport[]> {
      return inTurn(async () => {
        const reports = turn === 'both' ? current().next(steps) : current().nextOf(turn, steps)
        return JSON.parse(await reports) as StepReport[]
      })
    },

    setRates(generator: number, discriminator: number): Promise<void> {
      return inTurn(() => {
        current().setRates(generator, discriminator)
      })
    },

    histogramsEvery(steps: number): Promise<void> {
      return inTurn(() => {
        current().histogramsEvery(steps)
      })
    },

    sizesEvery(steps: number): Promise<void> {
      return inTurn(() => {
        current().sizesEvery(steps)
      })
    },

    verdicts(averaged: boolean): Promise<Verdicts> {
      return inTurn(async () => JSON.parse(await current().verdicts(averaged)) as Verdicts)
    },

    latent(index: number): Promise<Float32Array> {
      return inTurn(() => current().latent(index))
    },

    saliency({ isReal, index }: Picked, averaged: boolean): Promise<Saliency> {
      return inTurn(async () => {
        const found = await current().saliency(isReal, index, averaged)
        try {
          const { verdict } = found
          return { image: taken(found.image()), verdict, gradient: found.gradient() }
        } finally {
          found.free()
        }
      })
    },

    mapLayers(): Promise<MapLayer[]> {
      return inTurn(() => JSON.parse(current().mapLayers()) as MapLayer[])
    },

    maps({ isReal, index }: Picked, averaged: boolean, layer: number): Promise<Grid> {
      return inTurn(async () => taken(await current().maps(isReal, index, averaged, layer)))
    },

    sampleGrid(averaged: boolean): Promise<Grid> {
      return inTurn(async () => taken(await current().samples(averaged)))
    },

    realGrid(): Promise<Grid> {
      return inTurn(() => taken(current().reals()))
    },

    async nearest(
      rgba: Uint8Array,
      count: number,
      progress: Progress = unheard,
    ): Promise<NearestImages> {
      searches += 1
      const own = searches
      const begun = await inTurn(() => ({
        of: current(),
        search: current().searchNearest(rgba, count),
      }))
      const { of, search } = begun
      try {
        // In slices, between which the training takes its turns.
        for (let done = 0; done < 1;) {
          done = await inTurn(() => {
            if (own !== searches || of !== training) throw superseded()
            return of.searchOn(search, SEARCHED_AT_ONCE)
          })
          progress(done, 1)
        }
        return await inTurn(() => {
          if (of !== training) throw superseded()
          const report = JSON.parse(of.nearestReport(search)) as Omit<NearestImages, 'grid'>
          return { ...report, grid: taken(of.nearest(search)) }
        })
      } finally {
        search.free()
      }
    },

    judge(samples: number): Promise<Quality> {
      return inTurn(async () => {
        const judged = current()
        if (judged.wantsClassifier()) {
          judged.giveClassifier(await fetchClassifier(places.classifier ?? digitClassifier()))
        }
        return JSON.parse(await judged.judge(samples)) as Quality
      })
    },

    checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
      // A copy already, of the engine's memory.
      return inTurn(async () => (await current().checkpoint()) as Uint8Array<ArrayBuffer>)
    },

    saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
      return inTurn(async () => {
        const file = await current().generatorFile(true, encoding)
        return file as Uint8Array<ArrayBuffer>
      })
    },

    /** Lets go of everything, once what is under way is done. */
    close(): Promise<void> {
      dataDownload.abort(superseded())
      return inTurn(free)
    },
  }
}

/** A data set made of another, which is let go of. */
function instead(before: DataSet, change: (before: DataSet) => DataSet): DataSet {
  try {
    return change(before)
  } finally {
    before.free()
  }
}
