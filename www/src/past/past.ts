import './past.css'
import { pastTexts, type PastTexts } from '../strings/past'
import { onLanguage } from '../strings/page'
import { filled } from '../strings/strings'
import type { Saved } from '../training/saved'
import type { Shown } from '../view/generated'
import type { Text } from '../strings/text'
import { wholeNumber } from '../view/numbers'
import { type Frame, packed, unpacked } from './frame'
import { LapseView } from './lapse'
import { type Beginning, Memory } from './memory'
import { ScrubberView } from './scrubber'
import type { Storage } from './shelf'

export interface PastHooks {
  /** The step after which the training stands. */
  step(): number
  /** What files are called after: the recipe. */
  name(): string
  /** Goes on from an earlier save, under this name; what was learnt since stays saved as it is. */
  goBack(save: Saved, name: string): Promise<boolean>
  /** Shows earlier samples with a sentence about them, or with null the latest again. */
  show(shown: Shown | null, note?: Text): void
  storage: Storage
  /** Hands a file to the reader. */
  keep(name: string, file: Blob, type: string): void
  /** Points at a step in the charts, or with null at none. */
  mark(step: number | null): void
}

/** What the training has shown so far: one looks at it again, goes back to it, and makes a film of it. */
export class Past {
  readonly #hooks: PastHooks
  readonly #texts: PastTexts
  readonly #memory: Memory
  readonly #view: ScrubberView
  #latest: Shown | null = null
  /** Where the scrubber stands; null at the latest samples. */
  #chosen: Frame | null = null
  #shown: Frame | null = null

  private constructor(hooks: PastHooks, texts: PastTexts) {
    this.#hooks = hooks
    this.#texts = texts
    this.#memory = new Memory(hooks.storage, () => {
      this.#changed()
    })
    this.#view = new ScrubberView(texts, {
      onMoved: (at) => {
        this.#choose(this.#memory.frames[at] ?? null)
      },
      onGoBack: () => {
        this.#goBack()
      },
    })
    onLanguage(() => {
      this.#refresh()
    })
    new LapseView(texts, {
      frames: () => this.#all(),
      name: () => `ganvas-${hooks.name()}-time-lapse-step-${hooks.step()}`,
      keep: (name, file, type) => {
        hooks.keep(name, file, type)
      },
    })
  }

  static async open(hooks: PastHooks): Promise<Past> {
    return new Past(hooks, await pastTexts())
  }

  /** Bytes that it takes in the storage. */
  get bytes(): number {
    return this.#memory.bytes
  }

  /** The samples that are kept, in the order of the steps. */
  get frames(): readonly Frame[] {
    return this.#memory.frames
  }

  /** Keeps what was shown last, however near it is to what was kept before. */
  async keepLatest(): Promise<void> {
    if (this.#latest) await this.#memory.keep(this.#latest)
  }

  /** A training stands: it begins, or goes on. */
  began(beginning: Beginning): void {
    this.#latest = null
    this.#choose(null)
    this.#memory.began(beginning)
  }

  /** The training shows these samples. */
  offer(shown: Shown): void {
    this.#latest = shown
    this.#memory.offer(shown)
  }

  saved(saved: Saved): void {
    this.#memory.saved(saved)
  }

  /** A chart is pointed at, or with null no longer. */
  pointed(step: number | null): void {
    if (step === null) void this.#show(this.#chosen)
    else void this.#show(step >= this.#hooks.step() ? null : this.#memory.at(step))
    if (step === null) this.#hooks.mark(this.#chosen?.step ?? null)
  }

  /** There are other frames or checkpoints: the scrubber stays where it is. */
  #changed(): void {
    const { frames } = this.#memory
    const chosen = this.#chosen
    if (chosen && !frames.includes(chosen)) this.#choose(this.#memory.at(chosen.step))
    else this.#refresh()
  }

  #choose(frame: Frame | null): void {
    this.#chosen = frame
    // What a chart has shown already is shown again, with what is said of it here.
    if (frame === this.#shown && frame) this.#shown = null
    this.#refresh()
    this.#hooks.mark(frame?.step ?? null)
    void this.#show(frame)
  }

  #refresh(): void {
    const { frames } = this.#memory
    const [chosen, last] = [this.#chosen, this.#hooks.step()]
    this.#view.show({
      count: frames.length,
      at: chosen ? frames.indexOf(chosen) : frames.length,
      step: chosen?.step ?? null,
      last,
      backTo: (chosen && this.#saveFor(chosen)?.step) ?? null,
    })
  }

  async #show(frame: Frame | null): Promise<void> {
    if (frame === this.#shown) return
    this.#shown = frame
    if (!frame) {
      this.#view.seen = null
      this.#hooks.show(null)
      return
    }
    try {
      const shown = await unpacked(frame)
      if (frame !== this.#shown) return
      this.#hooks.show(shown, frame === this.#chosen ? () => this.#whereTo(frame) : '')
      this.#view.seen = frame.step
    } catch {
      if (frame === this.#shown) void this.#show(null)
      this.#memory.drop(frame)
    }
  }

  /** The checkpoint that one goes back to from a frame; null where that is too early, or no way back. */
  #saveFor({ step }: Frame): Saved | null {
    const save = this.#memory.saveBefore(step)
    return save && save.step < this.#hooks.step() ? save : null
  }

  /** Where going back from there leads, in words. */
  #whereTo(frame: Frame): string {
    const { goesBack, tooEarly, noneYet } = this.#texts
    const [save, first] = [this.#saveFor(frame), this.#memory.firstSave]
    const name = this.#memory.latestSave?.name ?? ''
    if (save) return filled(goesBack, { step: wholeNumber(save.step), name })
    if (!first) return noneYet
    return first.step > frame.step ? filled(tooEarly, { step: wholeNumber(first.step) }) : ''
  }

  #goBack(): void {
    const save = this.#chosen && this.#saveFor(this.#chosen)
    if (!save) return
    const step = wholeNumber(save.step)
    const name = filled(this.#texts.branch, { name: save.name, step })
    void this.#hooks.goBack(save, name)
  }

  /** All frames, with what is shown now as the last. */
  async #all(): Promise<readonly Frame[]> {
    const { frames } = this.#memory
    const latest = this.#latest
    if (!latest || latest.step <= (frames.at(-1)?.step ?? -1)) return frames
    return [...frames, await packed(latest)]
  }
}
