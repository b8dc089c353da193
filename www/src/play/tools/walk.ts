import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Points } from '../../engine/model'
import { button, input } from '../../view/elements'
import type { Desk } from '../desk'
import { joined } from '../sample'
import { type Tool, unheard } from './tool'

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

  async points(times: readonly number[]): Promise<Points | null> {
    const { model, picked, drawing } = this.#desk
    if (!model) return null
    const start = input('walk-from').checked ? (picked?.latent ?? null) : null
    const options = { seed: this.#seed, start, truncation: drawing.truncation }
    const classes = picked?.classes ?? model.classes(1, drawing.label)
    return {
      latents: await model.engine.walk([...times], options),
      classes: joined(times.map(() => classes)),
    }
  }
}
