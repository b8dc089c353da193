import type { RunsTexts } from '../strings/runs'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { wholeNumber } from '../view/numbers'
import { LOOKS, MOST, swatch } from './looks'
import type { Run } from './run'

/** Which runs are compared, and by which look each is known; it is the legend of the curves as well. */
export class Picker {
  readonly box = make('fieldset')
  readonly #texts: RunsTexts
  readonly #list = make('div')
  readonly #onPicked: () => void
  /** The look of each run that is ticked. */
  readonly #looks = new Map<string, number>()
  #runs: readonly Run[] = []

  constructor(texts: RunsTexts, onPicked: () => void) {
    this.#texts = texts
    this.#onPicked = onPicked
    this.#list.className = 'runs-list'
    this.box.append(
      make('legend', () => texts.pick),
      this.#list,
    )
  }

  /** Those that are ticked, in the order of the list. */
  get picked(): { run: Run; look: number }[] {
    return this.#runs.flatMap((run) => {
      const look = this.#looks.get(run.id)
      return look === undefined ? [] : [{ run, look }]
    })
  }

  /** Ticks these and no others. */
  pick(ids: readonly string[]): void {
    this.#looks.clear()
    for (const [look, id] of ids.slice(0, MOST).entries()) this.#looks.set(id, look)
    this.show(this.#runs)
  }

  /** Offers these; a run that has gone is no longer ticked. */
  show(runs: readonly Run[]): void {
    this.#runs = runs
    for (const id of this.#looks.keys()) {
      if (!runs.some((run) => run.id === id)) this.#looks.delete(id)
    }
    const { activeElement } = document
    const at = this.#list.contains(activeElement) ? activeElement?.id : undefined
    this.#list.replaceChildren(...runs.map((run) => this.#item(run)))
    if (at) document.getElementById(at)?.focus({ preventScroll: true })
  }

  #item(run: Run): HTMLElement {
    const look = this.#looks.get(run.id)
    const [label, tick] = [make('label'), make('input')]
    tick.type = 'checkbox'
    tick.id = `compare-${run.id}`
    tick.checked = look !== undefined
    tick.disabled = look === undefined && this.#looks.size >= MOST
    tick.addEventListener('change', () => {
      if (tick.checked) this.#looks.set(run.id, this.#freeLook())
      else this.#looks.delete(run.id)
      this.show(this.#runs)
      this.#onPicked()
    })
    const known = look === undefined ? undefined : LOOKS[look]
    const { here, shown } = this.#texts
    const name = filled(run.isHere ? here : shown, { name: run.name, step: wholeNumber(run.step) })
    label.append(tick, ...(known ? [swatch(known)] : []), make('span', name))
    return label
  }

  #freeLook(): number {
    const taken = [...this.#looks.values()]
    return LOOKS.findIndex((_, look) => !taken.includes(look))
  }
}
