import { asError, messageOf, NamedError } from './engine/errors'
import { saveFile } from './files/save'
import { sourceOf, sourcesOf } from './saved-data'
import { forget, rename, trainings } from './training/storage'
import { type CheckpointHeader, checkpointHeader } from './files/weights'
import { asTrained, baseRecipe } from './settings/recipes'
import { words } from './strings/page'
import { filled } from './strings/strings'
import { Autosave } from './training/autosave'
import { refuseLarge } from './training/checkpoint'
import type { DataChooser } from './training/chooser'
import { excess, MOST } from './training/excess'
import { GoodSave } from './training/good-save'
import { settlesWithin } from './shared/patience'
import { type Course, newId, type Saved } from './training/saved'
import type { Session } from './training/session'
import { canTell, running, Slot } from './training/slot'
import type { Source } from './training/sources'
import type { Controls } from './view/controls'
import type { DataOptionsView } from './view/data-options'
import { chooseFiles } from './view/choose-files'
import { tellNotSaved } from './view/not-saved'
import type { StatusView } from './view/status'
import { type Extras, type Standing, TrainingsView } from './view/trainings'

/** Reset waits so many milliseconds for a save, and no longer. */
const SAVE_PATIENCE = 10_000

interface Parts {
  session: Session
  chooser: DataChooser
  controls: Controls
  status: StatusView
  dataOptions: DataOptionsView
  /** What the training was like so far. */
  course(): Course
  /** Bytes of its past, which are stored beside it. */
  beside(): number
  onSaved(saved: Saved): void
}

/** What a training went on from. */
export interface Origin {
  saved: Saved
  /** The training whose past is its own up to there. */
  pastOf: string
}

