import { asError, needsNewEngine, superseded } from './errors'
import type {
  Directions,
  GifOptions,
  ModelEngine,
  Numbers,
  OpenModel,
  PathOptions,
  Points,
  ReadCode,
  WalkOptions,
} from './model'
import type { Grid, Progress } from './types'

/**
 * A generator that an engine has open, until it is closed: from then on answers and errors alike are
 * `Superseded`, those too that were under way.
 */
export class OpenedModel implements OpenModel {
  readonly #engine: ModelEngine
  readonly #key: number
  #isClosed = false
  #asked = 0

  constructor(engine: ModelEngine, key: number) {
    this.#engine = engine
    this.#key = key
  }

  /** Whether it has still to answer something. */
  get isBusy(): boolean {
    return this.#asked > 0
  }

  latents(count: number, seed: number): Promise<Numbers> {
    return this.#ask('latents', [count, seed])
  }

  truncated(latents: Numbers, truncation: number): Promise<Numbers> {
    return this.#ask('truncated', [latents, truncation])
  }

  draw(points: Points, columns: number): Promise<Grid> {
    return this.#ask('draw', [points, columns])
  }

  along(keys: Numbers, width: number, parts: number[], options: PathOptions): Promise<Numbers> {
    return this.#ask('along', [keys, width, parts, options])
  }

  walk(times: number[], options: WalkOptions): Promise<Numbers> {
    return this.#ask('walk', [times, options])
  }

  neighbours(centre: Numbers, side: number, radius: number, seed: number): Promise<Numbers> {
    return this.#ask('neighbours', [centre, side, radius, seed])
  }

  arithmetic(a: Numbers, b: Numbers, c: Numbers): Promise<Numbers> {
    return this.#ask('arithmetic', [a, b, c])
  }

  directions(): Promise<Directions> {
    return this.#ask('directions', [])
  }

  writeCode(latent: Numbers, label: number | null): Promise<string> {
    return this.#ask('writeCode', [latent, label])
  }

  readCode(text: string): Promise<ReadCode> {
    return this.#ask('readCode', [text])
  }

  gif(
    points: Points,
    options: GifOptions,
    onProgress?: Progress,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#ask('gif', [points, options], onProgress)
  }

  stopGif(): Promise<void> {
    return this.#ask('stopGif', [])
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#engine.closeModel(this.#key).catch(() => undefined)
  }

  async #ask<Method extends keyof OpenModel>(
    method: Method,
    args: Parameters<OpenModel[Method]>,
    onProgress?: Progress,
  ): Promise<Awaited<ReturnType<OpenModel[Method]>>> {
    this.#check()
    this.#asked += 1
    try {
      const answer = await this.#engine.ofModel(this.#key, method, args, onProgress)
      this.#check()
      return answer
    } catch (thrown) {
      // That the engine is gone is news, whoever is told.
      if (!needsNewEngine(asError(thrown))) this.#check()
      throw thrown
    } finally {
      this.#asked -= 1
    }
  }

  #check(): void {
    if (this.#isClosed) throw superseded()
  }
}
