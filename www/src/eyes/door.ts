import type { StepReport } from '../engine/types'
import type { Grid } from '../shared/picture'
import type { Phase } from '../training/events'
import type { Session } from '../training/session'
import { element } from '../view/elements'
import type { EyesPanel } from './panel'
import type { Samples } from './samples'

/** Where the panel of what the discriminator sees will be; it is fetched when it is first opened. */
export class EyesDoor {
  readonly #box = element('eyes', HTMLDetailsElement)
  readonly #session: () => Session
  readonly #onTaken: () => void
  #panel: EyesPanel | null = null
  #isComing = false
  #samples: Samples | null = null
  #reals: Grid | null = null
  #last: StepReport | null = null

  /** `onTaken` hears that somebody has taken a step by hand, or changed how the training goes on. */
  constructor(session: () => Session, onTaken: () => void) {
    this.#session = session
    this.#onTaken = onTaken
    this.#box.addEventListener('toggle', () => {
      if (this.#panel) this.#panel.isOpen = this.#box.open
      else if (this.#box.open && !this.#isComing) void this.#open()
    })
  }

  /** A training stands. */
  began(): void {
    this.#last = null
    this.#panel?.began()
  }

  samples(grid: Grid, averaged: boolean): void {
    this.#samples = { grid, averaged }
    this.#panel?.samples(this.#samples)
  }

  reals(grid: Grid): void {
    this.#reals = grid
    this.#panel?.reals(grid)
  }

  took(reports: readonly StepReport[]): void {
    this.#last = reports.at(-1) ?? this.#last
    this.#panel?.took(reports)
  }

  phase(phase: Phase): void {
    this.#panel?.phase(phase)
  }

  async #open(): Promise<void> {
    this.#isComing = true
    try {
      const { eyesPanel } = await import('./panel')
      const panel = await eyesPanel(this.#session(), this.#onTaken)
      this.#box.append(panel.body)
      this.#panel = panel
      panel.phase(this.#session().phase)
      if (this.#reals) panel.reals(this.#reals)
      if (this.#samples) panel.samples(this.#samples)
      panel.isOpen = this.#box.open
      if (this.#last) panel.took([this.#last])
    } catch {
      // It is asked for again the next time that it is opened.
      this.#box.open = false
    } finally {
      this.#isComing = false
    }
  }
}
