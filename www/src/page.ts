import { EmbeddingLoader } from './embedding-loader'
import { kindOfWeights } from './files/weights'
import { prepare } from './generators/open'
import { readCatalogue } from './play/catalogue'
import { Play } from './play/play'
import { FinishedView } from './play/view/finished'
import { presets } from './recipes/presets'
import { Rooms } from './rooms'
import { AddressBar } from './settings/address-bar'
import { sharedIn } from './settings/shared-recipe'
import type { Mode } from './shared/place'
import type { Tour } from './tour/tour'
import { TrainRoom } from './train-room'
import { whenIdle } from './shared/idle'
import { button } from './view/elements'
import { installDrop } from './view/drop'
import { installHints } from './view/hints'
import { installLanguage } from './view/language'
import { installTheme } from './view/theme'

/** The three rooms, and the ways from one to another. */
export class Page {
  readonly #address = new AddressBar()
  readonly #rooms = new Rooms(this.#address, (mode) => {
    this.#go(mode)
  })
  #opened: Promise<void> = Promise.resolve()
  #tour: Tour | null = null

  readonly #train: TrainRoom = new TrainRoom({
    address: this.#address,
    play: () => this.#play,
    isSeen: () => this.#rooms.mode === 'train',
    enter: () => {
      this.#go('train')
    },
    openWeights: (file) => this.#openWeights(file),
    openGenerator: (files) => this.#openGenerator(files),
  })

  readonly #play: Play = new Play({
    backend: () => this.#train.setup.controls.settings?.backend ?? 'auto',
    onBackend: (backend) => {
      this.#train.setup.controls.choose({ backend })
    },
    onModel: (reference) => {
      this.#rooms.open(reference)
    },
    onScene: (scene) => {
      this.#rooms.see(scene)
    },
    onNoWebGpu: (error) => {
      this.#train.teller.noWebGpu(error)
    },
    trained: () => this.#train.session.engine.saveGenerator('f32'),
  })

  readonly #embedding = new EmbeddingLoader({
    open: () => this.#play.chosen,
    trained: () =>
      this.#train.trains ? (encoding) => this.#train.session.engine.saveGenerator(encoding) : null,
    recipe: () => this.#train.setup.name,
  })

  readonly #finished = new FinishedView(() => {
    this.#go('play')
  })

  constructor() {
    if (this.#rooms.named().mode === 'play') prepare()
  }

  async open(): Promise<void> {
    const train = this.#train
    installTheme(() => {
      train.recolour()
    })
    installLanguage((sentence) => {
      const { mode } = this.#rooms
      if (mode === 'play') this.#play.notice(sentence, {})
      else if (mode === 'embed') this.#embedding.say(sentence)
      else train.status.notice(sentence)
    })
    installHints()
    for (const id of ['tour-begin', 'tour-begin-below']) {
      button(id).addEventListener('click', () => void this.#takeTour(1))
    }
    button('share').addEventListener('click', () => void this.#share())
    installDrop((files) => {
      train.status.past('data')
      this.#play.expect(files)
      void train.data.take(files)
    })
    window.addEventListener('hashchange', () => {
      // An address with a recipe, put into a page that is open.
      if (sharedIn(new URL(location.href)) !== null) location.reload()
    })
    whenIdle(async () => {
      const { installOffline } = await import('./offline/install')
      await installOffline(() => train.conductor.leave())
    })
    this.#opened = train.session.open()
    const begun = train.open(this.#opened)
    const { mode, model, scene, tour } = this.#rooms.named()
    const listed = readCatalogue()
    if (mode === 'train') {
      await train.first.opening
      this.#go(mode)
    }
    const cards = await listed
    this.#finished.offer(cards)
    this.#play.offer(cards, { model, scene, tour })
    this.#embedding.offer(cards)
    if (mode !== 'train' || this.#rooms.mode !== 'train') this.#go(this.#rooms.mode)
    if (tour !== null) await this.#takeTour(tour)
    await begun
  }

  /** The guided tour, fetched when somebody sets out on it. */
  async #takeTour(stop: number): Promise<void> {
    if (this.#tour) {
      this.#tour.show(stop)
      return
    }
    const { openTour } = await import('./tour/tour')
    const train = this.#train
    this.#tour = await openTour(
      {
        go: (mode) => {
          this.#go(mode)
        },
        play: this.#play,
        session: train.session,
        conductor: train.conductor,
        taken: () => {
          train.first.taken()
        },
        preset: (name) => presets.find((preset) => preset.name === name),
        choose: (recipe) => train.takeDrawn(recipe),
        onStop: (stop) => {
          if (stop === null) this.#tour = null
          this.#rooms.stop(stop)
        },
      },
      stop,
    )
  }

  async #share(): Promise<void> {
    const { shareSeen } = await import('./share/open')
    this.#rooms.see(this.#play.scene)
    const { setup, session } = this.#train
    const training = {
      recipe: setup.title,
      step: session.step,
      isOwn: session.data.choice === 'files',
    }
    shareSeen({ mode: this.#rooms.mode, training, play: this.#play })
  }

  #go(mode: Mode): void {
    const before = this.#rooms.mode
    this.#rooms.show(mode)
    this.#play.visible = mode === 'play'
    this.#embedding.show(mode === 'embed', before === 'train' && this.#train.trains)
    this.#train.visible = mode === 'train'
  }

  /** What does not say what it is, is taken for what the open room takes. */
  async #openWeights(file: File): Promise<void> {
    const usual = this.#rooms.mode === 'play' ? 'generator' : 'checkpoint'
    if (((await kindOfWeights(file)) ?? usual) !== 'checkpoint') {
      await this.#openGenerator([file])
      return
    }
    const isNew = this.#rooms.mode !== 'train'
    this.#go('train')
    if (isNew) await this.#opened
    await this.#train.saver.open(file)
  }

  async #openGenerator(files: File[]): Promise<void> {
    this.#go('play')
    await this.#play.openFiles(files)
  }
}
