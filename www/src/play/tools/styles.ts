import { words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { StudioWay } from '../../drawing/way'
import { joined } from '../../shared/numbers'
import type { Desk } from '../desk'
import { pointsOf, type Sample } from '../sample'
import { type Tool, unheard } from './tool'

const MOST_ROWS = 6
const MOST_COLUMNS = 8

/**
 * A row for each sample: on the left as it is, on the right the selected one, and from column to column
 * more of its last layers go by the style of the selected one (Karras et al. 2019, section 3.1).
 */
export class StylesTool implements Tool {
  readonly id = 'styles'
  readonly motion = 'still'
  readonly seconds = 1
  readonly #desk: Desk
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    desk.on(['model', 'firsts', 'picked', 'pinned'], () => {
      this.onChange()
    })
  }

  get columns(): number {
    return Math.min(this.#layers + 1, MOST_COLUMNS)
  }

  get count(): number {
    return this.columns * this.#rows.length
  }

  get sentence(): string {
    return filled(words.play.mixedStyles, { count: this.#rows.length })
  }

  nameOf(index: number): string {
    return filled(words.play.pickRow, { row: Math.floor(index / this.columns) + 1 })
  }

  way(): StudioWay | null {
    const { model, picked } = this.#desk
    const rows = this.#rows
    if (!model || !picked || rows.length === 0 || this.#layers === 0) return null
    const { columns } = this
    const own = Array.from({ length: columns }, (_, column) =>
      Math.round((this.#layers * (columns - 1 - column)) / (columns - 1)),
    )
    const cells = rows.flatMap((row) => own.map(() => row))
    const styles = {
      others: joined(cells.map(() => picked.latent)),
      ownLayers: rows.flatMap(() => own),
    }
    return { kind: 'points', ...pointsOf(cells), styles }
  }

  get #layers(): number {
    return this.#desk.model?.generator.styleLayers ?? 0
  }

  get #rows(): readonly Sample[] {
    const { keys, picked } = this.#desk
    return keys.filter(({ code }) => code === null || code !== picked?.code).slice(0, MOST_ROWS)
  }
}
