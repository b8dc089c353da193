import type { Parts } from './runs-ground'
import type { Runs } from './runs/runs'
import { element } from './view/elements'

/** Runs side by side, and as files: their code is fetched when the list of saved runs is opened. */
export class RunsDoor {
  readonly #parts: Parts
  #coming: Promise<Runs> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    element('trainings').addEventListener('toggle', () => {
      // Without it there still is the list.
      this.#open().catch(() => undefined)
    })
  }

  /** Takes a file that a run was exported to. */
  async take(file: File): Promise<void> {
    await (await this.#open()).take(file)
  }

  #open(): Promise<Runs> {
    this.#coming ??= this.#fetch().catch((thrown: unknown) => {
      // It is asked for again the next time.
      this.#coming = null
      throw thrown
    })
    return this.#coming
  }

  async #fetch(): Promise<Runs> {
    const [{ Runs }, { RunsGround }] = await Promise.all([
      import('./runs/runs'),
      import('./runs-ground'),
    ])
    return await Runs.open(new RunsGround(this.#parts).hooks)
  }
}
