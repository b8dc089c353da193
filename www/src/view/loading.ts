import type { LoadProgress } from '../training/events'
import { megabytes, wholeNumber } from './numbers'

/** A bar with what is being loaded and how much of it is there. */
export class LoadingBar {
  readonly #box: HTMLElement
  readonly #label: HTMLElement
  readonly #bar: HTMLProgressElement

  constructor(box: HTMLElement, label: HTMLElement, bar: HTMLProgressElement) {
    this.#box = box
    this.#label = label
    this.#bar = bar
  }

  show(progress: LoadProgress | null): void {
    this.#box.hidden = progress === null
    if (!progress) return
    const { what, loaded, total, counts } = progress
    if (loaded !== null && total !== null) {
      this.#bar.max = total
      this.#bar.value = loaded
    } else this.#bar.removeAttribute('value')
    const number = counts === undefined ? megabytes : wholeNumber
    const amount = loaded
      ? ` ${number(loaded)}${total === null ? '' : ` of ${number(total)}`} ${counts ?? 'MB'}`
      : ''
    this.#label.textContent = `Loading ${what}${amount}`
  }
}
