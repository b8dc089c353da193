import { WorkerEngine } from '../engine/client'
import { asError, needsNewEngine } from '../engine/errors'
import type {
  BackendInfo,
  DataInfo,
  DataSource,
  Grid,
  Progress,
  Recipe,
  StepReport,
  TrainingInfo,
} from '../engine/types'
import { AFTER_RESET, type AfterReset, configured, type Settings } from '../settings/settings'
import { Loop } from './loop'

export type Phase = 'loading' | 'ready' | 'running' | 'stepping' | 'failed'

/** What the session tells the page. */
export interface SessionEvents {
  onPhase(phase: Phase): void
  /** Null when nothing is being loaded. `loaded` is null where there is no measure. */
  onProgress(progress: LoadProgress | null): void
  onRecipes(recipes: Recipe[]): Settings
  onBackend(info: BackendInfo): void
  onData(info: DataInfo): void
  onTraining(info: TrainingInfo, settings: Settings): void
  onReports(reports: StepReport[]): void
  onSamples(grid: Grid, averaged: boolean): void
  onReals(grid: Grid): void
  onError(error: Error): void
  onNotice(sentence: string): void
  /** The session took another data set than was asked for, or none. */
  onDataChoice(choice: Settings['data']): void
}

export interface LoadProgress {
  what: string
  loaded: number | null
  total: number | null
  /** What is counted, if not bytes. */
  counts?: string | undefined
}

/** A data source that can be read again, as for a new engine after a crash. */
export interface Source {
  choice: Settings['data']
  what: string
  /** What its progress counts, if not bytes. */
  counts?: string
  read: () => DataSource | Promise<DataSource>
  /** Whether reading it again would give something else than the last time. */
  isStale?: () => boolean
}

export const MNIST: Source = { choice: 'mnist', what: 'MNIST', read: () => ({ kind: 'mnist' }) }
export const DRAWN_DIGITS: Source = {
  choice: 'drawn-digits',
  what: 'drawn digits',
  read: () => ({ kind: 'drawn-digits' }),
}

