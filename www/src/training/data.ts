import { asError, needsNewEngine } from '../engine/errors'
import type { DataInfo, DataSource, Progress } from '../engine/types'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { SessionEvents } from './events'
import { builtIn, type Source } from './sources'

type Events = Pick<SessionEvents, 'onProgress' | 'onData' | 'onDataChoice' | 'onError' | 'onNotice'>

export interface DataHooks {
  load(source: DataSource, onProgress: Progress): Promise<DataInfo>
  /** The engine is of no use any more. */
  onFatal(error: Error): void
}

/** The data set of the engine, and the one that is on its way. */
export class DataLoader {
  readonly #events: Events
  readonly #hooks: DataHooks
  #source: Source = builtIn('mnist')
  /** Counts data sets loaded: choosing files twice is two data sets. */
  #version = 0
  #latest: Promise<boolean> = Promise.resolve(false)

  constructor(events: Events, hooks: DataHooks) {
    this.#events = events
    this.#hooks = hooks
  }

  get source(): Source {
    return this.#source
  }

  get version(): number {
    return this.#version
  }

  /** Loads a data set; an error leaves the old one. False also when another came in between. */
  async use(source: Source): Promise<boolean> {
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

  /** False when the data could not be had; the page was told why. */
  async #load(source: Source): Promise<boolean> {
    try {
      const onProgress: Progress = (loaded, total) => {
        this.#events.onProgress({ what: source.what, loaded, total, counts: source.counts })
      }
      onProgress(0, null)
      const info = await this.#hooks.load(await source.read(), onProgress)
      this.#source = source
      this.#version += 1
      this.#events.onDataChoice(source.choice)
      this.#events.onData(info)
      return true
    } catch (thrown) {
      const error = asError(thrown)
      if (error.name === 'Superseded' || error.name === 'EngineClosed') return false
      if (error.name === 'MnistUnavailable') {
        this.#events.onNotice(filled(words.notices.digitsInstead, { why: error.message }))
        return await this.#load(builtIn('drawn-digits'))
      }
      if (needsNewEngine(error)) this.#hooks.onFatal(error)
      else this.#events.onError(error)
      this.#events.onDataChoice(this.#source.choice)
      return false
    }
  }
}
