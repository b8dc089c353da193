import { asError } from '../engine/errors'
import { save } from './storage'
import type { DataOptions } from '../settings/data-options'
import type { Settings } from '../settings/settings'
import { type Course, describeSource, type Saved } from './saved'
import type { Source } from './sources'

/** A training is saved after so many steps, or so many milliseconds, as one with slow steps. */
const STEPS = 300
const MILLISECONDS = 60_000
/** Saving may take at most this part of the time: a large training is saved less often. */
const SHARE = 1 / 20

/** What is saved beside the checkpoint. */
export interface About {
  id: string
  /** What the training is called; null as long as nobody has given it a name. */
  name: string | null
  recipe: string
  settings: Settings
  source: Source
  options: DataOptions
  course: Course
  /** Bytes that are stored beside it. */
  beside: number
}

export interface AutosaveHooks {
  checkpoint(): Promise<Uint8Array<ArrayBuffer>>
  /** Null when there is no training. */
  about(): About | null
  /** A training is saved. */
  onSaved(saved: Saved): void
  onFailed(error: Error): void
}

/** Keeps the training in the browser's storage. It never holds the training up and never fails it. */
export class Autosave {
  readonly #hooks: AutosaveHooks
  #step = 0
  #savedStep = 0
  #savedAt = 0
  /** As `#savedStep`, but once it is in the storage. */
  #storedStep = 0
  /** Counts trainings: what is written late is of the one before. */
  #training = 0
  #nextAt = 0
  #isBusy = false
  /** Whether the last save came to its end. */
  #isStored = false
  #writing: Promise<void> = Promise.resolve()
  #isWanted = false

  constructor(hooks: AutosaveHooks) {
    this.#hooks = hooks
  }

  /** A training begins, or goes on from a checkpoint, at this step. */
  began(step: number): void {
    this.#training += 1
    this.#step = step
    this.#savedStep = step
    this.#savedAt = performance.now()
    this.#storedStep = step
    this.#isWanted = false
    this.#nextAt = 0
  }

  /** To be called before further steps are asked for, so that the checkpoint is of this step. */
  took(step: number): void {
    this.#step = step
    const now = performance.now()
    const isOld = step >= this.#savedStep + STEPS || now >= this.#savedAt + MILLISECONDS
    if (this.#isWanted || (isOld && now >= this.#nextAt)) this.save()
  }

  /** Saves after the steps that are under way. */
  hurry(): void {
    this.#isWanted = true
  }

  /** Whether there are steps that are not saved. */
  get lacks(): boolean {
    return this.#storedStep < this.#step
  }

  /** Saves now what has not been saved; with `always` even where there is nothing new. */
  save(always = false): void {
    const isNews = always || this.#step > this.#savedStep
    this.#isWanted = this.#isBusy && isNews
    if (this.#isBusy || !isNews) return
    const about = this.#hooks.about()
    if (!about) return
    this.#isBusy = true
    this.#savedStep = this.#step
    this.#savedAt = performance.now()
    this.#writing = this.#write(about, this.#step)
  }

  /** Saves, and says whether all there is to save is stored; with `always` even at step 0. */
  async saved(always = false): Promise<boolean> {
    await this.#writing
    this.save(always)
    while (this.#isBusy) await this.#writing
    return !this.lacks && (!always || this.#isStored)
  }

  async #write(about: About, step: number): Promise<void> {
    const asked = performance.now()
    const training = this.#training
    this.#isStored = false
    // Its failure is the training's own, which tells it.
    const checkpoint = await this.#hooks.checkpoint().catch(() => null)
    try {
      if (checkpoint) {
        const { id, name, recipe, settings, source, options, course, beside } = about
        const saved: Saved = {
          ...({ version: 2, id, name: name ?? recipe, recipe, step, settings } as const),
          ...{ course, beside },
          time: Date.now(),
          checkpoint: new Blob([checkpoint]),
          data: describeSource(source, options),
        }
        await save(saved, source.files ?? null)
        this.#isStored = true
        if (training === this.#training) this.#storedStep = step
        this.#hooks.onSaved(saved)
      }
    } catch (thrown) {
      this.#hooks.onFailed(asError(thrown))
    }
    const now = performance.now()
    this.#nextAt = now + (now - asked) / SHARE
    this.#isBusy = false
    // Asked for while this was under way, with the training at rest since.
    if (this.#isWanted) this.save()
  }
}
