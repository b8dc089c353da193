import { Alarming } from './alarming'
import { Conductor } from './conductor'
import { Embedding } from './embedding/embedding'
import type { Recipe, Started, TrainingInfo } from './engine/types'
import { kindOfWeights } from './files/weights'
import { Keeper } from './keeper'
import { Matching } from './matching'
import { prepare } from './generators/open'
import { readCatalogue } from './play/catalogue'
import { Play } from './play/play'
import { presets } from './recipes/presets'
import { backendIn } from './settings/address'
import { AddressBar } from './settings/address-bar'
import { Rooms } from './rooms'
import type { Mode } from './shared/place'
import { asTrained, baseRecipe, fitted } from './settings/recipes'
import type { Settings } from './settings/settings'
import { sharedIn } from './settings/shared-recipe'
import { words } from './strings/page'
import { Teller } from './teller'
import { DataChooser } from './training/chooser'
import type { Phase } from './training/events'
import type { Course } from './training/saved'
import { Session } from './training/session'
import { Controls } from './view/controls'
import { CourseView } from './view/course'
import { DataOptionsView } from './view/data-options'
import { installDrop } from './view/drop'
import { installDownloads } from './view/downloads'
import { canvas } from './view/elements'
import { GridView, realsOf, samplesOf } from './view/grid'
import { showImages } from './view/images'
import { showBackend, showData, showTraining } from './view/info'
import { installLanguage } from './view/language'
import { Palette } from './view/palette'
import { RecipeEditor } from './view/recipe-editor'
import { StatusView } from './view/status'
import { installTheme } from './view/theme'
import { phaseSentence, Transport } from './view/transport'

