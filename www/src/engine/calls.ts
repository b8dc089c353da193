import type { Places } from './places'
import type { ModelInfo, ModelSource, OpenModel } from './model'
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
  Started,
  StepReport,
} from './types'

export interface CallOptions {
  onProgress?: Progress | undefined
  /** Handed over to the engine's thread instead of copied. */
  transfer?: Transferable[]
}

/** An engine whose every method is a call by name. */
export abstract class CalledEngine implements Engine {
  readonly #places: Places

  constructor(places: Places = {}) {
    this.#places = places
  }

  protected abstract call<Result>(
    method: keyof Engine,
    args: unknown[],
    options?: CallOptions,
  ): Promise<Result>

  load(onProgress?: Progress): Promise<void> {
    // The worker lies in a folder of its own; files beside the page are found from the page.
    return this.call('load', [document.baseURI, this.#places], { onProgress })
  }

  presets(): Promise<Recipe[]> {
    return this.call('presets', [])
  }

  describeRecipe(json: string): Promise<RecipeDescription> {
    return this.call('describeRecipe', [json])
  }

  openBackend(choice: BackendChoice): Promise<BackendInfo> {
    return this.call('openBackend', [choice])
  }

  loadData(source: DataSource, onProgress?: Progress): Promise<DataInfo> {
    const transfer =
      source.kind === 'idx'
        ? [source.images.buffer, ...(source.labels ? [source.labels.buffer] : [])]
        : []
    return this.call('loadData', [source], { onProgress, transfer: transfer as Transferable[] })
  }

  stopLoading(): Promise<void> {
    return this.call('stopLoading', [])
  }

  start(recipe: Recipe, seed: number): Promise<Started> {
    return this.call('start', [recipe, seed])
  }

  resume(name: string, checkpoint: Uint8Array): Promise<Started> {
    return this.call('resume', [name, checkpoint])
  }

  next(steps: number): Promise<StepReport[]> {
    return this.call('next', [steps])
  }

  setRates(generator: number, discriminator: number): Promise<void> {
    return this.call('setRates', [generator, discriminator])
  }

  histogramsEvery(steps: number): Promise<void> {
    return this.call('histogramsEvery', [steps])
  }

  sampleGrid(averaged: boolean): Promise<Grid> {
    return this.call('sampleGrid', [averaged])
  }

  realGrid(): Promise<Grid> {
    return this.call('realGrid', [])
  }

  checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    return this.call('checkpoint', [])
  }

  saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    return this.call('saveGenerator', [encoding])
  }

  openModel(
    name: string,
    source: ModelSource,
    backend: BackendChoice,
    onProgress?: Progress,
  ): Promise<ModelInfo> {
    return this.call('openModel', [name, source, backend], { onProgress })
  }

  stopOpening(): Promise<void> {
    return this.call('stopOpening', [])
  }

  ofModel<Method extends keyof OpenModel>(
    key: number,
    method: Method,
    args: Parameters<OpenModel[Method]>,
    onProgress?: Progress,
  ): ReturnType<OpenModel[Method]> {
    const answer = this.call('ofModel', [key, method, args], { onProgress })
    return answer as ReturnType<OpenModel[Method]>
  }

  closeModel(key: number): Promise<void> {
    return this.call('closeModel', [key])
  }

  itsTurn(): Promise<void> {
    return this.call('itsTurn', [])
  }
}
