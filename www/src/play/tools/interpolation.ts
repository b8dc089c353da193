import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Points } from '../../engine/model'
import { element, input, select } from '../../view/elements'
import type { Desk } from '../desk'
import { pointsOf, type Sample } from '../sample'
import { type Motion, type Tool, unheard } from './tool'

const SECONDS_A_LEG = 2

/** The way through samples, one after another. */
export class InterpolationTool implements Tool {
  readonly id = 'interpolation'
  readonly columns = 1
  readonly #desk: Desk
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    for (const id of ['through', 'arc']) {
      select(id).addEventListener('change', () => {
        this.#changed()
      })
    }
    input('closed').addEventListener('change', () => {
      this.#changed()
    })
    desk.on(['firsts', 'pinned', 'slots'], () => {
      this.#changed()
    })
  }

  get motion(): Motion {
    return input('closed').checked ? 'loop' : 'sway'
  }

  get seconds(): number {
    const keys = this.#keys.length
    return SECONDS_A_LEG * Math.max(1, input('closed').checked ? keys : keys - 1)
  }

  get sentence(): string {
    return filled(words.play.wayThrough, { count: this.#keys.length })
  }

  get #keys(): readonly Sample[] {
    if (select('through').value === 'pinned') return this.#desk.keys
    return [...this.#desk.slot('A').slice(-1), ...this.#desk.slot('B').slice(-1)]
  }

  async points(times: readonly number[]): Promise<Points | null> {
    const { model } = this.#desk
    const keys = this.#keys
    if (!model || keys.length < 2) return null
    const { latents, classes } = pointsOf(keys)
    const closed = input('closed').checked
    const spherical = select('arc').value === 'arc'
    const parts = [...times]
    const kinds = model.labels.length
    const { dimension } = model.header.latent
    return {
      latents: await model.engine.along(latents, dimension, parts, { spherical, closed }),
      classes:
        kinds === 0
          ? classes
          : await model.engine.along(classes, kinds, parts, { spherical: false, closed }),
    }
  }

  #changed(): void {
    const { pinned } = this.#desk
    const standIns = select('through').value === 'pinned' && pinned.length < 2
    element('interpolation-note').textContent = standIns ? words.play.standIns : ''
    this.onChange()
  }
}
