import { Embedding } from './embedding/embedding'
import type { Recipe, Started, StepReport, TrainingInfo } from './engine/types'
import { kindOfWeights } from './files/weights'
import { Keeper } from './keeper'
import { readCatalogue } from './play/catalogue'
import { Play } from './play/play'
import { AddressBar } from './settings/address-bar'
import { givenIn, type Mode, placeIn } from './settings/mode'
import { baseRecipe, fitted, isPreset, withRecipe } from './settings/recipes'
import type { Settings } from './settings/settings'
import { words } from './strings/page'
import { DataChooser } from './training/chooser'
import { sharedIn } from './settings/shared-recipe'
import { Clock } from './training/clock'
import type { Phase } from './training/events'
import { History } from './training/history'
import { Session } from './training/session'
import { Charts } from './view/charts'
import { Controls } from './view/controls'
import { DataOptionsView } from './view/data-options'
import { installDrop } from './view/drop'
import { installDownloads } from './view/downloads'
import { canvas } from './view/elements'
import { GridView, realsOf, samplesOf } from './view/grid'
import { HistogramsView } from './view/histograms'
import { showImages } from './view/images'
import { showBackend, showData, showTraining } from './view/info'
import { installLanguage } from './view/language'
import { Meters } from './view/meters'
import { ModeSwitch } from './view/mode-switch'
import { Palette } from './view/palette'
import { RecipeEditor } from './view/recipe-editor'
import { StatusView } from './view/status'
import { installTheme } from './view/theme'
import { phaseSentence, Transport } from './view/transport'

