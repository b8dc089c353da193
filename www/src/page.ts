import { asError, NamedError } from './engine/errors'
import type { BackendInfo, DataInfo, StepReport, TrainingInfo } from './engine/types'
import type { Found } from './files/folder'
import { sortIdxFiles } from './files/idx'
import { imageSource, optionsFor } from './files/images'
import { saveFile } from './files/save'
import { sortFiles } from './files/sort'
import { fromAddress, toAddress } from './settings/address'
import { NAMES, type Settings } from './settings/settings'
import { Clock } from './training/clock'
import { History } from './training/history'
import { DRAWN_DIGITS, MNIST, type Phase, Session, type Source } from './training/session'
import { Charts } from './view/charts'
import { Controls } from './view/controls'
import { installDrop } from './view/drop'
import { button, canvas, element, input } from './view/elements'
import { FocusKeeper } from './view/focus'
import { GridView } from './view/grid'
import { showImages } from './view/images'
import { installKeyboard } from './view/keyboard'
import { Meters } from './view/meters'
import { wholeNumber } from './view/numbers'
import { Palette } from './view/palette'
import { StatusView } from './view/status'
import { installTheme } from './view/theme'

/** Connects the session with what is seen and pressed. */
export class Page {
  readonly #history = new History()
  readonly #clock = new Clock()
  readonly #palette = new Palette()
  readonly #charts = new Charts(this.#history, this.#palette)
  readonly #meters = new Meters()
  readonly #status = new StatusView()
  readonly #samples = new GridView(canvas('samples'))
  readonly #reals = new GridView(canvas('reals'))
  readonly #focus = new FocusKeeper(['start', 'pause', 'step-once', 'reset'])
  #files: Source | null = null
  #taking = 0
  #last: StepReport | null = null
  #batch = 0

