import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { StudioWay } from '../../drawing/way'
import { button, input } from '../../view/elements'
import type { Desk } from '../desk'
import { keptControls, seedIn, takeUpControls } from './kept'
import { type Tool, unheard } from './tool'

const CONTROLS = ['walk-from']

/** An endless walk through random points. */
export class WalkTool implements Tool {
  readonly id = 'walk'
  readonly motion = 'endless'
  readonly seconds = 2
  readonly columns = 1
  readonly #desk: Desk
  #seed = 1
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    button('walk-other').addEventListener('click', () => {
      this.#seed += 1
      this.onChange()
    })
    input('walk-from').addEventListener('change', () => {
      this.onChange()
    })
    desk.on(['picked', 'drawing'], () => {
      this.onChange()
    })
  }

  get sentence(): string {
    return filled(words.play.walkOf, { seed: this.#seed })
  }

  kept(): [string, string][] {
    const seed: [string, string][] = this.#seed === 1 ? [] : [['walk-seed', String(this.#seed)]]
    return [...seed, ...keptControls(CONTROLS)]
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    this.#seed = seedIn(kept.get('walk-seed')) ?? this.#seed
    takeUpControls(CONTROLS, kept)
    this.onChange()
  }

  way(times: readonly number[]): StudioWay | null {
    const { model, picked, drawing } = this.#desk
    if (!model) return null
    const start = input('walk-from').checked ? picked?.latent : undefined
    return {
      kind: 'stroll',
      seed: this.#seed,
      truncation: drawing.truncation,
      times: [...times],
      latents: start ?? new Float32Array(),
      classes: picked?.classes ?? model.classes(1, drawing.label),
    }
  }
}
