import { Alarming } from './alarming'
import { installBuilder } from './building'
import { Conductor } from './conductor'
import type { Recipe, TrainingInfo } from './engine/types'
import { EyesDoor } from './eyes/door'
import { saveFile } from './files/save'
import { FirstMinute } from './first-minute'
import { Matching } from './matching'
import { NearestOpener } from './nearest/opener'
import { PastLoader } from './past-loader'
import type { Play } from './play/play'
import { presets } from './recipes/presets'
import { RunsDoor } from './runs-door'
import { Saver } from './saver'
import { backendIn } from './settings/address'
import type { AddressBar } from './settings/address-bar'
import { baseRecipe } from './settings/recipes'
import type { Settings } from './settings/settings'
import { Setup } from './setup'
import { Standing } from './standing'
import { words } from './strings/page'
import { Teller } from './teller'
import { DataChooser } from './training/chooser'
import type { Phase } from './training/events'
import { type Learning, secondsUntilReadable } from './training/readable'
import type { Course } from './training/saved'
import { Session } from './training/session'
import { builtIn } from './training/sources'
import { beside } from './training/storage'
import { CourseView } from './view/course'
import { installDownloads } from './view/downloads'
import { button, canvas } from './view/elements'
import { GeneratedView } from './view/generated'
import { GoalView } from './view/goal'
import { GridView, realsOf } from './view/grid'
import { showImages } from './view/images'
import { showBackend, showData, showTraining } from './view/info'
import { Palette } from './view/palette'
import { explainSlowness } from './view/slowness'
import { StatusView } from './view/status'
import { Transport } from './view/transport'

interface Parts {
  address: AddressBar
  /** It is built with this room, and so only there later. */
  play: () => Play
  /** Whether this room is what is seen. */
  isSeen: () => boolean
  enter: () => void
  /** A file of weights was chosen, and one of another program. */
  openWeights: (file: File) => Promise<void>
  openGenerator: (files: File[]) => Promise<void>
}

