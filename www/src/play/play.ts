import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { asError, NamedError, needsNewEngine } from '../engine/errors'
import { ImportError, importModel, type ForeignFile, type Imported } from '../engine/import'
import { kindOfWeights } from '../files/weights'
import type { ModelEngine, ModelSource } from '../engine/model'
import type { BackendChoice } from '../engine/types'
import type { LoadProgress } from '../training/events'
import { button, element, select } from '../view/elements'
import { LoadingBar } from '../view/loading'
import { Messages } from '../view/messages'
import { addressOf, type Card } from './catalogue'
import { Desk } from './desk'
import { Model } from './model'
import { ImportView } from './view/import'
import { BoardTool } from './tools/board'
import { ClassesTool } from './tools/classes'
import { CoordinatesTool } from './tools/coordinates'
import { DirectionsTool } from './tools/directions'
import { InterpolationTool } from './tools/interpolation'
import { NeighboursTool } from './tools/neighbours'
import { WalkTool } from './tools/walk'
import { installPlayKeys } from './view/keys'
import { KeepView } from './view/keep'
import { ModelsView } from './view/models'
import { PickedView } from './view/picked'
import { SamplesView } from './view/samples'
import { Stage } from './view/stage'
import { installTabs } from './view/tabs'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20

export interface PlayHooks {
  backend(): BackendChoice
  onBackend(choice: BackendChoice): void
  /** Another generator is open: what the address is to call it, or null if it has no address. */
  onModel(reference: string | null): void
  /** The engine is of no use any more. */
  onFatal(error: Error): void
  /** A new engine is wanted. */
  onRestart(): void
}

/** A generator that was asked for. */
export interface Chosen {
  name: string
  source: ModelSource
  card: Card | null
  reference: string | null
  /** How it was read, if another program wrote it. */
  imported?: Imported
}