/** One engine with its backend, data and training, and the order in which they come about. */
export class Session {
  readonly #events: SessionEvents
  #engine: WorkerEngine
  #recipes: Recipe[] = []
  #phase: Phase = 'loading'
  #step = 0
  #applied: Settings | null = null
  #source: Source = MNIST
  /** Counts data sets loaded: choosing files twice is two data sets. */
  #dataVersion = 0
  #appliedDataVersion = 0
  #latestLoad: Promise<boolean> = Promise.resolve(false)
  #run: Promise<void> = Promise.resolve()
  readonly #loop = new Loop({
    next: (steps) => this.#engine.next(steps),
    onReports: (reports) => {
      this.#took(reports)
    },
    showSamples: () => this.showSamples(),
  })
  #settings: Settings | null = null
  #engineGone = false

  constructor(events: SessionEvents) {
    this.#events = events
    this.#engine = this.#newEngine()
  }

  get step(): number {
    return this.#step
  }

  get phase(): Phase {
    return this.#phase
  }

  /** Loads the engine, opens the backend, loads the data and stands ready at step 0. */
  async open(): Promise<void> {
    this.#setPhase('loading')
    try {
      await this.#engine.load(this.#progressOf('the engine'))
      this.#recipes = await this.#engine.presets()
      this.#settings ??= this.#events.onRecipes(this.#recipes)
      if (this.#dataVersion === 0 && this.#settings.data === 'drawn-digits') {
        this.#source = DRAWN_DIGITS
      }
      const loaded = this.useData(this.#source)
      await this.#openBackend(this.#settings)
      await loaded
      await this.#settledData()
      await this.#begin(this.#settings)
    } catch (thrown) {
      this.#fail(thrown)
    }
    this.#events.onProgress(null)
  }

  /** Settings whose change waits for Reset. */
  pending(): AfterReset[] {
    const { applied, wanted } = { applied: this.#applied, wanted: this.#settings }
    if (!applied || !wanted) return []
    return AFTER_RESET.filter((name) =>
      name === 'data'
        ? this.#dataVersion !== this.#appliedDataVersion
        : applied[name] !== wanted[name],
    )
  }

  /** Takes new settings: rates at once, the others now at step 0 and else at the next Reset. */
  async use(settings: Settings): Promise<void> {
    this.#settings = settings
    if (!this.#applied || this.#phase === 'loading' || this.#phase === 'failed') return
    try {
      const { generatorRate, discriminatorRate } = settings
      if (
        generatorRate !== this.#applied.generatorRate ||
        discriminatorRate !== this.#applied.discriminatorRate
      ) {
        this.#applied = { ...this.#applied, generatorRate, discriminatorRate }
        await this.#engine.setRates(generatorRate, discriminatorRate)
      }
      if (settings.averaged !== this.#applied.averaged) {
        this.#applied = { ...this.#applied, averaged: settings.averaged }
        await this.showSamples()
      }
    } catch (thrown) {
      this.#fail(thrown)
    }
    await this.#resetAtStepZero()
  }

  /**
   * Loads another data set; the training goes on undisturbed, and an error leaves the old one.
   * False when the data could not be had or another choice came in between.
   */
  async useData(source: Source): Promise<boolean> {
    const load = this.#loadData(source)
    this.#latestLoad = load
    const loaded = await load
    if (this.#latestLoad !== load) return false
    this.#events.onProgress(null)
    if (loaded) await this.#resetAtStepZero()
    return loaded
  }

  start(): void {
    if (this.#phase !== 'ready') return
    this.#setPhase('running')
    this.#run = this.#runLoop()
  }

  async pause(): Promise<void> {
    this.#loop.stop()
    await this.#run
  }

  async stepOnce(): Promise<void> {
    if (this.#phase !== 'ready') return
    this.#setPhase('stepping')
    try {
      this.#took(await this.#engine.next(1))
      await this.showSamples()
      this.#setPhase('ready')
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Starts over with the settings as they are now, with a new engine if the old one is gone. */
  async reset(): Promise<void> {
    if (this.#phase === 'loading' || this.#phase === 'stepping') return
    await this.pause()
    const failedBefore = (this.#phase as Phase) === 'failed'
    this.#setPhase('loading')
    // Without settings the engine never came to name its recipes.
    if (this.#engineGone || !this.#applied || !this.#settings) {
      this.#engineGone = false
      this.#engine.close()
      this.#engine = this.#newEngine()
      this.#applied = null
      await this.open()
      return
    }
    try {
      await this.#settledData()
      if (this.#settings.backend !== this.#applied.backend) {
        await this.#openBackend(this.#settings)
      }
      await this.#begin(this.#settings)
    } catch (thrown) {
      const error = asError(thrown)
      // What could not be started leaves the training there is as it was.
      if (needsNewEngine(error) || failedBefore) this.#fail(error)
      else {
        this.#events.onError(error)
        this.#setPhase('ready')
      }
    }
    this.#events.onProgress(null)
  }

  async showSamples(): Promise<void> {
    const averaged = this.#settings?.averaged ?? true
    this.#events.onSamples(await this.#engine.sampleGrid(averaged), averaged)
  }

  async saveGenerator(): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#engine.saveGenerator()
  }

  async #runLoop(): Promise<void> {
    try {
      await this.#loop.run()
      await this.showSamples()
      this.#setPhase('ready')
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  async #begin(settings: Settings): Promise<void> {
    this.#events.onProgress({ what: 'the networks', loaded: null, total: null })
    const recipe = this.#recipes.find(({ name }) => name === settings.recipe)
    if (!recipe) throw new Error(`The engine has no recipe named ${settings.recipe}.`)
    const info = await this.#engine.start(configured(recipe, settings), settings.seed)
    this.#step = 0
    this.#applied = { ...settings }
    this.#appliedDataVersion = this.#dataVersion
    this.#events.onTraining(info, settings)
    this.#events.onReals(await this.#engine.realGrid())
    await this.showSamples()
    this.#setPhase('ready')
    // Settings changed while this was under way.
    if (this.#settings && this.#settings !== settings) await this.use(this.#settings)
  }

  async #openBackend(settings: Settings): Promise<void> {
    this.#events.onBackend(await this.#engine.openBackend(settings.backend))
    if (this.#applied) this.#applied = { ...this.#applied, backend: settings.backend }
  }

  /** False when the data could not be had; the page was told why. */
  async #loadData(source: Source): Promise<boolean> {
    try {
      const onProgress = this.#progressOf(source.what, source.counts)
      onProgress(0, null)
      const info = await this.#engine.loadData(await source.read(), onProgress)
      this.#source = source
      this.#dataVersion += 1
      this.#events.onDataChoice(source.choice)
      this.#events.onData(info)
      return true
    } catch (thrown) {
      const error = asError(thrown)
      if (error.name === 'Superseded' || error.name === 'EngineClosed') return false
      if (error.name === 'MnistUnavailable') {
        this.#events.onNotice(`${error.message} Drawn digits take its place.`)
        return await this.#loadData(DRAWN_DIGITS)
      }
      if (needsNewEngine(error)) this.#fail(error)
      else this.#events.onError(error)
      this.#events.onDataChoice(this.#source.choice)
      return false
    }
  }

  /** Waits for the data set asked for last. */
  async #settledData(): Promise<void> {
    for (;;) {
      const load = this.#latestLoad
      await load
      if (load === this.#latestLoad) return
    }
  }

  async #resetAtStepZero(): Promise<void> {
    if (this.#phase === 'ready' && this.#step === 0 && this.pending().length > 0) {
      await this.reset()
    }
  }

  #took(reports: StepReport[]): void {
    this.#step = reports[reports.length - 1]?.step ?? this.#step
    this.#events.onReports(reports)
  }

  #fail(thrown: unknown): void {
    const error = asError(thrown)
    if (error.name === 'EngineClosed') return
    this.#engineGone ||= needsNewEngine(error)
    this.#loop.stop()
    this.#setPhase('failed')
    this.#events.onError(error)
  }

  #setPhase(phase: Phase): void {
    this.#phase = phase
    this.#events.onPhase(phase)
  }

  #progressOf(what: string, counts?: string): Progress {
    return (loaded, total) => {
      this.#events.onProgress({ what, loaded, total, counts })
    }
  }

  #newEngine(): WorkerEngine {
    return new WorkerEngine((sentence) => {
      this.#events.onNotice(sentence)
    })
  }
}
