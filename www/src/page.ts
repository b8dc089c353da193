import { Alarming } from './alarming'
import { Conductor } from './conductor'
import { Embedding } from './embedding/embedding'
import { FirstMinute } from './first-minute'
import type { Recipe, Started, TrainingInfo } from './engine/types'
import { kindOfWeights } from './files/weights'
import { Saver } from './saver'
import { Matching } from './matching'
import { prepare } from './generators/open'
import { readCatalogue } from './play/catalogue'
import { Play } from './play/play'
import { FinishedView } from './play/view/finished'
import { presets } from './recipes/presets'
import { backendIn } from './settings/address'
import { AddressBar } from './settings/address-bar'
import { Rooms } from './rooms'
import { Standing } from './standing'
import type { Mode } from './shared/place'
import { SHAPES } from './settings/data-shapes'
import { asTrained, baseRecipe, fits, fitted } from './settings/recipes'
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
import { button, canvas } from './view/elements'
import { GeneratedView } from './view/generated'
import { GoalView } from './view/goal'
import { GridView, realsOf } from './view/grid'
import { showImages } from './view/images'
import { showBackend, showData, showTraining } from './view/info'
import { installLanguage } from './view/language'
import { Palette } from './view/palette'
import { RecipeEditor } from './view/recipe-editor'
import { explainSlowness } from './view/slowness'
import { StatusView } from './view/status'
import { installTheme } from './view/theme'
import { Transport } from './view/transport'

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
  readonly #goal = new GoalView()
  readonly #generated = new GeneratedView()
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
      this.#saver.dataCame(this.#session.data)
      this.#data.loaded(info)
      showData(info)
      showImages(info)
      this.#matching.tellColours(info)
      this.#showRecipe()
      this.#standing.showPending()
    },
    onTraining: (info, settings, course) => {
      this.#trainingStarted(info, settings, course)
    },
    onLeaving: () => this.#saver.putBy(),
    onEnded: () => {
      this.#status.notice(words.notices.engineEnded, { cause: 'engine' })
    },
    onResumed: (resumed, settings) => this.#resumed(resumed, settings),
    onReports: (reports) => {
      this.#course.took(reports)
      this.#alarming.took(reports)
      this.#status.past('engine', 'address')
      this.#saver.took(this.#session.step)
      this.#goal.took(this.#session.step)
    },
    onJudged: (judged) => {
      this.#course.judged(judged)
    },
    onSamples: (grid, averaged) => {
      this.#generated.show(grid, averaged, this.#session.step)
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

  readonly #saver: Saver = new Saver({
    ...this.#common,
    dataOptions: this.#dataOptions,
    course: () => this.#course.course,
  })

  readonly #conductor: Conductor = new Conductor({
    ...this.#common,
    saver: this.#saver,
    editor: this.#editor,
  })

  readonly #alarming = new Alarming({
    ...this.#common,
    saver: this.#saver,
    course: this.#course,
    reset: () => this.#conductor.reset(),
  })

  readonly #teller: Teller = new Teller({
    ...this.#common,
    play: this.#play,
    reset: () => void this.#conductor.reset(),
    remedies: (error) => this.#matching.remedies(error),
    offerLast: () => void this.#saver.offerLast(),
  })

  readonly #transport = new Transport({
    phase: () => this.#session.phase,
    start: () => void this.#first.startPressed(),
    pause: this.#taken(() => this.#conductor.pause()),
    stepOnce: this.#taken(() => this.#session.stepOnce()),
    reset: this.#taken(() => this.#conductor.reset()),
    startAnew: this.#taken(() => this.#conductor.startAnew()),
    toggleAveraged: () => {
      this.#controls.toggleAveraged()
    },
  })

  readonly #first: FirstMinute = new FirstMinute({
    session: this.#session,
    status: this.#status,
    generated: this.#generated,
    conductor: this.#conductor,
    matching: this.#matching,
    onHeldBack: () => {
      this.#standing.show('loading')
    },
    isSeen: () => this.#rooms.mode === 'train',
  })

  readonly #standing: Standing = new Standing({
    session: this.#session,
    first: this.#first,
    matching: this.#matching,
    controls: this.#controls,
    status: this.#status,
    course: this.#course,
    goal: this.#goal,
    transport: this.#transport,
  })

  readonly #finished = new FinishedView(() => {
    this.#go('play')
  })

  constructor() {
    if (this.#rooms.named().mode === 'play') prepare()
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
    button('take-mnist').addEventListener('click', () => void this.#first.takeMnist())
    this.#opened = this.#session.open()
    void this.#conductor.takeUp(this.#opened)
    const begun = this.#first.begin(this.#opened)
    const { mode, model } = this.#rooms.named()
    const listed = readCatalogue()
    if (mode === 'train') {
      await this.#first.opening
      this.#go(mode)
    }
    const cards = await listed
    this.#finished.offer(cards)
    this.#play.offer(cards, model)
    this.#embedding.offer(cards)
    if (mode !== 'train' || this.#rooms.mode !== 'train') this.#go(this.#rooms.mode)
    await begun
  }

  #go(mode: Mode): void {
    const before = this.#rooms.mode
    this.#rooms.show(mode)
    this.#play.visible = mode === 'play'
    this.#embedding.show(mode === 'embed', before === 'train' && this.#trains)
    this.#session.isWatched = mode === 'train'
    if (mode === 'train') {
      this.#course.open()
      if (!this.#first.isHeldBack) this.#session.want()
    } else this.#first.left()
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
    await this.#saver.open(file)
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
    this.#standing.showPending()
  }

  async #firstSettings(): Promise<Settings> {
    // A recipe in the address is checked by the engine.
    if (sharedIn(new URL(location.href)) !== null) await this.#session.load()
    const read = async (json: string) => (await this.#session.engine.describeRecipe(json)).recipe
    const settings = await this.#address.settings(presets, read, (sentence) => {
      this.#status.notice(sentence, { cause: 'address' })
    })
    // What is drawn by a program is there at once, where nobody has asked for anything else.
    const recipe = baseRecipe(settings, presets)
    const isFit = recipe !== undefined && fits(recipe, SHAPES['drawn-digits'])
    if ((await this.#first.opening).kind !== 'waits' && isFit) settings.data = 'drawn-digits'
    this.#suited = recipe
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
    this.#saver.began(info.step)
    this.#controls.accepted()
    this.#alarming.began(info, this.#controls.recipe())
    const recipe = baseRecipe(settings, presets)
    this.#goal.began(info, recipe, { ...settings, data: this.#session.data.choice })
    explainSlowness(info, settings.batch)
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
    const wasRunning = this.#phase === 'running'
    this.#phase = phase
    this.#play.lends(phase === 'ready' || phase === 'running')
    this.#standing.show(phase)
    if (phase === 'ready' && wasRunning) this.#saver.save()
  }

  /** What somebody presses makes the training theirs. */
  #taken(act: () => Promise<unknown>): () => void {
    return () => {
      this.#first.taken()
      void act()
    }
  }
}