  readonly #controls = new Controls({
    onChange: (settings) => {
      this.#settingsChanged(settings)
    },
    onData: (choice) => {
      void this.#session.useData(this.#sourceOf(choice))
    },
    onInvalid: (sentence) => {
      this.#status.error(sentence)
    },
  })

  readonly #session = new Session({
    onPhase: (phase) => {
      this.#showPhase(phase)
    },
    onProgress: (progress) => {
      this.#status.progress(progress)
    },
    onRecipes: (recipes) => {
      const settings = fromAddress(new URL(location.href), recipes, (sentence) => {
        this.#status.notice(sentence)
      })
      this.#controls.open(recipes, settings)
      return settings
    },
    onBackend: showBackend,
    onData: (info) => {
      showData(info)
      showImages(info.report)
      this.#showPending()
    },
    onTraining: (info, settings) => {
      this.#trainingStarted(info, settings)
    },
    onReports: (reports) => {
      this.#took(reports)
    },
    onSamples: (grid, averaged) => {
      const generator = averaged ? 'averaged' : 'live'
      this.#samples.show(
        grid,
        `${grid.columns * grid.rows} images drawn by the ${generator} generator after step ${this.#session.step}`,
      )
    },
    onReals: (grid) => {
      this.#reals.show(grid, `${grid.columns * grid.rows} images of the data set`)
    },
    onError: (error) => {
      this.#status.error(error.message)
    },
    onNotice: (sentence) => {
      this.#status.notice(sentence)
    },
    onDataChoice: (choice) => {
      this.#controls.dataChoice(choice)
    },
  })

  async open(): Promise<void> {
    installTheme(() => {
      this.#palette.forget()
      this.#charts.recolour()
    })
    installDrop((files) => {
      void this.#takeFiles(files)
    })
    input('crop').addEventListener('change', () => {
      this.#rereadFiles()
    })
    const press = {
      start: () => {
        this.#session.start()
      },
      pause: () => {
        if (this.#session.phase !== 'running') return
        // A step of a large training can take a while; that the key was heard is seen at once.
        this.#focus.around(() => {
          button('pause').disabled = true
        })
        this.#status.phase('running', 'Pausing after this step.')
        void this.#session.pause()
      },
      stepOnce: () => {
        void this.#session.stepOnce()
      },
      reset: () => {
        this.#status.clearErrors()
        void this.#session.reset()
      },
    }
    button('start').addEventListener('click', press.start)
    button('pause').addEventListener('click', press.pause)
    button('step-once').addEventListener('click', press.stepOnce)
    button('reset').addEventListener('click', press.reset)
    button('download').addEventListener('click', () => {
      void this.#download()
    })
    installKeyboard({
      ...press,
      startOrPause: () => {
        if (this.#session.phase === 'running') press.pause()
        else press.start()
      },
      toggleAveraged: () => {
        this.#controls.toggleAveraged()
      },
    })
    await this.#session.open()
  }

  #settingsChanged(settings: Settings): void {
    const preset = this.#controls.preset(settings.recipe)
    if (preset) toAddress(settings, preset)
    // Before the session hears of the recipe: a reset then waits for the images in its size.
    this.#rereadFiles()
    void this.#session.use(settings)
    this.#showPending()
  }

  #sourceOf(choice: Settings['data']): Source {
    if (choice === 'files' && this.#files) return this.#files
    return choice === 'drawn-digits' ? DRAWN_DIGITS : MNIST
  }

  /** Reads images of one's own again if they are wanted otherwise now. */
  #rereadFiles(): void {
    // Not while new files are on their way: they would be given up for the old.
    if (this.#taking > 0) return
    if (this.#files?.isStale?.() && this.#controls.data() === 'files') {
      void this.#session.useData(this.#files)
    }
  }

  async #takeFiles(found: Promise<Found[]>): Promise<void> {
    this.#taking += 1
    try {
      const sorted = sortFiles(await found)
      const source =
        sorted.kind === 'idx' ? await this.#idxSource(sorted.files) : this.#imageSource(sorted)
      if (await this.#session.useData(source)) this.#files = source
    } catch (thrown) {
      this.#status.error(asError(thrown).message)
    }
    this.#taking -= 1
    this.#rereadFiles()
  }

  #imageSource({ files, unused }: { files: Found[]; unused: Found[] }): Source {
    if (unused[0]) {
      const others = unused.length > 1 ? ` and ${wholeNumber(unused.length - 1)} more` : ''
      this.#status.notice(`Not used, because they are no images: ${unused[0].path}${others}.`)
    }
    return imageSource(files, () => {
      const recipe = this.#controls.recipe()
      if (!recipe)
        throw new NamedError(
          'NotReady',
          'The engine is still loading: choose the images again in a moment.',
        )
      return optionsFor(recipe, input('crop').checked)
    })
  }

  async #idxSource(files: File[]): Promise<Source> {
    const { images, labels, unused } = await sortIdxFiles(files)
    if (unused.length > 0) {
      const names = unused.map(({ name }) => name).join(', ')
      this.#status.notice(`Training takes ${images.name}; not used: ${names}.`)
    }
    const bytes = async (file: File) => new Uint8Array(await file.arrayBuffer())
    return {
      choice: 'files',
      what: images.name,
      read: async () => ({
        kind: 'idx',
        name: images.name,
        images: await bytes(images),
        labels: labels ? await bytes(labels) : null,
      }),
    }
  }

  async #download(): Promise<void> {
    const name = this.#controls.recipe()?.name ?? 'generator'
    const step = this.#session.step
    button('download').disabled = true
    try {
      saveFile(`ganvas-${name}-step-${step}.safetensors`, await this.#session.saveGenerator())
    } catch (thrown) {
      this.#status.error(asError(thrown).message)
    }
    button('download').disabled = false
  }

  #trainingStarted(info: TrainingInfo, settings: Settings): void {
    this.#batch = settings.batch
    this.#last = null
    this.#history.clear()
    this.#clock.clear()
    this.#charts.show(null)
    this.#charts.describe()
    this.#showMeters()
    element('training-info').textContent =
      `Generator ${wholeNumber(info.generatorParameters)}, discriminator ` +
      `${wholeNumber(info.discriminatorParameters)} parameters; ` +
      `${wholeNumber(info.stepsPerEpoch)} steps per epoch`
  }

  #took(reports: StepReport[]): void {
    this.#history.add(reports)
    this.#last = reports[reports.length - 1] ?? this.#last
    this.#clock.mark(this.#session.step)
    this.#charts.show(this.#last)
    this.#showMeters()
  }

  #showMeters(): void {
    this.#meters.show({
      step: this.#last?.step ?? 0,
      epoch: this.#last?.epoch ?? 0,
      stepsPerSecond: this.#clock.stepsPerSecond(),
      batch: this.#batch,
      milliseconds: this.#clock.milliseconds(),
    })
  }

  #showPhase(phase: Phase): void {
    const { step } = this.#session
    if (phase === 'running' || phase === 'stepping') this.#clock.start(step)
    else this.#clock.stop()
    this.#showMeters()
    button('start').textContent = step > 0 ? 'Continue' : 'Start'
    this.#focus.around(() => {
      button('start').disabled = phase !== 'ready'
      button('pause').disabled = phase !== 'running'
      button('step-once').disabled = phase !== 'ready'
      button('reset').disabled = phase === 'loading' || phase === 'stepping'
    })
    button('download').disabled = phase === 'loading' || phase === 'failed'
    this.#status.phase(phase, phaseSentence(phase, step))
    this.#showPending()
    if (phase === 'ready') this.#charts.describe()
  }

  #showPending(): void {
    const pending = this.#session.pending()
    // While a training is being set up, it takes the changes by itself.
    const waiting = this.#session.phase === 'loading' ? [] : pending
    this.#controls.pending(waiting)
    this.#status.pending(waiting.map((name) => NAMES[name]))
  }
}

function phaseSentence(phase: Phase, step: number): string {
  switch (phase) {
    case 'loading':
      return 'Getting ready.'
    case 'ready':
      return step === 0
        ? 'Ready: press Start and watch the noise turn into images.'
        : `Paused after step ${wholeNumber(step)}.`
    case 'running':
      return 'Training.'
    case 'stepping':
      return 'Taking one step.'
    case 'failed':
      return 'Stopped. Press Reset to start over.'
  }
}

function showBackend({ kind, adapter, reason }: BackendInfo): void {
  element('backend-name').textContent = kind === 'webgpu' ? 'WebGPU' : 'CPU'
  element('backend-name').dataset['kind'] = kind
  element('adapter-name').textContent = adapter
  element('backend-reason').hidden = reason === null
  element('backend-reason').textContent = reason ?? ''
}

function showData({ name, count, channels, width, height, classes }: DataInfo): void {
  const colours = channels === 1 ? '' : `, ${channels} channels`
  const labels = classes === null ? '' : `, ${classes} classes`
  element('data-info').textContent =
    `${name}: ${wholeNumber(count)} images of ${width}×${height}${colours}${labels}`
}
