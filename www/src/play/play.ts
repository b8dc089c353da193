import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { asError, fault, messageOf, NamedError, needsNewEngine, superseded } from '../engine/errors'
import { fetchGenerator } from '../generators/fetch'
import type { OpenGenerator } from '../generators/generator'
import { openGenerator, prepare } from '../generators/open'
import type { Place, Scene } from '../shared/place'
import { afterwards } from '../shared/afterwards'
import { settlesWithin } from '../shared/patience'
import type { Found } from '../files/folder'
import { kindOfWeights } from '../files/weights'
import { button, select } from '../view/elements'
import type { About, Cause } from '../view/messages'
import type { Text } from '../strings/text'
import type { Card } from './card'
import { Choices } from './choices'
import { type Chosen, chosenAddress, chosenBytes, chosenCard, chosenTraining } from './chosen'
import { Desk } from './desk'
import type { PlayHooks } from './hooks'
import { linkTo } from './link'
import { readAll } from './files'
import type { Importer } from './importer'
import { Model } from './model'
import { isSame, isSameSpace, type Opening, type Standing, stateOf } from './opening'
import { installPlayKeys } from './view/keys'
import { KeepView } from './view/keep'
import { ModelsView } from './view/models'
import { PickedView } from './view/picked'
import { SamplesView } from './view/samples'
import { PlayStatus } from './view/status'
import { installWays, type Ways } from './view/ways'
import { drawingIn, layOut, sceneOf } from './scene'

