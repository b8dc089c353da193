/** How the widget and what draws for it talk: the calls of `Service`, one answer each. */

export type Numbers = Float32Array<ArrayBuffer>

/** What the header of a generator's file says of it, as far as the widget wants to know. */
export interface Header {
  name: string
  image: { channels: number; height: number; width: number }
  latent: { dimension: number; distribution: Distribution }
  /** What the classes are called; none for a generator without classes. */
  labels?: string[]
}

export type Distribution =
  { normal: { deviation: number } } | { uniform: { low: number; high: number } }

/** Latents one after another, and for each the weight of every class. */
export interface Points {
  latents: Numbers
  /** Empty for a generator without classes. */
  classes: Numbers
}

/** Where the images to draw are. */
export type Way =
  | ({ kind: 'points' } & Points)
  /** Each image on a round trip of its own, through `stops` of the points; `part` is from 0 to 1. */
  | ({ kind: 'loop'; stops: number; part: number } & Points)
  /** Each image on an endless walk of its own, from one of the points. */
  | ({ kind: 'walk'; seed: number; truncation: number; time: number } & Points)

/** Images side by side, and where in the latent space they are. */
export interface Picture extends Points {
  width: number
  height: number
  rgba: Uint8ClampedArray<ArrayBuffer>
}

/** A generator's file, and what is to draw it. */
export interface Opening {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** The compiled runtime for the CPU, or the whole engine for WebGPU. */
  program: { kind: 'cpu'; module: WebAssembly.Module } | EngineProgram
}

export interface EngineProgram {
  kind: 'webgpu'
  /** Address of the engine's script. */
  script: string
  module: WebAssembly.Module
  /** Address of what the module fetches when something of it is called. */
  deferred: string
}

/** What can be asked. */
export interface Calls {
  open(opening: Opening): Promise<Header>
  close(): void
  /** The first latents of a seed, drawn nearer to the mean by `truncation`. */
  latents(count: number, seed: number, truncation: number): Numbers
  /** Directions of length 1 that change the images most, one after another. */
  directions(): Promise<Numbers>
  draw(way: Way, columns: number): Promise<Picture>
}

export interface Request {
  id: number
  method: keyof Calls
  args: unknown[]
}

export type Reply =
  /** The script runs and takes requests. */
  | { kind: 'ready' }
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'error'; id: number; name: string; message: string }
  /** The program is of no use from here on. */
  | { kind: 'crash'; message: string }
