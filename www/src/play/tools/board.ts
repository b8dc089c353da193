import type { Points } from '../../engine/model'
import { element } from '../../view/elements'
import { type Desk, type Slot, SLOTS } from '../desk'
import { joined } from '../sample'
import { ThumbList } from '../view/thumbs'
import { type Tool, unheard } from './tool'

/** A − B + C, each the mean of samples, and the way from A to the result. */
export class BoardTool implements Tool {
  readonly id = 'arithmetic'
  readonly motion = 'sway'
  readonly seconds = 3
  readonly columns = 1
  /** The result is what is wanted first. */
  readonly start = 1
  readonly sentence = 'From A to A − B + C'
  readonly #desk: Desk
  onChange: () => void = unheard

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

  async points(times: readonly number[]): Promise<Points | null> {
    const { model } = this.#desk
    const latents = (slot: Slot) => joined(this.#desk.slot(slot).map(({ latent }) => latent))
    const [a, b, c] = [latents('A'), latents('B'), latents('C')]
    const [first] = this.#desk.slot('A')
    if (!model || !first || b.length === 0 || c.length === 0) return null
    const { dimension } = model.header.latent
    const ends = await model.engine.arithmetic(a, b, c)
    const options = { spherical: true, closed: false }
    return {
      latents: await model.engine.along(ends, dimension, [...times], options),
      classes: joined(times.map(() => first.classes)),
    }
  }
}
