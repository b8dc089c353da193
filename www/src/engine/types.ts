/**
 * The whole interface between the page and the engine. The engine runs in a Web Worker
 * (`worker.ts`); the page holds an `Engine` (`client.ts`) and pulls: not calling `next` is pausing.
 */

export type BackendChoice = 'auto' | 'webgpu' | 'cpu'

export interface BackendInfo {
  kind: 'webgpu' | 'cpu'
  /** What the adapter calls itself, as "google swiftshader"; "WebAssembly SIMD" on the CPU. */
  adapter: string
  /** One sentence: why WebGPU was not taken. Null when it was, or when the CPU was asked for. */
  reason: string | null
}

/** Where images come from. Bytes are IDX files, plain or gzip. */
export type DataSource =
  | { kind: 'mnist' }
  | { kind: 'drawn-digits' }
  | { kind: 'idx'; name: string; images: Uint8Array; labels: Uint8Array | null }
  | { kind: 'images'; name: string; files: ImageFile[]; options: ImageOptions }

/** An image of one's own, or a ZIP file of them. Folders in the path may become labels. */
export interface ImageFile {
  path: string
  blob: Blob
}

/** What every image is brought to. */
export interface ImageOptions {
  /** `fill` cuts out the largest part around the centre that has the proportions wanted. */
  crop: 'none' | 'fill'
  height: number
  width: number
  /** 1, 3 or 4; null for grey or colour by the first image. */
  channels: number | null
}

/** What became of the files of a data set of one's own images. */
export interface ImageReport {
  name: string
  kept: number
  skipped: number
  first_skipped: { path: string; why: string }[]
  /** What each class is called, if the images lie in a folder for each. */
  classes: string[]
}

export interface DataInfo {
  name: string
  /** Images in one epoch. */
  count: number
  channels: number
  height: number
  width: number
  /** Number of classes, or null when the images carry no labels. */
  classes: number | null
  /** Null for other data than images of one's own. */
  report: ImageReport | null
}

/** A recipe as the engine prints it; only what the page edits is typed, the rest is carried through. */
export interface Recipe {
  name: string
  title: string
  source: string
  /** Base number of channels: layer sizes are written as multiples of it, as "2w". */
  width: number
  batch: number
  image: RecipeImage
  generator_optimiser: Optimiser
  discriminator_optimiser: Optimiser
  [key: string]: unknown
}

/** The images that a recipe takes. */
export interface RecipeImage {
  channels: number
  height: number
  width: number
  /** `adapt` takes the channels of the data. */
  fit?: string
  [key: string]: unknown
}

export interface Optimiser {
  algorithm: string
  /** Learning rate. */
  rate: number
  [key: string]: unknown
}

/** One training step, read back from the device. */
export interface StepReport {
  /** Counted from 1. */
  step: number
  /** Epochs done after this step, with a fraction. */
  epoch: number
  d_loss: number
  g_loss: number
  /** Mean of D(x) and of D(G(z)): probabilities in 0..1. */
  d_real: number
  d_fake: number
}

/** Images side by side without gaps: `columns * width` by `rows * height` pixels, RGBA. */
export interface Grid {
  columns: number
  rows: number
  width: number
  height: number
  rgba: Uint8ClampedArray<ArrayBuffer>
}

export interface TrainingInfo {
  generatorParameters: number
  discriminatorParameters: number
  stepsPerEpoch: number
}

export type Progress = (loaded: number, total: number | null) => void

/** Every failure is an `Error` whose `name` is stable (`DataError`, `SpecError`, …) and whose message is a sentence. */
export interface Engine {
  /** Fetches and compiles the wasm file once. */
  load(onProgress?: Progress): Promise<void>
  presets(): Promise<Recipe[]>
  openBackend(choice: BackendChoice): Promise<BackendInfo>
  loadData(source: DataSource, onProgress?: Progress): Promise<DataInfo>
  /** Starts over from step 0 with the backend and data at hand. `seed`: an integer, 0 to 2^53 - 1. */
  start(recipe: Recipe, seed: number): Promise<TrainingInfo>
  /** Runs `steps` training steps; one report each. */
  next(steps: number): Promise<StepReport[]>
  /** New learning rates from the next step on. */
  setRates(generator: number, discriminator: number): Promise<void>
  /** The generator's images of the fixed latents; `averaged` takes the moving average of its weights. */
  sampleGrid(averaged: boolean): Promise<Grid>
  /** As many real images as the sample grid has. */
  realGrid(): Promise<Grid>
  /** The averaged generator as a safetensors file. */
  saveGenerator(): Promise<Uint8Array<ArrayBuffer>>
}