/** Where a GAN is trained: connects the session with what is seen and pressed. */
export class TrainRoom {
  readonly #parts: Parts
  readonly #palette = new Palette()
  readonly #course = new CourseView(
    {
      step: () => this.session.step,
      observe: (wanted) => void this.session.observe(wanted),
      pointed: (step) => {
        this.#past.with((past) => {
          past.pointed(step)
        })
      },
    },
    this.#palette,
  )
  readonly status = new StatusView(() => {
    void this.session.stopLoading()
  })
  readonly #goal = new GoalView(() => this.#untilReadable)
  readonly #generated = new GeneratedView()
  readonly #nearest = new NearestOpener({
    engine: () => this.session.engine,
    onError: (error) => {
      this.teller.tell(error)
    },
  })
  readonly #reals = new GridView(canvas('reals'))
  readonly #eyes: EyesDoor = new EyesDoor(
    () => this.session,
    () => {
      this.first.taken()
    },
  )
  #phase: Phase = 'loading'
  /** What the training that stands learns by, and from. */
  #learns: Pick<Learning, 'recipe' | 'data'> = { recipe: null, data: '' }
  readonly setup: Setup
  readonly data: DataChooser
  readonly session: Session
  readonly #matching: Matching
  readonly saver: Saver
  readonly conductor: Conductor
  readonly #alarming: Alarming
  readonly #past: PastLoader
  readonly teller: Teller
  readonly #transport: Transport
  readonly first: FirstMinute
  readonly #standing: Standing
  readonly #runs: RunsDoor

  constructor(parts: Parts) {
    this.#parts = parts
    this.setup = this.#newSetup()
    this.data = this.#newChooser()
    this.session = this.#newSession()
    const { session, data: chooser, status } = this
    const { controls, editor, dataOptions } = this.setup
    const common = { session, chooser, controls, status }
    const reset = () => this.conductor.reset()
    this.#matching = new Matching({ ...common, reset: () => void reset() })
    const course = this.#course
    this.#past = this.#newPast()
    const past = this.#past
    this.saver = new Saver({
      ...common,
      dataOptions,
      course: () => course.course,
      beside: () => past.bytes,
      onSaved: (saved) => {
        past.with((past) => {
          past.saved(saved)
        })
      },
    })
    const saver = this.saver
    this.conductor = new Conductor({ ...common, saver, editor })
    const startAnew = this.#taken(() => this.conductor.startAnew())
    installBuilder({ ...common, editor, startAnew })
    const untilReadable = () => this.#untilReadable
    this.#alarming = new Alarming({ ...common, saver, course, untilReadable, reset })
    this.teller = new Teller({
      ...common,
      play: parts.play,
      reset: () => void reset(),
      remedies: (error) => this.#matching.remedies(error),
      offerLast: () => void saver.offerLast(),
    })
    this.#transport = this.#newTransport()
    this.first = new FirstMinute({
      ...common,
      generated: this.#generated,
      conductor: this.conductor,
      matching: this.#matching,
      onHeldBack: () => {
        this.#standing.show('loading')
      },
      isSeen: parts.isSeen,
    })
    this.#standing = new Standing({
      ...common,
      first: this.first,
      matching: this.#matching,
      course,
      goal: this.#goal,
      transport: this.#transport,
    })
    const { conductor, teller, first } = this
    this.#runs = new RunsDoor({ ...common, saver, conductor, teller, course, past, first })
  }

  /** Opens the session, once a training is wanted; ends when a first visit has begun. */
  async open(opened: Promise<void>): Promise<void> {
    installDownloads({
      name: () => this.setup.name,
      step: () => this.session.step,
      generator: (encoding) => this.session.engine.saveGenerator(encoding),
      checkpoint: () => this.session.engine.checkpoint(),
      onError: (error) => {
        this.teller.tell(error)
      },
    })
    button('take-mnist').addEventListener('click', () => void this.first.takeMnist())
    void this.conductor.takeUp(opened)
    await this.first.begin(opened)
  }

  /** Whether there is a generator that has learnt something. */
  get trains(): boolean {
    return this.session.step > 0 && ['ready', 'running', 'stepping'].includes(this.#phase)
  }

  /** This room is what is seen, or no longer. */
  set visible(visible: boolean) {
    this.session.run.isWatched = visible
    if (visible) {
      this.#course.open()
      if (!this.first.isHeldBack) this.session.want()
    } else this.first.left()
  }

  /** Takes a recipe, and drawn digits to learn from. */
  async takeDrawn(recipe: Recipe): Promise<void> {
    await this.first.wanted()
    this.#matching.chosen()
    this.setup.controls.takeRecipe(recipe)
    if (this.session.data.choice === 'drawn-digits') return
    await this.session.useData(builtIn('drawn-digits'))
  }

  recolour(): void {
    this.#palette.forget()
    this.#course.recolour()
  }

  #newSetup(): Setup {
    return new Setup({
      status: this.status,
      address: this.#parts.address,
      room: () => ({ session: this.session, chooser: this.data, matching: this.#matching }),
      opening: () => this.first.opening,
      onChanged: () => {
        this.#parts.play().backendChanged()
        this.#standing.showPending()
      },
    })
  }

  #newChooser(): DataChooser {
    const { setup, status } = this
    const { enter, openWeights, openGenerator } = this.#parts
    return new DataChooser({
      use: (source) => this.session.useData(source),
      choice: () => setup.controls.settings?.data,
      recipe: () => setup.controls.recipe(),
      options: () => setup.dataOptions.options,
      isOtherwiseLimited: () => this.session.isOtherwiseLimited,
      onRecipe: (file) => setup.editor.open(file),
      onWeights: openWeights,
      onRun: (file) => this.#runs.take(file),
      onForeign: openGenerator,
      onTraining: enter,
      onError: (error) => {
        this.teller.tell(error)
      },
      onNotice: (sentence) => {
        status.notice(sentence, { cause: 'data' })
      },
    })
  }

  #newSession(): Session {
    const { setup, status } = this
    return new Session({
      onPhase: (phase) => {
        this.#showPhase(phase)
      },
      onProgress: (progress) => {
        status.progress(progress)
      },
      firstSettings: () => setup.first(),
      firstBackend: () => backendIn(new URL(location.href)),
      dataOptions: () => setup.dataOptions.options,
      onBackend: (info) => {
        this.teller.backend(info)
        showBackend(info)
      },
      onNoWebGpu: (error) => {
        this.teller.noWebGpu(error)
      },
      onData: (info) => {
        if (!this.#matching.read(info)) return
        this.saver.dataCame(this.session.data)
        this.data.loaded(info)
        showData(info)
        showImages(info)
        this.#matching.tellColours(info)
        setup.showRecipe()
        this.#standing.showPending()
      },
      onTraining: (info, settings, course) => {
        this.#trainingStarted(info, settings, course)
      },
      onLeaving: () => this.saver.putBy(),
      onEnded: () => {
        status.notice(() => words.notices.engineEnded, { cause: 'engine' })
      },
      onResumed: (resumed, settings) => setup.resumed(resumed, settings),
      onReports: (reports) => {
        this.#course.took(reports)
        this.#alarming.took(reports)
        this.#eyes.took(reports)
        status.past('engine', 'address')
        this.saver.took(this.session.step)
        this.#goal.took(this.session.step)
      },
      onJudged: (judged) => {
        this.#course.judged(judged)
      },
      onSamples: (grid, averaged) => {
        const { step } = this.session
        const shown = this.#generated.show(grid, averaged, step)
        this.#past.with((past) => {
          past.offer(shown)
        })
        this.#eyes.samples(grid, averaged)
        this.#nearest.took(grid)
      },
      onReals: (grid) => {
        this.#reals.show(grid, () => realsOf(grid))
        this.#eyes.reals(grid)
      },
      onError: (error) => {
        this.teller.tell(error)
        this.#alarming.failed(error)
      },
      onNotice: (sentence, missing) => {
        const act = () => {
          if (missing) this.data.choose(missing)
        }
        const actions = missing ? [{ name: () => words.train.tryAgain, act }] : []
        status.notice(sentence, { cause: 'data', actions })
      },
      onDataChoice: (choice) => {
        setup.controls.dataChoice(choice)
      },
    })
  }

  #newPast(): PastLoader {
    return new PastLoader({
      step: () => this.session.step,
      name: () => this.setup.name,
      goBack: (save, name) => this.saver.goBack(save, name),
      show: (shown, note) => {
        this.#generated.earlier(shown, note)
      },
      storage: beside,
      keep: saveFile,
      mark: (step) => {
        this.#course.mark(step)
      },
    })
  }

  #newTransport(): Transport {
    return new Transport({
      phase: () => this.session.phase,
      start: () => void this.first.startPressed(),
      pause: this.#taken(() => this.conductor.pause()),
      stepOnce: this.#taken(() => this.session.stepOnce()),
      reset: this.#taken(() => this.conductor.reset()),
      startAnew: this.#taken(() => this.conductor.startAnew()),
      toggleAveraged: () => {
        this.setup.controls.toggleAveraged()
      },
    })
  }

  /** Seconds until most digits can be read, if that can be foreseen. */
  get #untilReadable(): number | null {
    const { qualities: judged, speed: stepsPerSecond } = this.#course
    const { step } = this.session
    return secondsUntilReadable({ ...this.#learns, step, stepsPerSecond, judged })
  }

  #trainingStarted(info: TrainingInfo, settings: Settings, course: Course | null): void {
    this.#course.began(info, settings.batch, course)
    this.saver.began(info.step)
    this.#eyes.began()
    this.#past.open()
    const { id, origin } = this.saver
    this.#past.with((past) => {
      past.began({ id, origin })
    })
    this.setup.controls.accepted()
    this.#alarming.began(info, this.setup.controls.recipe())
    const recipe = baseRecipe(settings, presets)
    this.#learns = {
      recipe: recipe && !settings.edited ? recipe.name : null,
      data: this.session.data.choice,
    }
    this.#goal.began(info, recipe)
    explainSlowness(info, settings.batch)
    showTraining(info)
  }

  #showPhase(phase: Phase): void {
    const wasRunning = this.#phase === 'running'
    this.#phase = phase
    this.#parts.play().lends(phase === 'ready' || phase === 'running')
    this.#standing.show(phase)
    this.#eyes.phase(phase)
    if (phase === 'ready' && wasRunning) this.saver.save()
  }

  /** What somebody presses makes the training theirs. */
  #taken(act: () => Promise<unknown>): () => void {
    return () => {
      this.first.taken()
      void act()
    }
  }
}
