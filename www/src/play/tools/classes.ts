import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Way } from '../../drawing/way'
import { joined } from '../../shared/numbers'
import { make, select } from '../../view/elements'
import type { Desk } from '../desk'
import { oneHot } from '../sample'
import { keptControls, takeUpControls } from './kept'
import { type Tool, unheard } from './tool'

const CONTROLS = ['class-from', 'class-to']

/** One latent, from one class to another. */
export class ClassesTool implements Tool {
  readonly id = 'classes'
  readonly motion = 'sway'
  readonly seconds = 2
  readonly columns = 1
  readonly #desk: Desk
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    for (const id of ['class-from', 'class-to']) {
      select(id).addEventListener('change', () => {
        this.onChange()
      })
    }
    desk.on(['model'], () => {
      this.#offer(desk.model?.labels ?? [])
    })
    desk.on(['picked'], () => {
      this.onChange()
    })
  }

  get sentence(): string {
    const label = (id: string) => select(id).selectedOptions[0]?.textContent ?? ''
    return filled(words.play.betweenClasses, { from: label('class-from'), to: label('class-to') })
  }

  kept(): [string, string][] {
    return keptControls(CONTROLS)
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    takeUpControls(CONTROLS, kept)
  }

  way(times: readonly number[]): Way | null {
    const { model, picked } = this.#desk
    if (!model || !picked || picked.classes.length === 0) return null
    const from = oneHot(model.header, Number(select('class-from').value))
    const to = oneHot(model.header, Number(select('class-to').value))
    const mixed = (t: number) => from.map((weight, at) => (1 - t) * weight + t * (to[at] ?? 0))
    return {
      kind: 'points',
      latents: joined(times.map(() => picked.latent)),
      classes: joined(times.map(mixed)),
    }
  }

  #offer(labels: readonly string[]): void {
    const unlike = (id: string, chosen: number) => {
      const list = select(id)
      const before = list.options.length === labels.length ? list.value : null
      list.replaceChildren(
        ...labels.map((label, value) => {
          const option = make('option', label)
          option.value = String(value)
          return option
        }),
      )
      list.value = before ?? String(chosen)
    }
    unlike('class-from', Math.min(3, labels.length - 1))
    unlike('class-to', Math.min(8, labels.length - 1))
  }
}
