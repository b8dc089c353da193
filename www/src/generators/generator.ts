import { asked } from '../calls/asked'
import type { Client } from '../calls/client'
import type { GifOptions, Opened, Picture, StudioCalls } from '../drawing/calls'
import type { Header } from '../drawing/header'
import { engineProgram } from '../drawing/programs'
import type { Points, StudioWay } from '../drawing/way'
import { superseded } from '../engine/errors'
import type { Progress } from '../engine/types'
import { type BackendInfo, ON_CPU } from '../shared/backend'
import { writeGif } from './gif'
import type { StudioPrograms } from './programs'

/**
 * A generator that is open, in a worker of its own. Once it is closed, whatever it was asked is rejected
 * as `Superseded`.
 */
export class OpenGenerator {
  readonly header: Header
  readonly backend: BackendInfo
  /** Layers that go by a style, which can be mixed. */
  readonly styleLayers: number
  /** What can be asked of it. */
  readonly calls: StudioCalls
  readonly #client: Client<StudioCalls>
  readonly #programs: StudioPrograms
  /** The GIF that is under way. */
  #gif: object | null = null

  constructor(
    { header, styleLayers, backend }: Opened,
    client: Client<StudioCalls>,
    programs: StudioPrograms,
  ) {
    this.header = header
    this.styleLayers = styleLayers
    this.backend = { ...(backend ?? ON_CPU), threads: 1, reason: null }
    this.calls = asked(client)
    this.#client = client
    this.#programs = programs
  }

  /** Why it answers no more, if it does not. */
  get ended(): Error | null {
    return this.#client.ended
  }

  points(way: StudioWay): Promise<Points> {
    return this.calls.points(way)
  }

  draw(way: StudioWay, columns: number): Promise<Picture> {
    return this.calls.draw(way, columns)
  }

  /**
   * An animated GIF of these parts, in place of one that is under way; for it the engine is fetched. It
   * rejects with `Stopped` after `stopGif`, or once `signal` is aborted.
   */
  async gif(
    parts: readonly StudioWay[],
    options: GifOptions,
    { onProgress, signal }: { onProgress?: Progress; signal?: AbortSignal } = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const gif = (this.#gif = {})
    const { kind, adapter } = this.backend
    const engine = engineProgram(this.#programs, this.#programs[kind], adapter)
    const isStopped = () => this.#gif !== gif || signal?.aborted === true
    return await writeGif(this.calls, engine, parts, options, { onProgress, isStopped })
  }

  stopGif(): void {
    this.#gif = null
  }

  /** Ends what draws it; `reason` is what those are told who still wait. */
  close(reason: Error = superseded()): void {
    this.#client.end(reason)
  }
}
