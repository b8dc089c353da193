import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { StudioWay } from '../../drawing/way'
import { joined, type Numbers } from '../../shared/numbers'
import { element } from '../../view/elements'
import { write } from '../../view/write'
import { type Desk, type Slot, SLOTS } from '../desk'
import type { Sample } from '../sample'
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
  readonly #desk: Desk
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    const lists = new Map<Slot, ThumbList>()
    for (const slot of SLOTS) {
      const list = new ThumbList(element(`slot-${slot}`), desk, {
        name: (at) => filled(words.play.slotSample, { index: at + 1, slot }),
        onRemove: (sample) => {
          desk.clear(slot, sample)
        },
      })
      lists.set(slot, list)
    }
    desk.on(['model', 'firsts', 'slots'], () => {
      for (const [slot, list] of lists) list.show(desk.slot(slot), desk.isFilled(slot))
      const standIns = SLOTS.filter((slot) => !desk.isFilled(slot))
      write(element('board-note'), () => {
        const { boardStandIn, boardStandIns } = words.play
        const slots = standIns.join(', ')
        if (standIns.length === 0) return ''
        return filled(standIns.length > 1 ? boardStandIns : boardStandIn, { slots })
      })
      this.onChange()
    })
  }

  get sentence(): string {
    return words.play.fromAToResult
  }

  way(times: readonly number[]): StudioWay | null {
    const { model } = this.#desk
    const latents = (slot: Slot) => joined(this.#desk.slot(slot).map(({ latent }) => latent))
    const [a, b, c] = [latents('A'), latents('B'), latents('C')]
    const [first] = this.#desk.slot('A')
    if (!model || !first || b.length === 0 || c.length === 0) return null
    const classes = model.labels.length === 0 ? first.classes : this.#classes()
    return { kind: 'arithmetic', a, b, c, parts: [...times], classes }
  }

  /** Of A and of the result: classes are calculated with as latents are, but none has less than nothing. */
  #classes(): Numbers {
    const [a, b, c] = SLOTS.map((slot) => meanOf(this.#desk.slot(slot))) as [
      Numbers,
      Numbers,
      Numbers,
    ]
    const sums = a.map((weight, at) => Math.max(0, weight - (b[at] ?? 0) + (c[at] ?? 0)))
    const all = sums.reduce((sum, weight) => sum + weight, 0)
    return joined([a, all > 0 ? sums.map((weight) => weight / all) : a])
  }
}

function meanOf(samples: readonly Sample[]): Numbers {
  const [first] = samples
  const mean = new Float32Array(first?.classes.length ?? 0)
  for (const { classes } of samples) {
    for (const [at, weight] of classes.entries())
      mean[at] = (mean[at] ?? 0) + weight / samples.length
  }
  return mean
}
