import { words } from '../strings/page'
import { sentenceOf } from '../strings/page/sentence'
import { filled } from '../strings/strings'
import { WorkerEngine } from '../engine/client'
import { asError, NamedError, needsNewEngine } from '../engine/errors'
import type {
  Encoding,
  Progress,
  Recipe,
  RecipeDescription,
  Started,
  StepReport,
} from '../engine/types'
import { baseRecipe } from '../settings/recipes'
import { ALL, type DataOptions } from '../settings/data-options'
import { AFTER_RESET, type AfterReset, configured, type Settings } from '../settings/settings'
import { DataLoader } from './data'
import type { Phase, SessionEvents } from './events'
import { gate } from './gate'
import { Loop } from './loop'
import { builtIn, type Source } from './sources'

/** A checkpoint and what it needs; without a source it goes on with the data at hand. */
export interface Checkpoint {
  /** For errors. */
  name: string
  bytes: Uint8Array
  settings: Settings
  source: Source | null
}

/** One engine with its backend, data and training, and the order in which they come about. */
export class Session {
  readonly #events: SessionEvents
  #engine: WorkerEngine
  #recipes: Recipe[] = []
  #phase: Phase = 'loading'
  #step = 0
  #applied: Settings | null = null
  #appliedDataVersion = 0
  /** The data set that the training was started with. */
  #appliedSource: Source | null = null
  /** How that was read: it may be read otherwise by now. */
  #appliedOptions = ALL
  readonly #data: DataLoader
  #run: Promise<void> = Promise.resolve()
  readonly #loop = new Loop({
    next: (steps) => this.#next(steps),
    onReports: (reports) => {
      this.#took(reports)
    },
    showSamples: () => this.showSamples(),
  })
  #settings: Settings | null = null
  #engineGone = false
  #isOnGpu = false
  #isObserved = false
  /** The networks in training, and all whose shaders the engine has compiled for the GPU. */
  #networks = ''
  readonly #compiled = new Set<string>()
  /** Kept until a training is wanted: generators are played with without one. */
  readonly #wanted = gate()

  constructor(events: SessionEvents) {
    this.#events = events
    this.#engine = this.#newEngine()
    this.#data = new DataLoader(events, {
      load: (source, onProgress) => this.#engine.loadData(source, onProgress),
      options: () => events.dataOptions(),
      onFatal: (error) => {
        this.#fail(error)
      },
    })
  }

  get step(): number {
    return this.#step
  }

  get phase(): Phase {
    return this.#phase
  }

  /** What the training there is was started with; null when there is none. */
  get applied(): { settings: Settings; source: Source; options: DataOptions } | null {
    const [settings, source, options] = [this.#applied, this.#appliedSource, this.#appliedOptions]
    return settings && source ? { settings, source, options } : null
  }

  /** Which data set the engine has. */
  get dataChoice(): Settings['data'] {
    return this.#data.source.choice
  }

  /** Whether the engine's data set has another number of images than is wanted. */
  get isOtherwiseLimited(): boolean {
    return this.#data.isOtherwiseLimited
  }

  /** A training is wanted: `open` goes on to it. */
  want(): void {
    this.#wanted.open()
  }

  /** Loads the engine; once a training is wanted opens the backend, loads the data and stands ready at step 0. */
  async open(): Promise<void> {
    this.#setPhase('loading')
    const engine = this.#engine
    try {
      await engine.load(this.#progressOf(words.frame.engine))
      this.#recipes = await engine.presets()
      this.#settings ??= await this.#events.onRecipes(this.#recipes)
      this.#events.onProgress(null)
      this.#events.onEngine(engine)
      await this.#wanted.opened
      // Another engine may have come in its place meanwhile.
      if (engine !== this.#engine || this.#engineGone) return
      const { data } = this.#settings
      const first = this.#data.version === 0 && data !== 'files' ? builtIn(data) : this.#data.source
      const loaded = this.#data.use(first)
      await this.#openBackend(this.#settings)
      await loaded
      await this.#data.settled()
      // What came in between may have failed, and then there is none yet.
      if (this.#data.version === 0) await this.#data.use(first)
      await this.#begin(this.#settings)
    } catch (thrown) {
      this.#fail(thrown)
    }
    this.#events.onProgress(null)
  }

  /** Whether the training is what is looked at; if not, its pulls let others in more often. */
  set isWatched(watched: boolean) {
    this.#loop.isWatched = watched
  }

  /** Whether every step is to report histograms. */
  async observe(wanted: boolean): Promise<void> {
    this.#isObserved = wanted
    if (!this.#applied || this.#engineGone) return
    try {
      await this.#engine.histogramsEvery(wanted ? 1 : 0)
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Settings whose change waits for Reset. */
  pending(): AfterReset[] {
    const { applied, wanted } = { applied: this.#applied, wanted: this.#settings }
    if (!applied || !wanted) return []
    return AFTER_RESET.filter((name) => {
      if (name === 'data') return this.#data.version !== this.#appliedDataVersion
      if (name === 'recipe' && applied.edited !== wanted.edited) return true
      return applied[name] !== wanted[name]
    })
  }

  /** Takes new settings: rates at once, the others now at step 0 and else at the next Reset. */
  async use(settings: Settings): Promise<void> {
    this.#settings = settings
    if (!this.#applied || this.#phase === 'loading' || this.#phase === 'failed') return
    try {
      const { generatorRate, discriminatorRate } = settings
      const { recipe, edited } = this.#applied
      // The rates of another recipe are for the training that begins with it.
      const isSameRecipe = recipe === settings.recipe && edited === settings.edited
      if (
        isSameRecipe &&
        (generatorRate !== this.#applied.generatorRate ||
          discriminatorRate !== this.#applied.discriminatorRate)
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
    this.want()
    await this.#wanted.opened
    const loaded = await this.#data.use(source)
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
      this.#took(await this.#next(1))
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
    const settings = this.#settings
    await this.#orAsBefore(failedBefore, async () => {
      await this.#data.settled()
      await this.#reopenBackend(settings)
      await this.#begin(settings)
    })
  }

  /** Something else that the engine was used for has failed so that it is of no use any more. */
  failed(error: Error): void {
    if (!this.#engineGone) this.#fail(error)
  }

  /** Goes on from a checkpoint; what cannot go on leaves the training there is. */
  async resume({ name, bytes, settings, source }: Checkpoint): Promise<void> {
    await this.pause()
    if (this.#phase !== 'ready' && (this.#phase !== 'failed' || this.#engineGone)) {
      const { notReady, notReadyReset } = words.notices
      const sentence = this.#phase === 'failed' ? notReadyReset : notReady
      this.#events.onError(new NamedError('NotReady', sentence))
      return
    }
    const failedBefore = this.#phase === 'failed'
    this.#setPhase('loading')
    await this.#orAsBefore(failedBefore, async () => {
      if (source && !this.#data.has(source) && !(await this.#data.use(source))) {
        throw new NamedError('DataError', filled(words.notices.needsData, { name }))
      }
      await this.#data.settled()
      await this.#reopenBackend(settings)
      const resumed = await this.#engine.resume(name, bytes)
      const taken = this.#events.onResumed(resumed, { ...settings, data: this.#data.source.choice })
      this.#settings = taken
      await this.#stand(resumed, taken)
    })
  }

  async showSamples(): Promise<void> {
    const averaged = this.#settings?.averaged ?? true
    this.#events.onSamples(await this.#engine.sampleGrid(averaged), averaged)
  }

  async describeRecipe(json: string): Promise<RecipeDescription> {
    return await this.#engine.describeRecipe(json)
  }

  async checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#engine.checkpoint()
  }

  async saveGenerator(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#engine.saveGenerator(encoding)
  }

  /** Takes so many steps; the first on a GPU, which waits for shaders, shows that it does. */
  async #next(steps: number): Promise<StepReport[]> {
    if (!this.#isOnGpu || this.#compiled.has(this.#networks)) return await this.#engine.next(steps)
    this.#events.onProgress({ what: words.frame.shaders, loaded: null, total: null })
    try {
      return await this.#engine.next(steps)
    } finally {
      this.#compiled.add(this.#networks)
      this.#events.onProgress(null)
    }
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
    this.#events.onProgress({ what: words.frame.networks, loaded: null, total: null })
    const recipe = baseRecipe(settings, this.#recipes)
    if (!recipe) throw new Error(`The engine has no recipe named ${settings.recipe}.`)
    const started = await this.#engine.start(configured(recipe, settings), settings.seed)
    await this.#stand(started, settings)
  }

  /** The engine has a training: it is shown. */
  async #stand({ info, recipe }: Started, settings: Settings): Promise<void> {
    this.#step = info.step
    this.#networks = JSON.stringify(recipe)
    this.#applied = { ...settings }
    this.#appliedDataVersion = this.#data.version
    this.#appliedSource = this.#data.source
    this.#appliedOptions = this.#data.options
    if (this.#isObserved) await this.#engine.histogramsEvery(1)
    this.#events.onTraining(info, settings)
    this.#events.onReals(await this.#engine.realGrid())
    await this.showSamples()
    this.#setPhase('ready')
    // Settings changed while this was under way.
    if (this.#settings && this.#settings !== settings) await this.use(this.#settings)
  }

  /** Runs `change`; what cannot be started leaves the training there is, unless that has failed. */
  async #orAsBefore(failedBefore: boolean, change: () => Promise<void>): Promise<void> {
    try {
      await change()
    } catch (thrown) {
      const error = asError(thrown)
      if (needsNewEngine(error) || failedBefore || !this.#applied) this.#fail(error)
      else {
        this.#events.onError(error)
        this.#setPhase('ready')
      }
    }
    this.#events.onProgress(null)
  }

  async #reopenBackend(settings: Settings): Promise<void> {
    if (settings.backend !== this.#applied?.backend) await this.#openBackend(settings)
  }

  async #openBackend(settings: Settings): Promise<void> {
    const backend = await this.#engine.openBackend(settings.backend)
    this.#isOnGpu = backend.kind === 'webgpu'
    this.#events.onBackend(backend)
    if (this.#applied) this.#applied = { ...this.#applied, backend: settings.backend }
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
    this.#compiled.clear()
    const onNotice = (sentence: string) => {
      this.#events.onNotice(sentence)
    }
    return new WorkerEngine(onNotice, undefined, sentenceOf)
  }
}
