import { asError } from '../engine/errors'
import { keep } from '../files/storage'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import type { DataOptions } from '../settings/data-options'
import type { Settings } from '../settings/settings'
import { describeSource } from './saved'
import type { Source } from './sources'

/** A training is saved after so many steps. */
const STEPS = 300
/** Saving may take at most this part of the time: a large training is saved after more steps. */
const SHARE = 1 / 20

/** What is saved beside the checkpoint. */
export interface About {
  recipe: string
  settings: Settings
  source: Source
  options: DataOptions
}

export interface AutosaveHooks {
  checkpoint(): Promise<Uint8Array<ArrayBuffer>>
  /** Null when there is no training. */
  about(): About | null
  /** The training that was kept before is no more. */
  onSaved(): void
  onNotice(sentence: string): void
}

/** Keeps the training in the browser's storage. It never holds the training up and never fails it. */
export class Autosave {
  readonly #hooks: AutosaveHooks
  #step = 0
  #savedStep = 0
  /** As `#savedStep`, but once it is in the storage. */
  #keptStep = 0
  #nextAt = 0
  #isBusy = false
  #writing: Promise<void> = Promise.resolve()
  #isWanted = false
  #hasTold = false

  constructor(hooks: AutosaveHooks) {
    this.#hooks = hooks
  }

  /** A training begins, or goes on from a checkpoint, at this step. */
  began(step: number): void {
    this.#step = step
    this.#savedStep = step
    this.#keptStep = step
    this.#isWanted = false
    this.#nextAt = 0
  }

  /** To be called before further steps are asked for, so that the checkpoint is of this step. */
  took(step: number): void {
    this.#step = step
    const isDue = step >= this.#savedStep + STEPS && performance.now() >= this.#nextAt
    if (isDue || this.#isWanted) this.save()
  }

  /** Saves after the steps that are under way. */
  hurry(): void {
    this.#isWanted = true
  }

  /** Saves now what has not been saved. */
  save(): void {
    this.#isWanted = this.#isBusy && this.#step > this.#savedStep
    if (this.#isBusy || this.#step <= this.#savedStep) return
    const about = this.#hooks.about()
    if (!about) return
    this.#isBusy = true
    this.#savedStep = this.#step
    this.#writing = this.#write(about, this.#step)
  }

  /** Saves, and says whether all there is to save is kept. */
  async saved(): Promise<boolean> {
    this.save()
    while (this.#isBusy) await this.#writing
    return this.#keptStep >= this.#step
  }

  async #write({ recipe, settings, source, options }: About, step: number): Promise<void> {
    const asked = performance.now()
    // Its failure is the training's own, which tells it.
    const checkpoint = await this.#hooks.checkpoint().catch(() => null)
    try {
      if (checkpoint) {
        const data = describeSource(source, options)
        const time = Date.now()
        const saved = { version: 1, checkpoint, recipe, step, time, settings, data } as const
        await keep(saved, source.files ?? null)
        this.#keptStep = step
        this.#hooks.onSaved()
      }
    } catch (thrown) {
      this.#tell(asError(thrown))
    }
    const now = performance.now()
    this.#nextAt = now + (now - asked) / SHARE
    this.#isBusy = false
    // Asked for while this was under way, with the training at rest since.
    if (this.#isWanted) this.save()
  }

  #tell({ name, message }: Error): void {
    if (this.#hasTold) return
    this.#hasTold = true
    const why =
      name === 'QuotaExceededError' ? words.notices.storageFull : message.replace(/\.$/, '') || name
    this.#hooks.onNotice(filled(words.notices.cannotSave, { why }))
  }
}
