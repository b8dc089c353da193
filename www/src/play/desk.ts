import type { Model } from './model'
import type { Sample } from './sample'

export const SLOTS = ['A', 'B', 'C'] as const
export type Slot = (typeof SLOTS)[number]

/** What of the desk has changed. */
export type Topic = 'model' | 'drawing' | 'firsts' | 'picked' | 'pinned' | 'slots'

/** How samples are drawn. */
export interface Drawing {
  seed: number
  /** How far from the mean, 1 as trained. */
  truncation: number
  /** One class, or null for all in turn. */
  label: number | null
}

const MOST_PINNED = 64

/** What all of Play works on: the generator, how it is sampled, and the samples in hand. */
export class Desk {
  readonly #listeners = new Map<Topic, (() => void)[]>()
  #model: Model | null = null
  #drawing: Drawing = { seed: 1, truncation: 1, label: null }
  #firsts: readonly Sample[] = []
  #picked: Sample | null = null
  #pinned: readonly Sample[] = []
  #slots: Readonly<Record<Slot, readonly Sample[]>> = { A: [], B: [], C: [] }

  on(topics: Topic[], listener: () => void): void {
    for (const topic of topics) {
      this.#listeners.set(topic, [...(this.#listeners.get(topic) ?? []), listener])
    }
  }

  get model(): Model | null {
    return this.#model
  }

  get drawing(): Drawing {
    return this.#drawing
  }

  get picked(): Sample | null {
    return this.#picked
  }

  get pinned(): readonly Sample[] {
    return this.#pinned
  }

  /** What is in a slot; the first samples stand in where none was put. */
  slot(slot: Slot): readonly Sample[] {
    const own = this.#slots[slot]
    return own.length > 0 ? own : this.#firsts.slice(SLOTS.indexOf(slot)).slice(0, 1)
  }

  /** What was put into a slot. */
  own(slot: Slot): readonly Sample[] {
    return this.#slots[slot]
  }

  /** The first sample of the grid. */
  get first(): Sample | null {
    return this.#firsts[0] ?? null
  }

  isFilled(slot: Slot): boolean {
    return this.#slots[slot].length > 0
  }

  /** The samples that a way leads through; the first ones stand in where fewer than two are pinned. */
  get keys(): readonly Sample[] {
    return this.#pinned.length >= 2 ? this.#pinned : this.#firsts
  }

  /**
   * Another generator; one that is `alike` has the same latents, and what is in hand stays. `drawing` is
   * how its samples are drawn, if not as usual.
   */
  take(model: Model, alike: boolean, drawing: Partial<Drawing> = {}): void {
    this.#model = model
    if (!alike) {
      this.#drawing = { ...this.#drawing, truncation: 1, label: null, ...drawing }
      this.#firsts = []
      this.#picked = null
      this.#pinned = []
      this.#slots = { A: [], B: [], C: [] }
    }
    this.#tell('model')
  }

  draw(changed: Partial<Drawing>): void {
    this.#drawing = { ...this.#drawing, ...changed }
    this.#tell('drawing')
  }

  /** The first samples of the grid. */
  begin(samples: readonly Sample[]): void {
    this.#firsts = samples
    this.#tell('firsts')
  }

  pick(sample: Sample): void {
    this.#picked = sample
    this.#tell('picked')
  }

  pin(sample: Sample): void {
    if (this.#pinned.includes(sample) || this.#pinned.length >= MOST_PINNED) return
    this.#pinned = [...this.#pinned, sample]
    this.#tell('pinned')
  }

  unpin(sample: Sample | null): void {
    this.#pinned = sample ? this.#pinned.filter((each) => each !== sample) : []
    this.#tell('pinned')
  }

  put(slot: Slot, sample: Sample): void {
    const before = this.#slots[slot]
    if (before.includes(sample) || before.length >= MOST_PINNED) return
    this.#slots = { ...this.#slots, [slot]: [...before, sample] }
    this.#tell('slots')
  }

  clear(slot: Slot, sample: Sample): void {
    const left = this.#slots[slot].filter((each) => each !== sample)
    this.#slots = { ...this.#slots, [slot]: left }
    this.#tell('slots')
  }

  #tell(topic: Topic): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener()
  }
}
