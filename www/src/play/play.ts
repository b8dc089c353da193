import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { WorkerEngine } from '../engine/client'
import { asError, NamedError, needsNewEngine } from '../engine/errors'
import { type ForeignFile, type Imported, importModel } from '../engine/import'
import type { ModelInfo } from '../engine/model'
import type { BackendChoice } from '../engine/types'
import type { Found } from '../files/folder'
import { kindOfWeights } from '../files/weights'
import type { LoadProgress } from '../training/events'
import { button, select } from '../view/elements'
import type { About, Cause } from '../view/messages'
import type { Card } from './catalogue'
import { Choices } from './choices'
import { type Chosen, chosenAddress, chosenBytes, chosenCard, chosenTraining } from './chosen'
import { Desk } from './desk'
import { namesOf, readAll } from './files'
import { Model } from './model'
import { answersSoon } from './patience'
import { ImportView } from './view/import'
import { installPlayKeys } from './view/keys'
import { KeepView } from './view/keep'
import { ModelsView } from './view/models'
import { PickedView } from './view/picked'
import { SamplesView } from './view/samples'
import { PlayStatus } from './view/status'
import { installWays } from './view/ways'
import type { Stage } from './view/stage'

export interface PlayHooks {
  backend(): BackendChoice
  onBackend(choice: BackendChoice): void
  /** Another generator is open: what the address is to call it, or null if it has no address. */
  onModel(reference: string | null): void
  /** The engine is of no use any more. */
  onFatal(error: Error): void
  /** A new engine is wanted. */
  onRestart(): void
  /** WebGPU was asked for and is not to be had. */
  onNoWebGpu(error: Error): void
  /** Whether the engine holds a training that would be lost with it. */
  isTraining(): boolean
}

/** A generator, and what draws it. */
interface Opening {
  chosen: Chosen
  engine: WorkerEngine
  backend: BackendChoice
}

/** The part of the page that plays with trained generators. */
export class Play {
  readonly #hooks: PlayHooks
  readonly #desk = new Desk()
  readonly #choices = new Choices()
  readonly #status: PlayStatus
  readonly #models: ModelsView
  readonly #import: ImportView
  readonly #samples: SamplesView
  readonly #stage: Stage
  #engine: WorkerEngine | null = null
  /** One that was found to have no WebGPU. */
  /** What is open, or to be opened when there is an engine and Play is seen. */
  #chosen: Chosen | null = null
  /** What is open. */
  #standing: Opening | null = null
  /** What is to be open in its place. */
  #opening: Opening | null = null
  #visible = false

