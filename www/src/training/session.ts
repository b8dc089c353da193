import { words } from '../strings/page'
import { asError, NamedError, needsNewEngine } from '../engine/errors'
import type { Engine, Started, Turn } from '../engine/types'
import type { BackendChoice } from '../shared/backend'
import type { AfterReset, Settings } from '../settings/settings'
import type { Applied } from './applied'
import { type Checkpoint, resumed } from './checkpoint'
import { DataLoader } from './data'
import type { Phase, SessionEvents } from './events'
import { gate } from './gate'
import { settlesWithin } from '../shared/patience'
import type { Direct } from './direct'
import { Run } from './run'
import type { Course } from './saved'
import { Seat } from './seat'
import { builtIn, type Source } from './sources'
import { UnderWay } from './under-way'
import { recipeOf, Wishes } from './wishes'

/** One engine with its backend, data and training, and the order in which they come about. */
export class Session {
  readonly #events: SessionEvents
  readonly #seat: Seat
  #phase: Phase = 'loading'
  readonly #wishes = new Wishes()
  readonly #data: DataLoader
  readonly #work = new UnderWay()
  readonly #run: Run
  /** Whether Reset waits for what is under way. */
  #isLeaving = false
  /** Kept until a training is wanted: generators are played with without one. */
  readonly #wanted = gate()
  /** Kept until an engine was loaded. */
  readonly #loaded = gate()

