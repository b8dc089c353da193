import { onLanguage, words } from '../../strings/page'
import { filled } from '../../strings/strings'
import type { Directions } from '../../drawing/calls'
import { deviationOf } from '../../drawing/header'
import { moved } from '../../drawing/moved'
import type { Way } from '../../drawing/way'
import { joined, type Numbers } from '../../shared/numbers'
import { button, element, make, select } from '../../view/elements'
import { decimal } from '../../view/numbers'
import { speak } from '../../view/sliders'
import type { Desk } from '../desk'
import type { Model } from '../model'
import { keptControls, takeUpControls } from './kept'
import { type Tool, unheard } from './tool'

const CONTROLS = ['axes']

/** Sliders shown at first, and with each press of “More”. */
const A_FEW = 8
/** How far a slider goes, in deviations of a drawn latent. */
const REACH = 3

/** The picked sample, moved along directions or single dimensions; time sweeps the one touched last. */
export class DirectionsTool implements Tool {
  readonly id = 'directions'
  readonly motion = 'sway'
  readonly seconds = 3
  readonly columns = 1
  readonly #desk: Desk
  #directions: Directions | null = null
  /** Worked out when they are first needed. */
  #finding: Promise<Directions> | null = null
  #values: (number | undefined)[] = []
  #active = 0
  #shown = A_FEW
  onChange: () => void = unheard

  constructor(desk: Desk) {
    this.#desk = desk
    select('axes').addEventListener('change', () => {
      this.#clear()
    })
    button('axes-zero').addEventListener('click', () => {
      this.#clear()
    })
    button('axes-more').addEventListener('click', () => {
      this.#shown += A_FEW
      this.#list()
    })
    desk.on(['model'], () => {
      this.#directions = null
      this.#finding = null
      this.#shown = A_FEW
      this.#clear()
    })
    onLanguage(() => {
      this.#list()
    })
    desk.on(['picked'], () => {
      this.onChange()
    })
  }

  get sentence(): string {
    const { alongDirection, alongDimension } = words.play
    const isRanked = select('axes').value === 'directions'
    return filled(isRanked ? alongDirection : alongDimension, { index: this.#active + 1 })
  }

  onTime(time: number): void {
    this.#values[this.#active] = valueAt(time)
    const row = element('axes-list').children[this.#active]
    const slider = row?.querySelector('input')
    if (slider) setSlider(slider, valueAt(time))
  }

  /** The time at which the active slider stands. */
  get time(): number {
    return ((this.#values[this.#active] ?? 0) / REACH + 1) / 2
  }

  kept(): [string, string][] {
    const axes = this.#values.flatMap((value = 0, axis) => (value === 0 ? [] : [{ axis, value }]))
    // The one that was moved last comes last.
    axes.sort(
      (one, other) => Number(one.axis === this.#active) - Number(other.axis === this.#active),
    )
    const moved = axes.map(({ axis, value }) => `${axis + 1}:${Number(value.toFixed(3))}`).join(',')
    return [
      ...keptControls(CONTROLS),
      ...(moved === '' ? [] : [['moved', moved] as [string, string]]),
    ]
  }

  takeUp(kept: ReadonlyMap<string, string>): void {
    takeUpControls(CONTROLS, kept)
    const dimension = this.#desk.model?.header.latent.dimension ?? 0
    for (const part of kept.get('moved')?.split(',') ?? []) {
      const [axis = NaN, value = NaN] = part.split(':').map(Number)
      if (!Number.isInteger(axis) || axis < 1 || axis > dimension) continue
      if (!(Math.abs(value) <= REACH)) continue
      this.#active = axis - 1
      this.#values[this.#active] = value
    }
    this.#shown = Math.max(this.#shown, this.#values.length)
    this.#list()
    this.onChange()
  }

  async way(times: readonly number[]): Promise<Way | null> {
    const { model, picked } = this.#desk
    if (!model || !picked) return null
    const isRanked = select('axes').value === 'directions'
    if (isRanked && !(await this.#known(model))) return null
    const spread = deviationOf(model.header)
    const at = (time: number) => {
      const values = [...this.#values]
      values[this.#active] = valueAt(time)
      return this.#moved(
        picked.latent,
        Array.from(values, (value = 0) => spread * value),
      )
    }
    return {
      kind: 'points',
      latents: joined(times.map(at)),
      classes: joined(times.map(() => picked.classes)),
    }
  }

  #moved(latent: Numbers, by: readonly number[]): Numbers {
    if (select('axes').value !== 'directions') {
      return latent.map((value, axis) => value + (by[axis] ?? 0))
    }
    return this.#directions ? moved(latent, this.#directions.vectors, latent.length, by) : latent
  }

  async #known(model: Model): Promise<boolean> {
    if (this.#directions) return true
    const found = await (this.#finding ??= this.#find(model))
    if (this.#desk.model !== model) return false
    this.#directions = found
    this.#list()
    return true
  }

  #find(model: Model): Promise<Directions> {
    const finding = model.generator.calls.directions()
    // What has failed is tried again when it is next needed.
    finding.catch(() => {
      if (this.#finding === finding) this.#finding = null
    })
    return finding
  }

  #clear(): void {
    this.#values = []
    this.#active = 0
    this.#list()
    this.onChange()
  }

  #slider(axis: number): HTMLInputElement {
    const slider = make('input')
    slider.type = 'range'
    slider.id = `axis-${axis + 1}`
    slider.min = String(-REACH)
    slider.max = String(REACH)
    slider.step = '0.02'
    const isRanked = select('axes').value === 'directions'
    const name = isRanked ? 'direction' : 'dimension'
    slider.setAttribute('aria-label', filled(words.play[name], { index: axis + 1 }))
    setSlider(slider, this.#values[axis] ?? 0)
    slider.addEventListener('input', () => {
      this.#values[axis] = slider.valueAsNumber
      this.#active = axis
      speak(slider, decimal(slider.valueAsNumber, 2))
      this.onChange()
    })
    return slider
  }

  #list(): void {
    const { model } = this.#desk
    const dimension = model?.header.latent.dimension ?? 0
    const count = Math.min(this.#shown, dimension)
    const shares = shareOf(this.#directions)
    const isRanked = select('axes').value === 'directions'
    const rows = Array.from({ length: count }, (_, axis) => {
      const row = make('li')
      const share = isRanked ? shares[axis] : undefined
      const label = make('label', `${axis + 1}`)
      const slider = this.#slider(axis)
      label.htmlFor = slider.id
      const note = make('span', share === undefined ? '' : `${decimal(share * 100, 1)} %`)
      row.append(label, slider, note)
      return row
    })
    element('axes-list').replaceChildren(...rows)
    button('axes-more').disabled = count >= dimension
  }
}

function setSlider(slider: HTMLInputElement, value: number): void {
  slider.valueAsNumber = value
  speak(slider, decimal(value, 2))
}

function valueAt(time: number): number {
  const value = REACH * (2 * time - 1)
  // Half way is where the slider stands untouched.
  return Math.abs(value) < 1e-9 ? 0 : value
}

/** The part that each direction has in how the first layer's output varies. */
function shareOf(directions: Directions | null): number[] {
  if (!directions) return []
  const variances = Array.from(directions.strengths, (strength) => strength ** 2)
  const all = variances.reduce((sum, variance) => sum + variance, 0)
  return variances.map((variance) => (all > 0 ? variance / all : 0))
}