  constructor(hooks: PlayHooks) {
    this.#hooks = hooks
    const onError = (thrown: unknown) => {
      this.#failed(thrown)
    }
    const desk = this.#desk
    const samples = new SamplesView(desk, onError)
    this.#samples = samples
    new PickedView(desk, onError)
    this.#stage = installWays(desk, onError)
    new KeepView({ desk, samples, stage: this.#stage, onError })
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
    this.#import = new ImportView({
      onAgain: (files, key, spec) => {
        const signal = this.#choices.take()
        if (signal) void this.#importFiles(files, key, spec, signal)
      },
    })
    this.#status = new PlayStatus({
      onBackend: (backend) => {
        hooks.onBackend(backend)
      },
      onRestart: () => {
        const engine = this.#engine
        if (engine) this.#restart(engine)
        else hooks.onRestart()
      },
      onStop: () => {
        this.#choices.take()
        this.#stay()
      },
    })
  }

  /** What is offered, and which the address names. */
  offer(cards: readonly Card[], reference: string | null): void {
    this.#models.offer(cards)
    const named = reference === null ? cards[0] : cards.find(({ name }) => name === reference)
    if (named) this.#chosen = chosenCard(named)
    else if (reference !== null && /[/.]/.test(reference)) this.#chosen = chosenAddress(reference)
    else if (reference !== null) {
      const names = cards.map(({ name }) => name).join(', ')
      const sentence = names === '' ? words.notices.noModels : words.notices.unknownModel
      this.#failed(new NamedError('NotFound', filled(sentence, { name: reference, names })))
    }
  }

  /** There is an engine, or a new one in place of one that is gone. */
  async useEngine(engine: WorkerEngine): Promise<void> {
    this.#engine = engine
    this.#status.loading(null)
    this.#status.offerRestart(false)
    await this.#reopen()
  }

  /** Play is what is seen, or no longer. */
  set visible(visible: boolean) {
    if (this.#visible && !visible) this.#watch()
    this.#visible = visible
    this.#stage.visible = visible
    this.#samples.visible = visible
    if (visible) void this.#reopen()
  }

  /** What is open, or to be opened. */
  get chosen(): Chosen | null {
    return this.#chosen
  }

  /** How far the engine is loaded. */
  progress(progress: LoadProgress | null): void {
    if (!this.#engine) this.#status.loading(progress, false)
  }

  /** The engine could not be loaded, or has stopped. */
  stopped(error: Error): void {
    if (!this.#engine) this.#down(error)
  }

  /** The backend that is chosen has changed. */
  backendChanged(): void {
    select('play-backend').value = this.#hooks.backend()
    void this.#reopen()
  }

  /** Says something that is no failure. */
  notice(sentence: string, about: About): void {
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
    try {
      const [read, kind] = await Promise.all([readAll(files), kindOfWeights(file)])
      const [first] = read
      if (signal.aborted || !first) return
      const isOurs = files.length === 1 && file.name.endsWith('.safetensors') && kind !== 'foreign'
      if (isOurs) await this.#open(chosenBytes(first.name, first.bytes))
      else await this.#importFiles(read, null, null, signal)
    } catch (thrown) {
      if (!signal.aborted) this.#failed(thrown)
    }
  }

  async #importFiles(
    files: ForeignFile[],
    key: string | null,
    spec: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    const name = namesOf(files)
    this.#giveUpOpening()
    this.#status.clearErrors()
    const done = this.#status.importing(name)
    let imported: Imported
    try {
      imported = await importModel({ files, key, spec }, signal)
    } catch (thrown) {
      if (signal.aborted) return
      this.#failed(thrown)
      this.#import.ask(files, asError(thrown), this.#standing?.chosen.imported)
      return
    } finally {
      done()
    }
    await this.#open(chosenBytes(name, imported.bytes, { ...imported, files }))
  }

  #choose(chosen: Chosen): void {
    this.#choices.take()
    void this.#open(chosen)
  }

  /** Opens what is chosen, if that is not open already. */
  async #reopen(): Promise<void> {
    if (this.#chosen) await this.#open(this.#chosen)
    else if (this.#engine) this.#status.show('ready', this.#desk.model ? '' : words.play.openOne)
  }

  async #open(chosen: Chosen): Promise<void> {
    this.#chosen = chosen
    const engine = this.#engine
    if (!engine || !this.#visible) return
    const opening = { chosen, engine, backend: this.#hooks.backend() }
    select('play-backend').value = opening.backend
    if (this.#opening && isSame(this.#opening, opening)) return
    if (isSame(this.#standing, opening)) {
      this.#stay()
      return
    }
    this.#watch()
    this.#opening = opening
    this.#status.clearErrors()
    const title = chosen.card?.title ?? chosen.name
    this.#status.show('loading', filled(words.play.opening, { name: title }))
    try {
      const info = await this.#openOn(opening)
      if (this.#opening === opening) this.#take(opening, new Model(engine, info))
      else await engine.closeModel(info.key)
    } catch (thrown) {
      const error = asError(thrown)
      const isWanted = this.#opening === opening
      if (isWanted && opening.backend === 'webgpu' && error.name === 'BackendUnavailable') {
        this.#chosen = chosen
        this.#hooks.onNoWebGpu(error)
        return
      }
      // What was open stays open; an engine that was ended takes what was chosen instead.
      if (isWanted && error.name !== 'EngineStuck') this.#chosen = this.#standing?.chosen ?? null
      if (isWanted || needsNewEngine(error)) this.#failed(error)
    } finally {
      if (this.#opening === opening) {
        this.#opening = null
        this.#status.loading(null)
      }
    }
  }

  async #openOn(opening: Opening): Promise<ModelInfo> {
    const { chosen, engine, backend } = opening
    return await engine.openModel(chosen.name, chosen.source, backend, (loaded, total) => {
      if (this.#opening !== opening) return
      this.#status.loading({ what: chosen.name, loaded, total })
    })
  }

  #take(opening: Opening, model: Model): void {
    const { chosen } = opening
    const before = this.#desk.model
    const isAlike = isSameSpace(this.#standing?.chosen, chosen, before, model)
    this.#standing = opening
    this.#models.show(model, chosen.card)
    if (chosen.imported) this.#import.show(chosen.imported)
    else this.#import.hide()
    this.#status.offerRestart(false)
    this.#status.show('ready', stateOf(model))
    this.#hooks.onModel(chosen.reference)
    before?.close()
    this.#desk.take(model, isAlike)
    this.#stage.refresh()
  }

  /** What is open stays; whatever was to come in its place does not. */
  #stay(): void {
    this.#chosen = this.#standing?.chosen ?? null
    this.#giveUpOpening()
    this.#showStanding('ready', words.play.openOne)
  }

  #giveUpOpening(): void {
    this.#status.loading(null)
    if (!this.#opening) return
    this.#opening = null
    this.#engine?.stopOpening().catch(() => undefined)
  }

  #showStanding(phase: 'ready' | 'failed', otherwise: string): void {
    const { model } = this.#desk
    this.#status.show(model ? 'ready' : phase, model ? stateOf(model) : otherwise)
  }

  /** Something else was chosen: a generator that keeps the engine from it is ended with the engine. */
  #watch(): void {
    const engine = this.#engine
    const isBusy = this.#desk.model?.engine.isBusy === true || this.#opening !== null
    if (!engine || !isBusy) return
    const name = (this.#opening ?? this.#standing)?.chosen.name ?? ''
    void answersSoon(engine).then((answers) => {
      if (answers || this.#engine !== engine) return
      if (!this.#hooks.isTraining()) {
        this.#restart(engine)
        this.#status.notice(filled(words.play.stuck, { name }))
        return
      }
      this.#status.show('failed', filled(words.play.stuckTraining, { name }))
      this.#status.offerRestart(true)
    })
  }

  #restart(engine: WorkerEngine): void {
    const sentence = words.play.engineEnded
    engine.giveUp(sentence)
    this.#engine = null
    this.#hooks.onFatal(new NamedError('EngineStuck', sentence))
    this.#hooks.onRestart()
  }

  #failed(thrown: unknown): void {
    const error = asError(thrown)
    // These were meant, and are told by whoever meant them.
    if (['EngineClosed', 'EngineStuck', 'Superseded'].includes(error.name)) return
    this.#status.error(error.message)
    this.#showStanding('failed', words.play.noneOpen)
    if (!needsNewEngine(error)) return
    const isNews = this.#engine !== null
    this.#engine = null
    this.#down(error)
    if (isNews) this.#hooks.onFatal(error)
  }

  /** There is no engine, and only a new one helps. */
  #down(error: Error): void {
    this.#stage.pause()
    this.#status.error(error.message)
    this.#status.show('failed', words.play.engineStopped)
    this.#status.offerRestart(true)
  }
}

function isSame(one: Opening | null, other: Opening): boolean {
  return (
    one?.engine === other.engine && one.chosen === other.chosen && one.backend === other.backend
  )
}

/** Whether the samples in hand mean the same to another generator: it is the same one, further on. */
function isSameSpace(
  was: Chosen | undefined,
  now: Chosen,
  before: Model | null,
  after: Model,
): boolean {
  if (!was || !before) return false
  const bothTrain = was.source.kind === 'training' && now.source.kind === 'training'
  const spaceOf = ({ header, labels }: Model) => JSON.stringify([header.latent, labels])
  return (was === now || bothTrain) && spaceOf(before) === spaceOf(after)
}

function stateOf({ info }: Model): string {
  return info.backend.kind === 'webgpu' ? words.play.withWebGpu : words.play.onCpu
}