/** Saves trainings, and goes on with one that was saved. */
export class Saver {
  readonly #parts: Parts
  readonly #autosave: Autosave
  /** Where the training there is will be saved. */
  #slot = Slot.fresh()
  /** The training that is about to go on, and its place. */
  #coming: { slot: Slot; origin: Origin } | null = null
  #origin: Origin | null = null
  /** A checkpoint that waits for its data to be chosen. */
  #waiting: File | null = null
  #hasTold = false
  readonly #good = new GoodSave()
  /** Trainings that came about on this visit and stay, however many there are. */
  readonly #kept = new Set<string>()
  readonly #view = new TrainingsView({
    onGoOn: (saved) => {
      void this.goOn(saved)
    },
    onDownload: ({ recipe, step, checkpoint }) => {
      saveFile(`ganvas-${recipe}-checkpoint-step-${step}.safetensors`, checkpoint)
    },
    onDelete: (saved) => {
      void this.#told(async () => {
        await forget([saved.id])
        if (this.#view.offered?.id === saved.id) this.#view.offer(null)
      })
    },
    onRename: (saved, name) => {
      if (saved.id === this.#slot.id) this.#slot.name = name
      void this.#told(() => rename(saved.id, name))
    },
    onOpen: () => void this.#show(),
  })

  constructor(parts: Parts) {
    this.#parts = parts
    const { session } = parts
    this.#autosave = new Autosave({
      checkpoint: () => session.engine.checkpoint(),
      about: () => {
        const { applied } = session
        const recipe = applied && baseRecipe(applied.settings, parts.controls.presets)
        const { id, name } = this.#slot
        if (!applied || !recipe) return null
        const [course, beside] = [parts.course(), parts.beside()]
        return { ...applied, id, name, recipe: recipe.name, course, beside }
      },
      onSaved: (saved) => {
        this.#good.took(saved)
        parts.onSaved(saved)
        this.#dropExcess(saved.id)
      },
      onFailed: (error) => {
        this.#notSaved(error)
      },
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'hidden') void this.#show()
      else if (session.phase === 'running' || session.phase === 'stepping') this.#autosave.hurry()
      else if (session.phase === 'ready') this.#autosave.save()
    })
  }

  /** A training stands at this step. */
  began(step: number): void {
    const before = this.#slot
    this.#slot = this.#coming?.slot ?? Slot.fresh()
    this.#origin = this.#coming?.origin ?? null
    this.#coming = null
    if (before.id !== this.#slot.id) before.release()
    this.#good.began(this.#slot.id, step)
    this.#autosave.began(step)
    this.#hasTold = false
    this.#parts.status.past('storage', 'checkpoint')
    void this.#show()
  }

  took(step: number): void {
    this.#autosave.took(step)
    this.#view.offer(null)
  }

  save(): void {
    this.#autosave.save()
  }

  /** Nothing is wrong with the training after this step. */
  sound(step: number): void {
    this.#good.sound(step)
  }

  /** The saves of the training there is to go back to. */
  get saves(): Pick<GoodSave, 'last' | 'latest'> {
    return this.#good
  }

  /** Whether steps would be lost with the engine. */
  get lacks(): boolean {
    return this.#autosave.lacks
  }

  /** Saves, and says whether nothing would be lost with the page. */
  async saved(): Promise<boolean> {
    const { session } = this.#parts
    await session.rest()
    // Elsewhere there is nothing to lose, or nothing to be had.
    if (!session.applied || session.phase !== 'ready') return true
    this.#hasTold = false
    return await this.#autosave.saved(true)
  }

  /** The training will be given up: what it has learnt is put by. */
  async putBy(): Promise<void> {
    await settlesWithin(this.#autosave.saved(), SAVE_PATIENCE)
  }

  /** The training that is saved of the one there is, if any is. */
  async last(): Promise<Saved | null> {
    return await this.find(this.#slot.id)
  }

  /** A saved training by its id. */
  async find(id: string): Promise<Saved | null> {
    return (await this.#all()).find((saved) => saved.id === id) ?? null
  }

  /** What the training there is went on from, if it did not begin anew. */
  get origin(): Origin | null {
    return this.#origin
  }

  /**
   * Goes on from an earlier save of the training there is, in a place of its own: what was learnt since
   * stays as it is. Says whether it does.
   */
  async goBack(save: Saved, name: string): Promise<boolean> {
    const { session } = this.#parts
    const [wasRunning, pastOf] = [session.phase === 'running', this.#slot.id]
    const branch = { ...save, id: newId(), name, time: Date.now() }
    const goesOn = (await this.saved()) && (await this.goOn(branch, pastOf))
    if (wasRunning) session.start()
    return goesOn
  }

  /** The name under which another visit finds the training there is. */
  get id(): string {
    return this.#slot.id
  }

  /** What the training there is is called; null as long as nobody has given it a name. */
  get name(): string | null {
    return this.#slot.name
  }

  /** Names the training there is, which stays for this visit. */
  call(name: string): void {
    this.#slot.name = name
    this.#kept.add(this.#slot.id)
  }

  /** A training was put into the storage, and stays there for this visit. */
  added(id: string): void {
    this.#kept.add(id)
    this.#dropExcess(id)
  }

  /** Has more to be done in the list of trainings. */
  extend(extras: Extras): void {
    this.#view.extend(extras)
    void this.#show()
  }

  /** Offers to go on with the newest training, as long as none is under way. */
  async offer(): Promise<void> {
    const { session } = this.#parts
    const [newest] = (await this.#all()).filter(({ step }) => step > 0)
    await this.#show()
    if (newest && session.step === 0) this.#view.offer(newest)
  }

  /** Offers to go on with what is saved of a training that has come to a bad end. */
  async offerLast(): Promise<void> {
    const saved = await this.last()
    if (saved && saved.step > 0) this.#view.offer(saved)
  }

  /** Goes on from a checkpoint file, whose data are found, at hand, or asked for. */
  async open(file: File): Promise<void> {
    const { chooser, controls, session, status } = this.#parts
    status.past('checkpoint')
    this.#waiting = null
    refuseLarge(file)
    const { settings } = controls
    if (!settings) throw new NamedError('NotReady', words.notices.tooEarly)
    await this.#rest()
    const header = await checkpointHeader(file)
    const sources = header ? sourcesOf(this.#parts, header) : [session.data]
    if (header && sources.length === 0) {
      this.#ask(file, header)
      return
    }
    // Images of one's own are read in the size that the recipe wants.
    const isOwn = header !== null && sources.some(({ choice }) => choice === 'files')
    const itsOwn = { ...settings, data: 'files' } as const
    if (isOwn) controls.take(asTrained(itsOwn, header, controls.presets))
    const goesOn = await session.resume({ name: file.name, file, settings, sources, course: null })
    if (goesOn || !isOwn) return
    controls.take({ ...settings, data: session.data.choice })
    chooser.reread()
  }

  /** Another data set is there: perhaps the one that a checkpoint waits for. */
  dataCame(source: Source): void {
    const file = this.#waiting
    if (!file || source.choice !== 'files') return
    this.#waiting = null
    // Once it is chosen for good.
    setTimeout(() => {
      void this.#told(() => this.open(file))
    })
  }

  /** Goes on with a saved training, or one that has the past of another, and says whether it does. */
  async goOn(saved: Saved, pastOf = saved.id): Promise<boolean> {
    const { chooser, controls, session, status } = this.#parts
    const { settings: now, presets } = controls
    if (!now) return false
    status.clearErrors()
    this.#view.offer(null)
    await this.#rest()
    const slot = await this.#slotOf(saved)
    this.#coming = { slot, origin: { saved, pastOf } }
    let goesOn = false
    try {
      // What computes is no part of the training: it may be lost, or another one asked for.
      const backend = now.backend === 'auto' ? saved.settings.backend : now.backend
      const settings = { ...now, ...saved.settings, backend }
      // Images of one's own are read in the size that the recipe wants.
      if (baseRecipe(settings, presets)) controls.take(settings)
      const sources = [await sourceOf(this.#parts, saved, now.data === 'files')]
      const name = filled(words.notices.savedTraining, { step: saved.step })
      const { checkpoint: file, course } = saved
      goesOn = await session.resume({ name, file, settings, sources, course })
    } catch (thrown) {
      const error = asError(thrown)
      const actions = error.name === 'DataError' ? chooseFiles() : []
      status.error(() => messageOf(error), { cause: 'checkpoint', actions })
    }
    if (goesOn) {
      const isCopy = canTell() && slot.id !== saved.id
      if (isCopy) status.notice(() => words.notices.inOtherTab, { cause: 'checkpoint' })
      return true
    }
    this.#dropComing()
    // What could not go on now may go on later.
    const before = { ...now, data: session.data.choice }
    controls.take(before)
    if (session.step === 0) this.#view.offer(saved)
    chooser.reread()
    await session.use(before)
    return false
  }

  /** Lets the training that will be given up come to rest, and puts it by. */
  async #rest(): Promise<void> {
    await this.#parts.session.rest()
    await this.putBy()
  }

  /** Its own place for a saved training; a place of another for one that another tab runs. */
  async #slotOf(saved: Saved): Promise<Slot> {
    if (saved.id === this.#slot.id) return this.#slot
    const slot = await Slot.of(saved.id, saved.name)
    if (slot) return slot
    return Slot.fresh(saved.name)
  }

  #dropComing(): void {
    if (this.#coming && this.#coming.slot.id !== this.#slot.id) this.#coming.slot.release()
    this.#coming = null
  }

  /** A training is saved: what is too much beside it goes. */
  #dropExcess(id: string): void {
    const { status } = this.#parts
    this.#hasTold = false
    status.past('storage')
    void this.#told(async () => {
      const held = await running()
      const isWanted = (saved: Saved) =>
        saved.id === id || held.has(saved.id) || this.#kept.has(saved.id)
      const dropped = excess(await trainings(), isWanted)
      for (const { name, step } of dropped) {
        status.notice(() => filled(words.notices.dropped, { name, step, count: MOST }), {
          cause: 'limit',
        })
      }
      if (dropped.length > 0) await forget(dropped.map((saved) => saved.id))
    })
  }

  /** Says once that saving fails. */
  #notSaved(error: Error): void {
    if (this.#hasTold) return
    this.#hasTold = true
    tellNotSaved(this.#parts.status, error)
  }

  /** Does something with the storage, tells its failure, and shows what there is then. */
  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (thrown) {
      this.#parts.status.error(() => messageOf(asError(thrown)), { cause: 'storage' })
    }
    await this.#show()
  }

  /** Storage may be refused: then there is nothing to go on with. */
  async #all(): Promise<Saved[]> {
    return await trainings().catch(() => [])
  }

  async #show(): Promise<void> {
    const [all, held] = await Promise.all([this.#all(), running()])
    const standingOf = ({ id }: Saved): Standing =>
      id === this.#slot.id ? 'here' : held.has(id) ? 'elsewhere' : 'left'
    this.#view.show(
      all.filter(({ step }) => step > 0),
      standingOf,
    )
  }

  /** The data of a checkpoint are to be chosen, and are read as it wants them. */
  #ask(file: File, { data, recipe }: CheckpointHeader): void {
    const { controls, status } = this.#parts
    this.#waiting = file
    controls.takeRecipe(recipe)
    const sentence = () => filled(words.notices.chooseItsData, { file: file.name, data })
    status.notice(sentence, { cause: 'checkpoint', actions: chooseFiles() })
  }
}
