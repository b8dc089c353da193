import type { Saved } from '../training/saved'
import type { Shown } from '../view/generated'
import { type Frame, FRAMES, packed } from './frame'
import { type Bounds, Kept } from './kept'
import { Shelf, type Storage } from './shelf'

/** Checkpoints to go back to. */
const SAVES: Bounds<Saved> = {
  most: 8,
  bytes: 128e6,
  apart: 0.2,
  size: ({ checkpoint }) => checkpoint.size,
}

/** A training that stands: under which name it is stored, and what it went on from. */
export interface Beginning {
  id: string
  origin: { saved: Saved; pastOf: string } | null
}

/** What is kept of the training there is: samples to look at, and checkpoints to go back to. */
export class Memory {
  readonly #frames = new Kept(FRAMES)
  readonly #saves = new Kept(SAVES)
  readonly #onChanged: () => void
  #latestSave: Saved | null = null
  #id = ''
  readonly #storage: Storage
  #shelf: Shelf
  /** Counts trainings: what is packed or read late is of the one before. */
  #training = 0
  #isPacking = false
  #packing: Promise<void> = Promise.resolve()

  /** `onChanged` hears that there are other frames or other checkpoints. */
  constructor(storage: Storage, onChanged: () => void) {
    this.#storage = storage
    this.#shelf = new Shelf(storage, '')
    this.#onChanged = onChanged
  }

  get frames(): readonly Frame[] {
    return this.#frames.all
  }

  get bytes(): number {
    return this.#frames.bytes + this.#saves.bytes
  }

  /** The samples at a step, or else the first after it. */
  at(step: number): Frame | null {
    return this.#frames.before(step) ?? this.#frames.all[0] ?? null
  }

  /** The nearest checkpoint at or before a step. */
  saveBefore(step: number): Saved | null {
    const kept = this.#saves.before(step)
    const latest = this.#latestSave
    return latest && latest.step <= step && latest.step >= (kept?.step ?? 0) ? latest : kept
  }

  /** The latest save of the training, be it kept to go back to or not. */
  get latestSave(): Saved | null {
    return this.#latestSave
  }

  /** The earliest checkpoint. */
  get firstSave(): Saved | null {
    return this.#saves.all[0] ?? this.#latestSave
  }

  /** A training stands. What goes on has the past of its origin, up to there. */
  began({ id, origin }: Beginning): void {
    const before = this.#id
    this.#training += 1
    this.#id = id
    if (id !== before) this.#shelf = new Shelf(this.#storage, id)
    this.#latestSave = origin && origin.saved.step > 0 ? origin.saved : null
    if (origin?.pastOf === before) {
      for (const kept of [this.#frames, this.#saves]) kept.cut(origin.saved.step)
    } else {
      for (const kept of [this.#frames, this.#saves]) kept.restore([])
      if (origin) void this.#recall(origin.pastOf, origin.saved.step)
    }
    this.#onChanged()
  }

  /** Keeps samples that are shown, if they are far enough from those before. */
  offer(shown: Shown): void {
    if (this.#isPacking || !this.#frames.wants(shown.step)) return
    this.#isPacking = true
    this.#packing = this.#pack(shown)
  }

  /** Keeps samples, however near they are to those before. */
  async keep(shown: Shown): Promise<void> {
    await this.#packing
    if (shown.step <= (this.#frames.all.at(-1)?.step ?? -1)) return
    this.#isPacking = true
    await (this.#packing = this.#pack(shown))
  }

  /** The training is saved: so is what is new of its past. */
  saved(saved: Saved): void {
    if (saved.id !== this.#id || saved.step === 0) return
    this.#latestSave = saved
    if (this.#saves.wants(saved.step)) this.#saves.add(saved)
    void this.#shelf.keep({ frames: this.#frames.all, saves: this.#saves.all })
    this.#onChanged()
  }

  /** Lets go of a frame that cannot be shown. */
  drop(frame: Frame): void {
    this.#frames.drop(frame)
    this.#onChanged()
  }

  async #pack(shown: Shown): Promise<void> {
    const training = this.#training
    await leisure()
    // Without it there is a frame less.
    const frame = await packed(shown).catch(() => null)
    this.#isPacking = false
    if (!frame || training !== this.#training) return
    this.#frames.add(frame)
    this.#onChanged()
  }

  async #recall(id: string, step: number): Promise<void> {
    const [training, shelf] = [this.#training, this.#shelf]
    const found = await shelf.read(id).catch(() => null)
    if (!found || training !== this.#training) return
    if (id === this.#id) shelf.holds(found)
    const isBefore = (moment: { step: number }) => moment.step <= step
    this.#frames.restore([...found.frames.filter(isBefore), ...this.#frames.all])
    this.#saves.restore([...found.saves.filter(isBefore), ...this.#saves.all])
    this.#onChanged()
  }
}

/** Once there is nothing more urgent: the next step has been asked for already. */
function leisure(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      resolve()
    }
    // Safari has none.
    const { requestIdleCallback: whenIdle } = globalThis as Partial<typeof globalThis>
    if (whenIdle) whenIdle(done, { timeout: 1000 })
    else setTimeout(done)
  })
}