/** The part of the page that plays with trained generators. */
export class Play {
  readonly #hooks: PlayHooks
  readonly desk = new Desk()
  readonly #choices = new Choices()
  readonly #status: PlayStatus
  readonly #models: ModelsView
  readonly samples: SamplesView
  #cards: readonly Card[] = []
  readonly ways: Ways
  /** Fetched when files of another program are first opened. */
  #importer: Importer | null = null
  /** What is open, or to be opened when Play is seen. */
  #chosen: Chosen | null = null
  /** What is open. */
  #standing: Standing | null = null
  /** What is to be open in its place. */
  #opening: Opening | null = null
  #visible = false
  /** What the address gives, until it is laid out. */
  #scene: Scene | null = null
  readonly #changed = afterwards(() => {
    if (this.#scene === null) this.#hooks.onScene(this.scene)
  })

  constructor(hooks: PlayHooks) {
    this.#hooks = hooks
    const onError = (thrown: unknown) => {
      const error = asError(thrown)
      // A lost device is of no more use than a crashed worker.
      if (needsNewEngine(error)) this.#standing?.model.generator.close(error)
      this.#failed(error)
    }
    const { desk } = this
    const samples = new SamplesView(desk, onError)
    this.samples = samples
    new PickedView(desk, {
      link: (code) => linkTo(this.#standing?.chosen.reference ?? null, code),
      onError,
    })
    desk.on(['drawing', 'picked', 'pinned', 'slots'], this.#changed)
    this.ways = installWays(desk, { onChange: this.#changed, onError })
    new KeepView({ desk, samples, stage: this.ways.stage, onError })
    installPlayKeys()
    this.#models = new ModelsView({
      onCard: (card) => {
        this.#choose(chosenCard(card))
      },
      onFiles: (files) => {
        void this.openFiles(files)
      },
      onAddress: (address) => {
        this.#choose(chosenAddress(address))
      },
      onTraining: () => {
        this.#choose(chosenTraining())
      },
    })
    this.#status = new PlayStatus({
      onBackend: (backend) => {
        hooks.onBackend(backend)
      },
      onRestart: () => void this.#reopen(),
      onStop: () => {
        this.#choices.take()
        this.#stay()
      },
    })
  }

  /** What is offered, and which of them and what of it the address names. */
  offer(cards: readonly Card[], { model: reference, scene }: Omit<Place, 'mode'>): void {
    this.#scene = scene.size > 0 ? scene : null
    this.#models.offer(cards)
    this.#cards = cards
    const named = reference === null ? cards[0] : cards.find(({ name }) => name === reference)
    if (named) this.#chosen = chosenCard(named)
    else if (reference !== null && /[/.]/.test(reference)) this.#chosen = chosenAddress(reference)
    else if (reference !== null) {
      const names = cards.map(({ name }) => name).join(', ')
      const sentence = names === '' ? words.notices.noModels : words.notices.unknownModel
      this.#failed(new NamedError('NotFound', filled(sentence, { name: reference, names })))
    }
  }

  /** Play is what is seen, or no longer. */
  set visible(visible: boolean) {
    if (this.#visible && !visible) this.#watch()
    this.#visible = visible
    this.ways.stage.visible = visible
    this.samples.visible = visible
    if (!visible) return
    if (!this.#standing && !this.#opening) prepare()
    void this.#reopen()
  }

  /** Opens a generator of the list. */
  choose(name: string): void {
    const card = this.#cards.find((each) => each.name === name)
    if (card && this.#chosen?.card?.name !== name) this.#choose(chosenCard(card))
  }

  /** What is shown of it, as an address keeps it. */
  get scene(): Scene {
    return sceneOf(this.desk, this.ways)
  }

  /** What is open, or to be opened. */
  get chosen(): Chosen | null {
    return this.#chosen
  }

  /** The backend that is chosen has changed. */
  backendChanged(): void {
    select('play-backend').value = this.#hooks.backend()
    void this.#reopen()
  }

  /** Says something that is no failure. */
  notice(sentence: Text, about: About): void {
    this.#status.notice(sentence, about)
  }

  /** What was said of this is past. */
  past(cause: Cause): void {
    this.#status.past(cause)
  }

  /** The training can, or cannot, lend its generator. */
  lends(ready: boolean): void {
    button('model-in-training').disabled = !ready
  }

  /** Files that were dropped or picked now: a later choice goes before them, however long they take. */
  expect(files: Promise<Found[]>): void {
    this.#choices.expect(files)
  }

  /** Opens a generator's file, or imports the files that another program wrote of one. */
  async openFiles(files: File[]): Promise<void> {
    const [file] = files
    const signal = this.#choices.take(files)
    if (!signal || !file) return
    this.#scene = null
    try {
      const [read, kind] = await Promise.all([readAll(files), kindOfWeights(file)])
      const [first] = read
      if (signal.aborted || !first) return
      const isOurs = files.length === 1 && file.name.endsWith('.safetensors') && kind !== 'foreign'
      if (isOurs) await this.#open(chosenBytes(first.name, first.bytes))
      else {
        const importer = await this.#withImporter()
        signal.throwIfAborted()
        await importer.import({ files: read, key: null, spec: null }, signal)
      }
    } catch (thrown) {
      if (!signal.aborted) this.#failed(thrown)
    }
  }

  async #withImporter(): Promise<Importer> {
    const { Importer } = await import('./importer').catch(() => {
      throw fault('ImportError', 'readerNotStarted')
    })
    return (this.#importer ??= new Importer(this.#status, {
      take: () => this.#choices.take(),
      onBegin: () => {
        this.#giveUpOpening()
        this.#status.clearErrors()
      },
      onImported: (chosen) => this.#open(chosen),
      onError: (thrown) => {
        this.#failed(thrown)
      },
      standing: () => this.#standing?.chosen.imported,
    }))
  }

  #choose(chosen: Chosen): void {
    this.#choices.take()
    this.#scene = null
    void this.#open(chosen)
  }

  /** Opens what is chosen, if that is not open already. */
  async #reopen(): Promise<void> {
    if (this.#chosen) await this.#open(this.#chosen)
    else this.#status.show('ready', () => (this.desk.model ? '' : words.play.openOne))
  }

  async #open(chosen: Chosen): Promise<void> {
    this.#chosen = chosen
    if (!this.#visible) return
    const opening = { chosen, backend: this.#hooks.backend(), stop: new AbortController() }
    select('play-backend').value = opening.backend
    if (this.#opening && isSame(this.#opening, opening)) return
    if (this.#standing && isSame(this.#standing, opening) && !this.#isDown) {
      this.#stay()
      return
    }
    this.#watch()
    this.#giveUpOpening()
    this.#opening = opening
    this.#status.clearErrors()
    this.#status.offerRestart(false)
    this.#status.show('loading', () =>
      filled(words.play.opening, { name: chosen.card?.title ?? chosen.name }),
    )
    try {
      const generator = await this.#openingOf(opening)
      if (this.#opening === opening) this.#take(opening, new Model(generator))
      else generator.close()
    } catch (thrown) {
      if (this.#opening === opening) this.#notOpened(opening, asError(thrown))
    } finally {
      if (this.#opening === opening) {
        this.#opening = null
        this.#status.loading(null)
      }
    }
  }

  async #openingOf(opening: Opening): Promise<OpenGenerator> {
    const { chosen, backend, stop } = opening
    const { name, source } = chosen
    const onProgress = (loaded: number, total: number | null) => {
      if (this.#opening === opening) this.#status.loading({ what: name, loaded, total })
    }
    const bytes =
      source.kind === 'training'
        ? this.#hooks.trained()
        : source.kind === 'address'
          ? fetchGenerator(source.address, onProgress, stop.signal)
          : // It is handed over, and may be opened again.
            Promise.resolve(source.bytes.slice())
    return await openGenerator({ name, bytes, backend }, stop.signal)
  }

  /** What was open stays open. */
  #notOpened({ chosen, backend }: Opening, error: Error): void {
    if (backend === 'webgpu' && error.name === 'BackendUnavailable') {
      this.#hooks.onNoWebGpu(error)
      return
    }
    const hasCrashed = needsNewEngine(error) && chosen.source.kind !== 'training'
    if (!hasCrashed) this.#chosen = this.#standing?.chosen ?? null
    this.#failed(error)
    if (hasCrashed) this.#down(error)
  }

  #take(opening: Opening, model: Model): void {
    const { chosen } = opening
    const before = this.desk.model
    const isAlike = isSameSpace(this.#standing?.chosen, chosen, before, model)
    this.#standing = { ...opening, model }
    this.#models.show(model, chosen.card)
    if (chosen.imported) this.#importer?.show(chosen.imported)
    else this.#importer?.hide()
    this.#status.offerRestart(false)
    this.#status.show('ready', () => stateOf(model))
    this.#hooks.onModel(chosen.reference)
    before?.generator.close()
    const onWrong = (error: Error) => {
      this.#failed(error)
    }
    const drawing = this.#scene ? drawingIn(this.#scene, model, onWrong) : {}
    this.desk.take(model, isAlike, drawing)
    this.ways.stage.refresh()
    if (this.#scene) void this.#layOut(this.#scene, model)
  }

  /** Shows what the address names. */
  async #layOut(scene: Scene, model: Model): Promise<void> {
    try {
      await layOut(scene, model, this.desk, this.ways)
    } catch (thrown) {
      this.#failed(thrown)
    }
    // Another one may have been chosen meanwhile, and then the address is its.
    if (this.#scene !== scene || model !== this.desk.model) return
    this.#scene = null
    this.#changed()
  }

  /** What is open stays; whatever was to come in its place does not. */
  #stay(): void {
    this.#chosen = this.#standing?.chosen ?? null
    this.#giveUpOpening()
    this.#status.offerRestart(false)
    this.#importer?.stay()
    this.#showStanding('ready', () => words.play.openOne)
    if (this.#isDown) void this.#reopen()
  }

  /** Whether what was open has ended by itself, or was ended. */
  get #isDown(): boolean {
    return this.#standing !== null && this.#standing.model.generator.ended !== null
  }

  #giveUpOpening(): void {
    this.#status.loading(null)
    this.#opening?.stop.abort(superseded())
    this.#opening = null
  }

  #showStanding(phase: 'ready' | 'failed', otherwise: () => string): void {
    const { model } = this.desk
    this.#status.show(model ? 'ready' : phase, model ? () => stateOf(model) : otherwise)
  }

  /** Something else is wanted: a generator that does not come to an end is ended. */
  #watch(): void {
    const standing = this.#standing
    if (!standing) return
    const { generator } = standing.model
    void settlesWithin(generator.calls.itsTurn()).then((answers) => {
      if (answers || generator.ended) return
      generator.close(new NamedError('EngineStuck', words.play.engineEnded))
      this.ways.stage.pause()
      this.#status.notice(() => filled(words.play.stuck, { name: standing.chosen.name }))
      if (!this.#opening) void this.#reopen()
    })
  }

  #failed(thrown: unknown): void {
    const error = asError(thrown)
    // These were meant, and are told by whoever meant them.
    if (['EngineClosed', 'EngineStuck', 'Superseded'].includes(error.name)) return
    this.#status.error(() => messageOf(error))
    this.#showStanding('failed', () => words.play.noneOpen)
    if (this.#isDown) this.#down(error)
  }

  /** What draws has stopped, and only another one helps. */
  #down(error: Error): void {
    this.ways.stage.pause()
    this.#status.error(() => messageOf(error))
    this.#status.show('failed', () => words.play.engineStopped)
    this.#status.offerRestart(true)
  }
}