/** Connects the session with what is seen and pressed. */
export class Page {
  readonly #history = new History()
  readonly #clock = new Clock()
  readonly #palette = new Palette()
  readonly #charts = new Charts(this.#history, this.#palette)
  readonly #histograms = new HistogramsView((wanted) => {
    void this.#session.observe(wanted)
  })
  readonly #meters = new Meters()
  readonly #status = new StatusView()
  readonly #samples = new GridView(canvas('samples'))
  readonly #reals = new GridView(canvas('reals'))
  readonly #address = new AddressBar()
  /** Where the training stood when it began: a resumed one does not begin at 0. */
  #began = { step: 0, epoch: 0 }
  #last: StepReport | null = null
  #batch = 0
  #mode: Mode = 'train'
  /** What the address calls the generator that Play has open. */
  #model: string | null = null
  /** Whether there are generators to play with. */
  #offers = false
  #opened: Promise<void> = Promise.resolve()
  #phase: Phase = 'loading'
  /** The recipe that the data set was chosen for last. */
  #suited: Recipe | undefined

  readonly #complain = (sentence: string): void => {
    this.#status.error(sentence)
  }

  readonly #notify = (sentence: string): void => {
    this.#status.notice(sentence)
  }

  readonly #controls = new Controls({
    onChange: (settings) => {
      this.#settingsChanged(settings)
    },
    onData: (choice) => {
      this.#data.choose(choice)
    },
    onInvalid: this.#complain,
  })

  readonly #editor: RecipeEditor = new RecipeEditor({
    describe: (json) => this.#session.describeRecipe(json),
    onRecipe: (recipe) => {
      this.#controls.takeRecipe(recipe)
    },
    onNumbers: (recipe) => {
      this.#controls.takeNumbers(recipe)
    },
  })

  readonly #dataOptions = new DataOptionsView({
    onChange: () => {
      this.#data.reread()
    },
    onInvalid: this.#complain,
  })

  readonly #data: DataChooser = new DataChooser({
    use: (source) => this.#session.useData(source),
    choice: () => this.#controls.settings?.data,
    recipe: () => this.#controls.recipe(),
    options: () => this.#dataOptions.options,
    isOtherwiseLimited: () => this.#session.isOtherwiseLimited,
    onRecipe: (file) => this.#editor.open(file),
    onWeights: (file) => this.#openWeights(file),
    onForeign: (files) => this.#openGenerator(files),
    onTraining: () => {
      this.#go('train')
    },
    onError: (error) => {
      this.#status.error(error.message)
    },
    onNotice: this.#notify,
  })

  readonly #session: Session = new Session({
    onPhase: (phase) => {
      this.#showPhase(phase)
    },
    onProgress: (progress) => {
      this.#status.progress(progress)
      this.#play.progress(progress)
    },
    onRecipes: async (recipes) => {
      const read = async (json: string) => (await this.#session.describeRecipe(json)).recipe
      const settings = await this.#address.settings(recipes, read, this.#notify)
      this.#suited = baseRecipe(settings, recipes)
      this.#controls.open(recipes, settings)
      this.#showRecipe()
      return settings
    },
    dataOptions: () => this.#dataOptions.options,
    onEngine: (engine) => {
      void this.#play.useEngine(engine)
    },
    onBackend: showBackend,
    onData: (info) => {
      this.#data.loaded(info)
      showData(info)
      showImages(info.report)
      this.#showRecipe()
      this.#showPending()
    },
    onTraining: (info, settings) => {
      this.#trainingStarted(info, settings)
    },
    onResumed: (resumed, settings) => this.#resumed(resumed, settings),
    onReports: (reports) => {
      this.#took(reports)
    },
    onSamples: (grid, averaged) => {
      this.#samples.show(grid, samplesOf(grid, averaged, this.#session.step))
    },
    onReals: (grid) => {
      this.#reals.show(grid, realsOf(grid))
    },
    onError: (error) => {
      this.#status.error(error.message)
      if (this.#session.phase === 'failed') this.#play.stopped(error)
    },
    onNotice: this.#notify,
    onDataChoice: (choice) => {
      this.#controls.dataChoice(choice)
    },
  })

  readonly #play: Play = new Play({
    backend: () => this.#controls.settings?.backend ?? 'auto',
    onBackend: (backend) => {
      this.#controls.choose({ backend })
    },
    onModel: (reference) => {
      this.#model = reference
      this.#showPlace()
    },
    onFatal: (error) => {
      this.#session.failed(error)
    },
    onRestart: () => {
      void this.#session.reset()
    },
    onNotice: this.#notify,
    isTraining: () => this.#trains || ['running', 'stepping'].includes(this.#phase),
  })

  readonly #embedding = new Embedding({
    open: () => this.#play.chosen,
    trained: () => (this.#trains ? (encoding) => this.#session.saveGenerator(encoding) : null),
    recipe: () => this.#recipeName,
  })

  readonly #modes = new ModeSwitch((mode) => {
    this.#go(mode)
  })

  readonly #keeper: Keeper = new Keeper({
    session: this.#session,
    chooser: this.#data,
    controls: this.#controls,
    status: this.#status,
    dataOptions: this.#dataOptions,
  })

  readonly #transport = new Transport({
    phase: () => this.#session.phase,
    start: () => {
      this.#session.start()
    },
    pause: () => {
      this.#status.phase('running', words.train.pausing)
      void this.#session.pause()
    },
    stepOnce: () => {
      void this.#session.stepOnce()
    },
    reset: () => {
      this.#status.clearErrors()
      void this.#session.reset()
    },
    toggleAveraged: () => {
      this.#controls.toggleAveraged()
    },
  })

  async open(): Promise<void> {
    installTheme(() => {
      this.#palette.forget()
      this.#charts.recolour()
    })
    installLanguage(async () => {
      await this.#session.pause()
      return await this.#keeper.saved()
    })
    installDrop((files) => {
      this.#play.expect(files)
      void this.#data.take(files)
    })
    installDownloads({
      name: () => this.#recipeName,
      step: () => this.#session.step,
      generator: (encoding) => this.#session.saveGenerator(encoding),
      checkpoint: () => this.#session.checkpoint(),
      onError: (error) => {
        this.#status.error(error.message)
      },
    })
    window.addEventListener('hashchange', () => {
      // An address with a recipe, put into a page that is open.
      if (sharedIn(new URL(location.href)) !== null) location.reload()
    })
    this.#opened = this.#session.open()
    void this.#keeper.offer(this.#opened)
    const address = new URL(location.href)
    // What will most likely be seen, before the list of generators has come.
    this.#modes.show(placeIn(givenIn(address), true).mode)
    const cards = await readCatalogue()
    this.#offers = cards.length > 0
    const { mode, model } = placeIn(givenIn(address), this.#offers)
    this.#play.offer(cards, model)
    this.#embedding.offer(cards)
    this.#model = model
    this.#go(mode)
  }

  #go(mode: Mode): void {
    const before = this.#mode
    this.#mode = mode
    this.#modes.show(mode)
    this.#play.visible = mode === 'play'
    this.#embedding.show(mode === 'embed', before === 'train' && this.#trains)
    this.#session.isWatched = mode === 'train'
    if (mode === 'train') this.#session.want()
    this.#showPlace()
  }

  /** Whether there is a generator that has learnt something. */
  get #trains(): boolean {
    return this.#session.step > 0 && ['ready', 'running', 'stepping'].includes(this.#phase)
  }

  #showPlace(): void {
    this.#address.place({ mode: this.#mode, model: this.#model }, this.#offers)
  }

  /** What does not say what it is, is taken for what the open part of the page takes. */
  async #openWeights(file: File): Promise<void> {
    const usual = this.#mode === 'play' ? 'generator' : 'checkpoint'
    if (((await kindOfWeights(file)) ?? usual) !== 'checkpoint') {
      await this.#openGenerator([file])
      return
    }
    const isNew = this.#mode !== 'train'
    this.#go('train')
    if (isNew) await this.#opened
    await this.#keeper.open(file)
  }

  async #openGenerator(files: File[]): Promise<void> {
    this.#go('play')
    await this.#play.openFiles(files)
  }

  #settingsChanged(settings: Settings): void {
    const { presets } = this.#controls
    void this.#address.show(settings, presets)
    // Before the session hears of the recipe: a reset then waits for the data that suits it.
    const recipe = baseRecipe(settings, presets)
    if (recipe && recipe !== this.#suited) this.#data.suit(recipe)
    this.#suited = recipe
    this.#data.reread()
    void this.#session.use(this.#controls.settings ?? settings)
    this.#play.backendChanged()
    this.#showRecipe()
    this.#showPending()
  }

  #showRecipe(): void {
    const recipe = this.#controls.recipe()
    if (!recipe) return
    this.#dataOptions.suit(recipe)
    this.#editor.show(fitted(recipe, this.#data.shape))
  }

  get #recipeName(): string {
    return this.#controls.recipe()?.name ?? 'generator'
  }

  #trainingStarted(info: TrainingInfo, settings: Settings): void {
    this.#batch = settings.batch
    this.#last = null
    this.#began = { step: info.step, epoch: info.epoch }
    this.#history.clear()
    this.#clock.clear()
    this.#charts.judges(info.hasProbabilities)
    this.#charts.show(null)
    this.#charts.describe()
    this.#histograms.begin(info.hasProbabilities)
    this.#showMeters()
    this.#keeper.began(info.step)
    showTraining(info)
  }

  /** The settings that a resumed training has. */
  #resumed({ info, recipe }: Started, settings: Settings): Settings {
    const own = settings.data === 'files'
    const { presets } = this.#controls
    const resumed = {
      ...withRecipe(settings, recipe, presets, (preset) => isPreset(preset, recipe, own)),
      seed: info.seed,
    }
    this.#controls.take(resumed)
    this.#suited = baseRecipe(resumed, presets)
    void this.#address.show(resumed, presets)
    this.#showRecipe()
    return resumed
  }

  #took(reports: StepReport[]): void {
    this.#history.add(reports)
    this.#last = reports[reports.length - 1] ?? this.#last
    this.#clock.mark(this.#session.step)
    this.#charts.show(this.#last)
    this.#histograms.took(reports)
    this.#showMeters()
    this.#keeper.took(this.#session.step)
  }

  #showMeters(): void {
    const { step, epoch } = this.#last ?? this.#began
    this.#meters.show({
      step,
      epoch,
      stepsPerSecond: this.#clock.stepsPerSecond(),
      batch: this.#batch,
      milliseconds: this.#clock.milliseconds(),
    })
  }

  #showPhase(phase: Phase): void {
    const { step } = this.#session
    const wasRunning = this.#phase === 'running'
    this.#phase = phase
    this.#play.lends(phase === 'ready' || phase === 'running')
    if (phase === 'running' || phase === 'stepping') this.#clock.start(step)
    else this.#clock.stop()
    this.#showMeters()
    this.#transport.show(phase, step)
    this.#status.phase(phase, phaseSentence(phase, step))
    this.#showPending()
    if (phase === 'ready') this.#charts.describe()
    if (phase === 'ready' && wasRunning) this.#keeper.save()
  }

  #showPending(): void {
    const pending = this.#session.pending()
    // While a training is being set up, it takes the changes by itself.
    const waiting = this.#session.phase === 'loading' ? [] : pending
    this.#controls.pending(waiting)
    this.#status.pending(waiting.map((name) => words.notices.names[name]))
  }
}
