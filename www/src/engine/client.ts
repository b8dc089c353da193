import { NamedError } from './errors'
import type { Reply, Request } from './messages'
import type {
  Directions,
  GifOptions,
  ModelInfo,
  ModelSource,
  Numbers,
  PathOptions,
  Points,
  ReadCode,
  WalkOptions,
} from './model'
import type {
  BackendChoice,
  BackendInfo,
  DataInfo,
  DataSource,
  Encoding,
  Engine,
  Grid,
  Progress,
  Recipe,
  RecipeDescription,
  Resumed,
  StepReport,
  TrainingInfo,
} from './types'

interface Pending {
  resolve: (result: never) => void
  reject: (error: Error) => void
  onProgress: Progress | undefined
}

/** The engine as the page sees it: every call is a message to a worker, answered in order. */
export class WorkerEngine implements Engine {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-engine',
  })
  readonly #pending = new Map<number, Pending>()
  readonly #onNotice: (sentence: string) => void
  #lastId = 0
  #crash: Error | null = null

  constructor(onNotice: (sentence: string) => void) {
    this.#onNotice = onNotice
    this.#worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      this.#receive(event.data)
    })
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault()
      this.#crashed(event.message || 'its worker could not be started')
    })
    this.#worker.addEventListener('messageerror', () => {
      this.#crashed('a message from its worker could not be read')
    })
  }

  load(onProgress?: Progress): Promise<void> {
    // The worker lies in a folder of its own; files beside the page are found from the page.
    return this.#call('load', [document.baseURI], { onProgress })
  }

  presets(): Promise<Recipe[]> {
    return this.#call('presets', [])
  }

  describeRecipe(json: string): Promise<RecipeDescription> {
    return this.#call('describeRecipe', [json])
  }

  openBackend(choice: BackendChoice): Promise<BackendInfo> {
    return this.#call('openBackend', [choice])
  }

  loadData(source: DataSource, onProgress?: Progress): Promise<DataInfo> {
    const transfer =
      source.kind === 'idx'
        ? [source.images.buffer, ...(source.labels ? [source.labels.buffer] : [])]
        : []
    return this.#call('loadData', [source], { onProgress, transfer: transfer as Transferable[] })
  }

  start(recipe: Recipe, seed: number): Promise<TrainingInfo> {
    return this.#call('start', [recipe, seed])
  }

  resume(name: string, checkpoint: Uint8Array): Promise<Resumed> {
    return this.#call('resume', [name, checkpoint])
  }

  next(steps: number): Promise<StepReport[]> {
    return this.#call('next', [steps])
  }

  setRates(generator: number, discriminator: number): Promise<void> {
    return this.#call('setRates', [generator, discriminator])
  }

  sampleGrid(averaged: boolean): Promise<Grid> {
    return this.#call('sampleGrid', [averaged])
  }

  realGrid(): Promise<Grid> {
    return this.#call('realGrid', [])
  }

  checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#call('checkpoint', [])
  }

  saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    return this.#call('saveGenerator', [encoding])
  }

  openModel(
    name: string,
    source: ModelSource,
    backend: BackendChoice,
    onProgress?: Progress,
  ): Promise<ModelInfo> {
    return this.#call('openModel', [name, source, backend], { onProgress })
  }

  latents(count: number, seed: number): Promise<Numbers> {
    return this.#call('latents', [count, seed])
  }

  truncated(latents: Numbers, truncation: number): Promise<Numbers> {
    return this.#call('truncated', [latents, truncation])
  }

  draw(points: Points, columns: number): Promise<Grid> {
    return this.#call('draw', [points, columns])
  }

  along(keys: Numbers, width: number, parts: number[], options: PathOptions): Promise<Numbers> {
    return this.#call('along', [keys, width, parts, options])
  }

  walk(times: number[], options: WalkOptions): Promise<Numbers> {
    return this.#call('walk', [times, options])
  }

  neighbours(centre: Numbers, side: number, radius: number, seed: number): Promise<Numbers> {
    return this.#call('neighbours', [centre, side, radius, seed])
  }

  arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers> {
    return this.#call('arithmetic', [a, b, c])
  }

  directions(): Promise<Directions> {
    return this.#call('directions', [])
  }

  writeCode(latent: Numbers, label: number | null): Promise<string> {
    return this.#call('writeCode', [latent, label])
  }

  readCode(text: string): Promise<ReadCode> {
    return this.#call('readCode', [text])
  }

  gif(
    points: Points,
    options: GifOptions,
    onProgress?: Progress,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#call('gif', [points, options], { onProgress })
  }

  stopGif(): Promise<void> {
    return this.#call('stopGif', [])
  }

  /** Ends the worker; whatever is still under way is rejected. */
  close(): void {
    this.#end(new NamedError('EngineClosed', 'The engine was closed.'))
  }

  #call<Result>(
    method: keyof Engine,
    args: unknown[],
    { onProgress, transfer }: { onProgress?: Progress | undefined; transfer?: Transferable[] } = {},
  ): Promise<Result> {
    if (this.#crash) return Promise.reject(this.#crash)
    const id = ++this.#lastId
    return new Promise<Result>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress })
      this.#worker.postMessage({ id, method, args } satisfies Request, transfer ?? [])
    })
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'notice') {
      this.#onNotice(reply.sentence)
      return
    }
    if (reply.kind === 'crash') {
      this.#crashed(reply.message)
      return
    }
    const pending = this.#pending.get(reply.id)
    if (!pending) return
    if (reply.kind === 'progress') {
      pending.onProgress?.(reply.loaded, reply.total)
      return
    }
    this.#pending.delete(reply.id)
    if (reply.kind === 'result') pending.resolve(reply.result as never)
    else pending.reject(new NamedError(reply.error.name, reply.error.message))
  }

  #crashed(cause: string): void {
    this.#end(
      new NamedError(
        'EngineCrashed',
        `The engine stopped unexpectedly (${cause}). It can be started again.`,
      ),
    )
  }

  #end(error: Error): void {
    if (this.#crash) return
    this.#crash = error
    this.#worker.terminate()
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }
}