/** Connects the session with what is seen and pressed. */
export class Page {
  readonly #palette = new Palette()
  readonly #course = new CourseView(
    {
      step: () => this.#session.step,
      observe: (wanted) => void this.#session.observe(wanted),
    },
    this.#palette,
  )
  readonly #status = new StatusView(() => {
    void this.#session.stopLoading()
  })
  readonly #samples = new GridView(canvas('samples'))
  readonly #reals = new GridView(canvas('reals'))
  readonly #address = new AddressBar()
  readonly #rooms = new Rooms(this.#address, (mode) => {
    this.#go(mode)
  })
  #opened: Promise<void> = Promise.resolve()
  #phase: Phase = 'loading'
  /** The recipe that the data set was chosen for last. */
  #suited: Recipe | undefined

  readonly #complain = (sentence: string): void => {
    this.#status.error(sentence, { cause: 'setting' })
  }

  readonly #controls = new Controls({
    onChange: (settings) => {
      this.#settingsChanged(settings)
    },
    onData: (choice) => {
      this.#matching.choose(choice)
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
      this.#status.past('setting')
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
      this.#teller.tell(error)
    },
    onNotice: (sentence) => {
      this.#status.notice(sentence, { cause: 'data' })
    },
  })

  readonly #session: Session = new Session({
    onPhase: (phase) => {
      this.#showPhase(phase)
    },
    onProgress: (progress) => {
      this.#status.progress(progress)
    },
    firstSettings: () => this.#firstSettings(),
    firstBackend: () => backendIn(new URL(location.href)),
    dataOptions: () => this.#dataOptions.options,
    onBackend: (info) => {
      this.#teller.backend(info)
      showBackend(info)
    },
    onNoWebGpu: (error) => {
      this.#teller.noWebGpu(error)
    },
    onData: (info) => {
      if (!this.#matching.read(info)) return
      this.#keeper.dataCame(this.#session.data)
      this.#data.loaded(info)
      showData(info)
      showImages(info)
      this.#showRecipe()
      this.#showPending()
    },
    onTraining: (info, settings, course) => {
      this.#trainingStarted(info, settings, course)
    },
    onLeaving: () => this.#keeper.putBy(),
    onEnded: () => {
      this.#status.notice(words.notices.engineEnded, { cause: 'engine' })
    },
    onResumed: (resumed, settings) => this.#resumed(resumed, settings),
    onReports: (reports) => {
      this.#course.took(reports)
      this.#alarming.took(reports)
      this.#status.past('engine', 'address')
      this.#keeper.took(this.#session.step)
    },
    onJudged: (judged) => {
      this.#course.judged(judged)
    },
    onSamples: (grid, averaged) => {
      this.#samples.show(grid, samplesOf(grid, averaged, this.#session.step))
    },
    onReals: (grid) => {
      this.#reals.show(grid, realsOf(grid))
    },
    onError: (error) => {
      this.#teller.tell(error)
      this.#alarming.failed(error)
    },
    onNotice: (sentence, missing) => {
      const act = () => {
        if (missing) this.#data.choose(missing)
      }
      const actions = missing ? [{ name: words.train.tryAgain, act }] : []
      this.#status.notice(sentence, { cause: 'data', actions })
    },
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
      this.#rooms.open(reference)
    },
    onNoWebGpu: (error) => {
      this.#teller.noWebGpu(error)
    },
    trained: () => this.#session.engine.saveGenerator('f32'),
  })

  readonly #embedding = new Embedding({
    open: () => this.#play.chosen,
    trained: () =>
      this.#trains ? (encoding) => this.#session.engine.saveGenerator(encoding) : null,
    recipe: () => this.#recipeName,
  })

  readonly #common = {
    session: this.#session,
    chooser: this.#data,
    controls: this.#controls,
    status: this.#status,
  }

  readonly #matching: Matching = new Matching({
    ...this.#common,
    reset: () => void this.#conductor.reset(),
  })

  readonly #keeper: Keeper = new Keeper({
    ...this.#common,
    dataOptions: this.#dataOptions,
    course: () => this.#course.course,
  })

  readonly #conductor: Conductor = new Conductor({
    ...this.#common,
    keeper: this.#keeper,
    editor: this.#editor,
  })

  readonly #alarming = new Alarming({
    ...this.#common,
    keeper: this.#keeper,
    course: this.#course,
    reset: () => this.#conductor.reset(),
  })

  readonly #teller: Teller = new Teller({
    ...this.#common,
    play: this.#play,
    reset: () => void this.#conductor.reset(),
    remedies: (error) => this.#matching.remedies(error),
    offerLast: () => void this.#keeper.offerLast(),
  })

  readonly #transport = new Transport({
    phase: () => this.#session.phase,
    start: () => {
      this.#session.start()
    },
    pause: () => void this.#conductor.pause(),
    stepOnce: () => {
      void this.#session.stepOnce()
    },
    reset: () => void this.#conductor.reset(),
    toggleAveraged: () => {
      this.#controls.toggleAveraged()
    },
  })

  constructor() {
    if (this.#rooms.guess() === 'play') prepare()
  }

  async open(): Promise<void> {
    installTheme(() => {
      this.#palette.forget()
      this.#course.recolour()
    })
    installLanguage(() => this.#conductor.leave())
    installDrop((files) => {
      this.#status.past('data')
      this.#play.expect(files)
      void this.#data.take(files)
    })
    installDownloads({
      name: () => this.#recipeName,
      step: () => this.#session.step,
      generator: (encoding) => this.#session.engine.saveGenerator(encoding),
      checkpoint: () => this.#session.engine.checkpoint(),
      onError: (error) => {
        this.#teller.tell(error)
      },
    })
    window.addEventListener('hashchange', () => {
      // An address with a recipe, put into a page that is open.
      if (sharedIn(new URL(location.href)) !== null) location.reload()
    })
    this.#opened = this.#session.open()
    void this.#conductor.takeUp(this.#opened)
    const cards = await readCatalogue()
    const { mode, model } = this.#rooms.named(cards.length > 0)
    this.#play.offer(cards, model)
    this.#embedding.offer(cards)
    this.#go(mode)
  }

  #go(mode: Mode): void {
    const before = this.#rooms.mode
    this.#rooms.show(mode)
    this.#play.visible = mode === 'play'
    this.#embedding.show(mode === 'embed', before === 'train' && this.#trains)
    this.#session.isWatched = mode === 'train'
    if (mode === 'train') {
      this.#course.open()
      this.#session.want()
    }
  }

  /** Whether there is a generator that has learnt something. */
  get #trains(): boolean {
    return this.#session.step > 0 && ['ready', 'running', 'stepping'].includes(this.#phase)
  }

  /** What does not say what it is, is taken for what the open part of the page takes. */
  async #openWeights(file: File): Promise<void> {
    const usual = this.#rooms.mode === 'play' ? 'generator' : 'checkpoint'
    if (((await kindOfWeights(file)) ?? usual) !== 'checkpoint') {
      await this.#openGenerator([file])
      return
    }
    const isNew = this.#rooms.mode !== 'train'
    this.#go('train')
    if (isNew) await this.#opened
    await this.#keeper.open(file)
  }

  async #openGenerator(files: File[]): Promise<void> {
    this.#go('play')
    await this.#play.openFiles(files)
  }

  #settingsChanged(settings: Settings): void {
    void this.#address.show(settings, presets)
    // Before the session hears of the recipe: a reset then waits for the data that suits it.
    const recipe = baseRecipe(settings, presets)
    this.#status.past('setting')
    if (recipe && recipe !== this.#suited) this.#matching.suit(recipe)
    this.#suited = recipe
    this.#data.reread()
    void this.#session.use(this.#controls.settings ?? settings)
    this.#play.backendChanged()
    this.#showRecipe()
    this.#showPending()
  }

  async #firstSettings(): Promise<Settings> {
    // A recipe in the address is checked by the engine.
    if (sharedIn(new URL(location.href)) !== null) await this.#session.load()
    const read = async (json: string) => (await this.#session.engine.describeRecipe(json)).recipe
    const settings = await this.#address.settings(presets, read, (sentence) => {
      this.#status.notice(sentence, { cause: 'address' })
    })
    this.#suited = baseRecipe(settings, presets)
    this.#controls.open(presets, settings)
    this.#play.backendChanged()
    this.#showRecipe()
    return settings
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

  #trainingStarted(info: TrainingInfo, settings: Settings, course: Course | null): void {
    this.#course.began(info, settings.batch, course)
    this.#keeper.began(info.step)
    this.#alarming.began(info, this.#controls.recipe())
    showTraining(info)
  }

  /** The settings that a resumed training has. */
  #resumed({ info, recipe }: Started, settings: Settings): Settings {
    const resumed = asTrained(settings, { recipe, seed: info.seed }, presets)
    this.#controls.take(resumed)
    this.#suited = baseRecipe(resumed, presets)
    void this.#address.show(resumed, presets)
    this.#showRecipe()
    return resumed
  }

  #showPhase(phase: Phase): void {
    const { step } = this.#session
    const wasRunning = this.#phase === 'running'
    this.#phase = phase
    this.#play.lends(phase === 'ready' || phase === 'running')
    this.#course.phase(phase)
    this.#transport.show(phase, step)
    this.#status.phase(phase, phaseSentence(phase, step))
    this.#showPending()
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