/** The part of the page that plays with trained generators. */
export class Play {
  readonly #hooks: PlayHooks
  readonly #desk = new Desk()
  readonly #messages = new Messages(element('play-messages'))
  readonly #loading = new LoadingBar(
    element('play-loading'),
    element('play-load-label'),
    element('play-load-progress', HTMLProgressElement),
  )
  readonly #models: ModelsView
  readonly #import = new ImportView({
    onAgain: (key, spec) => {
      void this.#importFiles(this.#foreign, key, spec)
    },
  })
  /** The files of another program that were opened last. */
  #foreign: ForeignFile[] = []
  readonly #stage: Stage
  #engine: ModelEngine | null = null
  /** What is open, or to be opened when there is an engine and Play is seen. */
  #chosen: Chosen | null = null
  #openedOn: { chosen: Chosen; engine: ModelEngine; backend: BackendChoice } | null = null
  #visible = false

  constructor(hooks: PlayHooks) {
    this.#hooks = hooks
    const onError = (thrown: unknown) => {
      this.#failed(thrown)
    }
    const desk = this.#desk
    const samples = new SamplesView(desk, onError)
    new PickedView(desk, onError)
    const tools = [
      new InterpolationTool(desk),
      new WalkTool(desk),
      new DirectionsTool(desk),
      new BoardTool(desk),
      new NeighboursTool(desk),
      new ClassesTool(desk),
      new CoordinatesTool(desk),
    ] as const
    const stage = new Stage(desk, tools[0], { onError })
    this.#stage = stage
    for (const tool of tools) {
      tool.onChange = () => {
        if (stage.tool === tool) stage.refresh()
      }
    }
    const tabs = installTabs(tools, (tool) => {
      stage.show(tool)
    })
    desk.on(['model'], () => {
      tabs.offer('classes', (desk.model?.labels.length ?? 0) > 1)
    })
    new KeepView({ desk, samples, stage, onError })
    installPlayKeys()
    this.#models = new ModelsView({
      onCard: (card) => {
        void this.#open(chosenCard(card))
      },
      onFiles: (files) => {
        void this.openFiles(files)
      },
      onAddress: (address) => {
        void this.#open(chosenAddress(address))
      },
      onTraining: () => {
        const source: ModelSource = { kind: 'training' }
        const name = words.play.generatorInTraining
        void this.#open({ name, source, card: null, reference: null })
      },
    })
    select('play-backend').addEventListener('change', () => {
      hooks.onBackend(select('play-backend').value as BackendChoice)
    })
    button('play-restart').addEventListener('click', () => {
      button('play-restart').hidden = true
      hooks.onRestart()
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
  async useEngine(engine: ModelEngine): Promise<void> {
    this.#engine = engine
    this.#loading.show(null)
    button('play-restart').hidden = true
    await this.#reopen()
  }

  /** Play is what is seen, or no longer. */
  set visible(visible: boolean) {
    this.#visible = visible
    this.#stage.visible = visible
    if (visible) void this.#reopen()
  }

  /** What is open, or to be opened. */
  get chosen(): Chosen | null {
    return this.#chosen
  }

  /** How far the engine is loaded. */
  progress(progress: LoadProgress | null): void {
    if (!this.#engine) this.#loading.show(progress)
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

  /** The training can, or cannot, lend its generator. */
  lends(ready: boolean): void {
    button('model-in-training').disabled = !ready
  }

  /** Opens a generator's file, or imports the files that another program wrote of one. */
  async openFiles(files: File[]): Promise<void> {
    try {
      const read = await readAll(files)
      const [first] = read
      const [file] = files
      if (!first || !file) return
      const isOurs =
        files.length === 1 &&
        file.name.endsWith('.safetensors') &&
        (await kindOfWeights(file)) !== 'foreign'
      if (!isOurs) {
        await this.#importFiles(read, null, null)
        return
      }
      const source: ModelSource = { kind: 'bytes', bytes: first.bytes }
      await this.#open({ name: first.name, source, card: null, reference: null })
    } catch (thrown) {
      this.#failed(thrown)
    }
  }

  async #importFiles(files: ForeignFile[], key: string | null, spec: string | null): Promise<void> {
    this.#foreign = files
    const name = files.map((file) => file.name).join(', ')
    this.#messages.clearErrors()
    this.#show('loading', filled(words.play.importing, { name }))
    try {
      const imported = await importModel({ files, key, spec })
      if (this.#foreign !== files) return
      const source: ModelSource = { kind: 'bytes', bytes: imported.bytes }
      await this.#open({ name, source, card: null, reference: null, imported })
    } catch (thrown) {
      this.#failed(thrown)
      this.#import.ask(thrown instanceof ImportError ? thrown.spec : null)
    }
  }

  /** Opens what is chosen, if that is not open already. */
  async #reopen(): Promise<void> {
    if (this.#chosen) await this.#open(this.#chosen)
    else if (this.#engine) this.#show('ready', this.#desk.model ? '' : words.play.openOne)
  }

  async #open(chosen: Chosen): Promise<void> {
    const before = this.#chosen
    this.#chosen = chosen
    const engine = this.#engine
    if (!engine || !this.#visible) return
    const backend = this.#hooks.backend()
    select('play-backend').value = backend
    const at = this.#openedOn
    const isSame = at?.engine === engine && at.chosen === chosen && at.backend === backend
    if (isSame) return
    const opening = { chosen, engine, backend }
    this.#openedOn = opening
    this.#messages.clearErrors()
    this.#show('loading', filled(words.play.opening, { name: chosen.card?.title ?? chosen.name }))
    try {
      const info = await engine.openModel(chosen.name, chosen.source, backend, (loaded, total) => {
        this.#loading.show({ what: chosen.name, loaded, total })
      })
      if (this.#openedOn !== opening) return
      const model = new Model(engine, info)
      this.#models.show(model, chosen.card)
      if (chosen.imported) this.#import.show(chosen.imported)
      else this.#import.hide()
      this.#show('ready', stateOf(model))
      this.#hooks.onModel(chosen.reference)
      this.#desk.take(model, isSameSpace(at?.chosen, chosen, this.#desk.model, model))
      this.#stage.refresh()
    } catch (thrown) {
      if (asError(thrown).name === 'Superseded') return
      // What was open stays open.
      this.#openedOn = at
      this.#chosen = at?.chosen ?? (before === chosen ? null : before)
      this.#failed(thrown)
    } finally {
      if (this.#openedOn === opening || this.#openedOn === at) this.#loading.show(null)
    }
  }

  #failed(thrown: unknown): void {
    const error = asError(thrown)
    if (error.name === 'EngineClosed') return
    this.#messages.add('error', error.message)
    const { model } = this.#desk
    this.#show(model ? 'ready' : 'failed', model ? stateOf(model) : words.play.noneOpen)
    if (!needsNewEngine(error)) return
    const isNews = this.#engine !== null
    this.#engine = null
    this.#down(error)
    if (isNews) this.#hooks.onFatal(error)
  }

  /** There is no engine, and only a new one helps. */
  #down(error: Error): void {
    this.#stage.pause()
    this.#messages.add('error', error.message)
    this.#show('failed', words.play.engineStopped)
    button('play-restart').hidden = false
  }

  #show(phase: 'loading' | 'ready' | 'failed', sentence: string): void {
    element('play-status').dataset['phase'] = phase
    const state = element('play-state')
    if (state.textContent !== sentence) state.textContent = sentence
  }
}

/** The files' bytes; one that is too large for a generator is refused before it is read. */
async function readAll(files: File[]): Promise<ForeignFile[]> {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > MOST_BYTES) {
    const [found, most] = [Math.round(size / 1e6), Math.round(MOST_BYTES / 1e6)]
    const names = files.map(({ name }) => name).join(', ')
    throw new NamedError(
      'WeightsError',
      filled(words.notices.generatorTooLarge, { files: names, found, most }),
    )
  }
  const read = async (file: File) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return await Promise.all(files.map(read))
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

function chosenCard(card: Card): Chosen {
  const source: ModelSource = { kind: 'address', address: addressOf(card.file) }
  return { name: card.file, source, card, reference: card.name }
}

function chosenAddress(address: string): Chosen {
  const name = address.slice(address.lastIndexOf('/') + 1) || address
  return { name, source: { kind: 'address', address }, card: null, reference: address }
}

function stateOf({ info }: Model): string {
  return info.backend.kind === 'webgpu' ? words.play.withWebGpu : words.play.onCpu
}
