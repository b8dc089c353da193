import type { Points } from '../../engine/model'
import { element } from '../../view/elements'
import { type Desk, type Slot, SLOTS } from '../desk'
import { joined } from '../sample'
import { ThumbList } from '../view/thumbs'
import type { Tool } from './tool'

/** A − B + C, each the mean of samples, and the way from A to the result. */
export class BoardTool implements Tool {
  readonly id = 'arithmetic'
  readonly motion = 'sway'
  readonly seconds = 3
  readonly columns = 1
  readonly #desk: Desk
  onChange = () => {}

  constructor(desk: Desk) {
    this.#desk = desk
    const lists = new Map<Slot, ThumbList>()
    for (const slot of SLOTS) {
      const list = new ThumbList(element(`slot-${slot}`), desk, {
        name: (at) => `Sample ${at + 1} of ${slot}`,
        onRemove: (sample) => {
          desk.clear(slot, sample)
        },
      })
      lists.set(slot, list)
    }
    desk.on(['model', 'firsts', 'slots'], () => {
      for (const [slot, list] of lists) list.show(desk.slot(slot), desk.isFilled(slot))
      const standIns = SLOTS.filter((slot) => !desk.isFilled(slot))
      element('board-note').textContent =
        standIns.length > 0
          ? `Pick samples and press A, B or C; until then the first of the grid ${standIns.length > 1 ? 'stand' : 'stands'} in for ${standIns.join(', ')}.`
          : ''
      this.onChange()
    })
  }

  get sentence(): string {
    return 'From A to A − B + C'
  }

  async points(times: readonly number[]): Promise<Points | null> {
    const { model } = this.#desk
    const [a, b, c] = SLOTS.map((slot) => this.#desk.slot(slot))
    const first = a?.[0]
    if (!model || !first || !a || !b?.length || !c?.length) return null
    const latents = [a, b, c].map((samples) => joined(samples.map(({ latent }) => latent)))
    const { dimension } = model.header.latent
    const [of, minus, plus] = latents as [Latents, Latents, Latents]
    const ends = await model.engine.arithmetic(of, minus, plus)
    const options = { spherical: true, closed: false }
    return {
      latents: await model.engine.along(ends, dimension, [...times], options),
      classes: joined(times.map(() => first.classes)),
    }
  }
}

type Latents = Points['latents']
