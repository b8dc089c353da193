import { asError, NamedError } from './engine/errors'
import { discard, recall, recallFiles } from './files/storage'
import { baseRecipe } from './settings/recipes'
import { ALL } from './settings/data-options'
import { words } from './strings/page'
import { filled } from './strings/strings'
import { Autosave } from './training/autosave'
import type { DataChooser } from './training/chooser'
import type { Saved } from './training/saved'
import type { Session } from './training/session'
import { builtIn, type Source } from './training/sources'
import type { Controls } from './view/controls'
import type { DataOptionsView } from './view/data-options'
import { SavedOffer } from './view/saved-offer'
import type { StatusView } from './view/status'

/** Larger files are no checkpoints. */
const MOST_BYTES = 2 ** 30

interface Parts {
  session: Session
  chooser: DataChooser
  controls: Controls
  status: StatusView
  dataOptions: DataOptionsView
}

/** Saves the training, and goes on with one that was saved. */
export class Keeper {
  readonly #parts: Parts
  readonly #autosave: Autosave
  readonly #offer = new SavedOffer({
    onGoOn: (saved) => {
      void this.#goOn(saved)
    },
    onDiscard: () => {
      void discard().catch((thrown: unknown) => {
        this.#parts.status.error(asError(thrown).message)
      })
    },
  })

  constructor(parts: Parts) {
    this.#parts = parts
    const { session, status } = parts
    this.#autosave = new Autosave({
      checkpoint: () => session.checkpoint(),
      about: () => {
        const { applied } = session
        const recipe = applied && baseRecipe(applied.settings, parts.controls.presets)
        return applied && recipe ? { ...applied, recipe: recipe.name } : null
      },
      onSaved: () => {
        this.#offer.hide()
      },
      onNotice: (sentence) => {
        status.notice(sentence)
      },
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'hidden') return
      if (session.phase === 'running' || session.phase === 'stepping') this.#autosave.hurry()
      else if (session.phase === 'ready') this.#autosave.save()
    })
  }

  began(step: number): void {
    this.#autosave.began(step)
  }

  took(step: number): void {
    this.#autosave.took(step)
  }

  save(): void {
    this.#autosave.save()
  }

  /** Saves, and says whether nothing would be lost with the page. */
  saved(): Promise<boolean> {
    return this.#autosave.saved()
  }

  /** Shows the training of an earlier visit, if there is one, once the page is `open`. */
  async offer(open: Promise<void>): Promise<void> {
    // Storage may be refused: then there is nothing to go on with.
    const recalled = recall().catch(() => null)
    await open
    const saved = await recalled
    if (saved && saved.step > 0 && this.#parts.session.step === 0) this.#offer.show(saved)
  }

  /** Goes on from a checkpoint file, with the data at hand. */
  async open(file: File): Promise<void> {
    const { controls, session } = this.#parts
    if (file.size > MOST_BYTES) {
      throw new NamedError(
        'WeightsError',
        filled(words.notices.checkpointTooLarge, {
          file: file.name,
          found: Math.round(file.size / 1e6),
          most: Math.round(MOST_BYTES / 1e6),
        }),
      )
    }
    const { settings } = controls
    if (!settings) {
      throw new NamedError('NotReady', words.notices.tooEarly)
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    await session.resume({ name: file.name, bytes, settings, source: null })
  }

  async #goOn(saved: Saved): Promise<void> {
    const { chooser, controls, session, status } = this.#parts
    const { settings: now, presets } = controls
    if (!now) return
    status.clearErrors()
    try {
      // What computes is no part of the training: it may be lost, or another one asked for.
      const backend = now.backend === 'auto' ? saved.settings.backend : now.backend
      const settings = { ...now, ...saved.settings, backend }
      // Images of one's own are read in the size that the recipe wants.
      if (baseRecipe(settings, presets)) controls.take(settings)
      const source = await this.#sourceOf(saved, now.data === 'files')
      const name = filled(words.notices.savedTraining, { step: saved.step })
      await session.resume({ name, bytes: saved.checkpoint, settings, source })
    } catch (thrown) {
      status.error(asError(thrown).message)
    }
    if (session.step === saved.step) return
    // What could not go on now may go on later.
    const before = { ...now, data: session.dataChoice }
    controls.take(before)
    this.#offer.show(saved)
    chooser.reread()
    await session.use(before)
  }

  /** The data set that a training was saved with; with `isChosen` its files may have been chosen again. */
  async #sourceOf(saved: Saved, isChosen: boolean): Promise<Source> {
    const { choice, what, files, cropped = true, options = { ...ALL, cropped } } = saved.data
    const { chooser, dataOptions } = this.#parts
    dataOptions.take({ ...ALL, ...options })
    if (choice !== 'files') return builtIn(choice)
    const kept = await recallFiles(saved)
    if (kept) return chooser.restore(kept)
    if (isChosen && chooser.files) return chooser.files
    // They were too large, or the browser has let go of them.
    const { filesNotSaved, filesLost } = words.notices
    throw new NamedError(
      'DataError',
      filled(files === null ? filesNotSaved : filesLost, { name: what }),
    )
  }
}
