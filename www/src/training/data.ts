import { asError, messageOf, needsNewEngine } from '../engine/errors'
import type { DataInfo, DataSource, Progress } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { ALL, type DataOptions } from '../settings/data-options'
import type { SessionEvents } from './events'
import { builtIn, type Source } from './sources'

type Events = Pick<SessionEvents, 'onProgress' | 'onData' | 'onDataChoice' | 'onError' | 'onNotice'>

export interface DataHooks {
  load(source: DataSource, onProgress: Progress): Promise<DataInfo>
  /** How it is to be read. */
  options(): DataOptions
  /** The engine is of no use any more. */
  onFatal(error: Error): void
}

/** The data set of the engine, and the one that is on its way. */
export class DataLoader {
  readonly #events: Events
  readonly #hooks: DataHooks
  #source: Source = builtIn('mnist')
  /** What was asked for and has not come, if anything was. */
  #asked: Source | null = null
  /** How it was read. */
  #options = ALL
  /** Counts data sets loaded: choosing files twice is two data sets. */
  #version = 0
  #latest: Promise<boolean> = Promise.resolve(false)
  /** Whether the engine that had it is gone. */
  #isLost = false

  constructor(events: Events, hooks: DataHooks) {
    this.#events = events
    this.#hooks = hooks
  }

  get source(): Source {
    return this.#source
  }

  /** What another engine is to have: an engine that is ended takes what it was loading with it. */
  get wanted(): Source | null {
    return this.#asked
  }

  get options(): DataOptions {
    return this.#options
  }

  get version(): number {
    return this.#version
  }

  /** Whether it has another number of images than is wanted. */
  get isOtherwiseLimited(): boolean {
    return this.#version > 0 && this.#options.limit !== this.#hooks.options().limit
  }

  /** Whether this is at hand: a built-in data set is always the same; files are those that were read last. */
  has(source: Source): boolean {
    if (this.#version === 0 || this.#isLost || this.isOtherwiseLimited) return false
    const { choice, seed } = this.#source
    if (source.choice !== 'files') return choice === source.choice && seed === source.seed
    return this.#source === source && source.isStale?.() !== true
  }

  /** The engine that had the data set is gone, and the set with it. */
  lose(): void {
    this.#isLost = true
  }

  /** Loads a data set; an error leaves the old one. False also when another came in between. */
  async use(source: Source): Promise<boolean> {
    this.#asked = source
    const load = this.#load(source)
    this.#latest = load
    const loaded = await load
    if (this.#latest !== load) return false
    this.#events.onProgress(null)
    return loaded
  }

  /** Waits for the data set asked for last. */
  async settled(): Promise<void> {
    for (;;) {
      const load = this.#latest
      await load
      if (load === this.#latest) return
    }
  }

  /**
   * The same, for a training that begins: what the command line drew is for the training that goes on
   * with it, and the same seed gives the same training everywhere else.
   */
  async settledAnew(): Promise<void> {
    await this.settled()
    const { choice, seed } = this.#source
    if (choice !== 'files' && seed !== undefined) await this.use(builtIn(choice))
  }

  /** False when the data could not be had; the page was told why. */
  async #load(source: Source): Promise<boolean> {
    try {
      const onProgress: Progress = (loaded, total) => {
        this.#events.onProgress({
          what: () => source.what,
          loaded,
          total,
          counts: source.counts,
          // Without any data set there is nothing to go back to.
          canStop: this.#version > 0,
        })
      }
      onProgress(0, null)
      const options = this.#hooks.options()
      const { limit } = options
      const read = await source.read()
      const info = await this.#hooks.load(limit === null ? read : { ...read, limit }, onProgress)
      this.#source = source
      this.#answered(source)
      this.#options = options
      this.#version += 1
      this.#isLost = false
      this.#events.onDataChoice(source.choice)
      this.#events.onData(info)
      return true
    } catch (thrown) {
      const error = asError(thrown)
      if (error.name === 'Superseded' || error.name === 'EngineClosed') return false
      if (error.name === 'Cancelled') {
        this.#events.onDataChoice(this.#source.choice)
        return false
      }
      this.#answered(source)
      if (error.name === 'MnistUnavailable') {
        const sentence = () => filled(words.notices.digitsInstead, { why: messageOf(error) })
        this.#events.onNotice(sentence, source.choice)
        return await this.#load(builtIn('drawn-digits'))
      }
      if (needsNewEngine(error)) this.#hooks.onFatal(error)
      else this.#events.onError(error)
      this.#events.onDataChoice(this.#source.choice)
      return false
    }
  }

  /** It has come, or will not. */
  #answered(source: Source): void {
    if (this.#asked === source) this.#asked = null
  }
}
