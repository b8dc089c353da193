import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Way } from '../../drawing/way'
import { element, input, select } from '../../view/elements'
import { write } from '../../view/write'
import type { Desk } from '../desk'
import { pointsOf, type Sample } from '../sample'
import { keptControls, takeUpControls } from './kept'
import { type Motion, type Tool, unheard } from './tool'

const CONTROLS = ['through', 'arc', 'closed']

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

  kept(): [string, string][] {
    return keptControls(CONTROLS)
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    takeUpControls(CONTROLS, kept)
  }

  way(times: readonly number[]): Way | null {
    const keys = this.#keys
    if (!this.#desk.model || keys.length < 2) return null
    return {
      kind: 'path',
      stops: keys.length,
      parts: [...times],
      spherical: select('arc').value === 'arc',
      closed: input('closed').checked,
      ...pointsOf(keys),
    }
  }

  #changed(): void {
    const { pinned } = this.#desk
    const standIns = select('through').value === 'pinned' && pinned.length < 2
    write(element('interpolation-note'), () => (standIns ? words.play.standIns : ''))
    this.onChange()
  }
}