  constructor(events: SessionEvents) {
    this.#events = events
    this.#seat = new Seat(events)
    this.#run = new Run(this.#seat, events, () => this.#wishes.averaged)
    this.#data = new DataLoader(events, {
      load: async (source, onProgress) => {
        await this.#seat.ensure(this.#wish)
        return await this.#seat.engine.loadData(source, onProgress)
      },
      options: () => events.dataOptions(),
      onFatal: (error) => {
        this.#fail(error)
      },
    })
  }

  get step(): number {
    return this.#run.step
  }

  get phase(): Phase {
    return this.#phase
  }

  /** What the training there is was started with; null when there is none. */
  get applied(): Applied | null {
    return this.#wishes.applied
  }

  /** Which data set the engine has. */
  get data(): Source {
    return this.#data.source
  }

  /** Whether the engine's data set has another number of images than is wanted. */
  get isOtherwiseLimited(): boolean {
    return this.#data.isOtherwiseLimited
  }

  /** A training is wanted: `open` goes on to it. */
  want(): void {
    this.#wanted.open()
  }

  /** Once a training is wanted loads the engine, opens the backend, loads the data and stands ready at step 0. */
  async open(): Promise<void> {
    this.#setPhase('loading')
    const { engine } = this.#seat
    try {
      this.#wishes.settings ??= await this.#events.firstSettings()
      await this.#wanted.opened
      // Another engine may have come in its place meanwhile.
      if (!this.#seat.isTakenBy(engine)) return
      await this.load()
    } catch (thrown) {
      this.#fail(thrown)
      if (engine === this.#seat.engine) this.#events.onProgress(null)
      return
    }
    if (!this.#seat.isTakenBy(engine)) return
    await this.#work.is(this.#furnish(engine))
  }

  /** Whether every step is to report histograms. */
  async observe(wanted: boolean): Promise<void> {
    try {
      await this.#run.observe(wanted, this.applied !== null && !this.#seat.isGone)
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Settings whose change waits for Reset. */
  pending(): AfterReset[] {
    return this.#wishes.pending(this.#data)
  }

  /** Takes new settings: rates at once, the others now at step 0 and else at the next Reset. */
  async use(settings: Settings): Promise<void> {
    this.#wishes.settings = settings
    if (!this.applied || this.#phase === 'loading' || this.#phase === 'failed') return
    try {
      const { rates, averaged } = this.#wishes.atOnce()
      if (rates) {
        this.#wishes.apply(rates)
        await this.#seat.engine.setRates(rates.generatorRate, rates.discriminatorRate)
      }
      if (averaged !== null) {
        this.#wishes.apply({ averaged })
        await this.#run.showSamples()
      }
    } catch (thrown) {
      this.#fail(thrown)
    }
    await this.#startOverAtStepZero()
  }

  /**
   * Loads another data set; the training goes on undisturbed, and an error leaves the old one.
   * False when the data could not be had or another choice came in between.
   */
  async useData(source: Source): Promise<boolean> {
    this.want()
    await this.#wanted.opened
    const loaded = await this.#data.use(source)
    if (loaded) await this.#startOverAtStepZero()
    return loaded
  }

  /** Waits for the data set that is on its way, and for the training that begins with it. */
  async dataSettled(): Promise<void> {
    await this.#data.settled()
    await this.#work.last
  }

  /** Gives up the data set that is on its way; the one at hand stays. */
  async stopLoading(): Promise<void> {
    await this.#seat.engine.stopLoading().catch(() => undefined)
  }

  start(): void {
    void this.#make('running', () => this.#run.on())
  }

  /** Makes so many steps; ends early when it is paused. */
  async make(steps: number): Promise<void> {
    await this.#make('running', () => this.#run.on(steps))
  }

  /** Whether it is looked at, who learns and how slowly, and who learnt last. */
  get run(): Pick<Run, 'isWatched' | 'pace' | 'learnt'> {
    return this.#run
  }

  /** One step, of `turn` or else of whoever learns now. */
  async stepOnce(turn?: Turn): Promise<void> {
    await this.#make('stepping', () => this.#run.once(turn))
  }

  /** Asks for no more steps; false when the one under way takes longer than one likes to wait. */
  async pause(): Promise<boolean> {
    this.#run.stop()
    return await settlesWithin(this.#work.last)
  }

  /** Asks for no more steps, and waits for what is under way, however long it takes. */
  async rest(): Promise<void> {
    this.#run.stop()
    await this.#work.last
  }

  /**
   * Starts over with the settings as they are now, with a new engine if the old one is gone. One that
   * does not answer is ended.
   */
  async reset(): Promise<void> {
    if (this.#isLeaving) return
    this.#isLeaving = true
    const answers = this.#seat.isGone || (await this.pause())
    const before = this.#phase
    this.#setPhase('loading')
    if (!answers) {
      this.abandon()
      this.#events.onEnded()
    } else if (before === 'ready') await this.#events.onLeaving()
    this.#isLeaving = false
    await this.#startOver(before)
  }

  /** Ends the engine; what it was at is lost. Reset and `resume` go on with a new one. */
  abandon(): void {
    this.#run.stop()
    this.#seat.end()
  }

  /** Goes on from a checkpoint, and says whether it does; if not, the training there is stays. */
  async resume(checkpoint: Checkpoint): Promise<boolean> {
    if (!this.#seat.isGone) await this.rest()
    if (this.#phase === 'loading' && !this.#seat.isGone) {
      this.#events.onError(new NamedError('NotReady', words.notices.notReady))
      return false
    }
    // Another backend is another engine's: then there is nothing to go back to.
    const isServed = !this.#seat.isGone && this.#seat.serves(checkpoint.settings.backend)
    const failedBefore = this.#phase === 'failed' || !isServed
    this.#setPhase('loading')
    return await this.#work.is(this.#orAsBefore(failedBefore, () => this.#goOnFrom(checkpoint)))
  }

  /** What it is asked for directly, once it is loaded. */
  get engine(): Direct {
    return this.#seat.engine
  }

  /** What reads recipes, once the engine is there: it is not fetched for this. */
  async reader(): Promise<Pick<Engine, 'describeRecipe' | 'draftRecipe' | 'recipeForms'>> {
    await this.#loaded.opened
    return this.#seat.engine
  }

  /** Fetches the engine, if it is not there. */
  async load(): Promise<void> {
    await this.#seat.ensure(this.#wish)
    this.#loaded.open()
    this.#events.onProgress(null)
  }

  /** What an engine is to compute on that is loaded now. */
  get #wish(): BackendChoice {
    return this.#wishes.backend ?? this.#events.firstBackend()
  }

  /** Gives a loaded engine its backend and its data, and begins. */
  async #furnish(engine: Engine): Promise<void> {
    try {
      const { settings } = this.#wishes
      if (!settings) return
      const { data } = settings
      const isFirst = this.#data.version === 0 && data !== 'files'
      const usual = isFirst ? builtIn(data) : this.#data.source
      const opened = this.#withBackend(settings)
      const loaded = this.#data.use(this.#data.wanted ?? usual)
      const furnished = await opened
      await loaded
      await this.#data.settledAnew()
      // What came in between may have failed, and then there is none yet.
      if (this.#data.version === 0) await this.#data.use(usual)
      // Settings may have changed, and another engine may have come in its place.
      const { backend } = furnished
      if (this.#seat.isTakenBy(engine))
        await this.#begin({ ...(this.#wishes.settings ?? settings), backend })
    } catch (thrown) {
      this.#fail(thrown)
    }
    if (engine === this.#seat.engine) this.#events.onProgress(null)
  }

  /** Begins anew after this phase. */
  async #startOver(before: Phase): Promise<void> {
    this.#setPhase('loading')
    const { settings } = this.#wishes
    if (this.#seat.isGone || !this.applied || !settings) {
      this.#renew()
      await this.open()
      return
    }
    const { engine } = this.#seat
    if (!this.#seat.serves(settings.backend)) {
      this.#data.lose()
      await this.#work.is(this.#furnish(engine))
      return
    }
    await this.#work.is(
      this.#orAsBefore(before === 'failed', async () => {
        await this.#data.settledAnew()
        // Another engine may have come in its place meanwhile.
        if (this.#seat.isTakenBy(engine)) await this.#begin(await this.#withBackend(settings))
      }),
    )
  }

  async #startOverAtStepZero(): Promise<void> {
    if (this.#phase === 'ready' && this.step === 0 && this.pending().length > 0) {
      await this.#startOver('ready')
    }
  }

  async #goOnFrom(checkpoint: Checkpoint): Promise<void> {
    if (this.#seat.isGone) this.#renew()
    else if (!this.#seat.serves(checkpoint.settings.backend)) this.#data.lose()
    const settings = await this.#withBackend(checkpoint.settings)
    await this.load()
    const started = await resumed(this.#seat, this.#data, checkpoint)
    const data = this.#data.source.choice
    const goesOn = this.#events.onResumed(started, { ...settings, data })
    this.#wishes.settings = goesOn
    await this.#stand(started, goesOn, checkpoint.course)
  }

  /** Makes steps, if it stands ready for them. */
  async #make(phase: 'running' | 'stepping', steps: () => Promise<void>): Promise<void> {
    if (this.#phase !== 'ready') return
    this.#setPhase(phase)
    await this.#work.is(this.#making(steps()))
  }

  /** Steps are being made. */
  async #making(steps: Promise<void>): Promise<void> {
    try {
      await steps
      this.#setPhase('ready')
      // At rest, so that nothing waits for it.
      this.#run.judge().catch((thrown: unknown) => {
        this.#fail(thrown)
      })
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  async #begin(settings: Settings): Promise<void> {
    this.#events.onProgress({ what: () => words.frame.networks, loaded: null, total: null })
    const started = await this.#seat.engine.start(recipeOf(settings), settings.seed)
    await this.#stand(started, settings, null)
  }

  /** The engine has a training: it is shown. */
  async #stand(
    { info, recipe }: Started,
    settings: Settings,
    course: Course | null,
  ): Promise<void> {
    this.#seat.trains(recipe)
    this.#wishes.stands(settings, this.#data)
    await this.#run.stand(info.step)
    this.#events.onTraining(info, settings, course)
    this.#events.onReals(await this.#seat.engine.realGrid())
    await this.#run.showSamples()
    this.#setPhase('ready')
    // Settings changed while this was under way.
    const wanted = this.#wishes.settings
    if (wanted && wanted !== settings) await this.use(wanted)
  }

  /** Runs `change`; what cannot be started leaves the training there is, unless that has failed. */
  async #orAsBefore(failedBefore: boolean, change: () => Promise<void>): Promise<boolean> {
    try {
      await change()
    } catch (thrown) {
      const error = asError(thrown)
      // Who ended the engine goes on with another.
      if (error.name === 'EngineClosed') return false
      if (needsNewEngine(error) || failedBefore || !this.applied) this.#fail(error)
      else {
        this.#events.onError(error)
        this.#setPhase('ready')
      }
      this.#events.onProgress(null)
      return false
    }
    this.#events.onProgress(null)
    return true
  }

  /** Opens the backend of these settings, and gives the settings with the one that there is. */
  async #withBackend(settings: Settings): Promise<Settings> {
    const backend = await this.#seat.load(settings.backend)
    this.#wishes.apply({ backend })
    return { ...settings, backend }
  }

  #fail(thrown: unknown): void {
    const error = asError(thrown)
    if (error.name === 'EngineClosed') return
    if (needsNewEngine(error)) this.#seat.lost()
    this.#run.stop()
    this.#setPhase('failed')
    this.#events.onError(error)
  }

  #setPhase(phase: Phase): void {
    this.#phase = phase
    this.#events.onPhase(phase)
  }

  /** A new engine in place of the one there is, which has to be loaded. */
  #renew(): void {
    this.#seat.renew()
    this.#data.lose()
    this.#wishes.isGone()
  }
}
