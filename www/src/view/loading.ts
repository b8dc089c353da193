import type { LoadProgress } from '../training/events'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { megabytes, wholeNumber } from './numbers'
import { textOf } from '../strings/text'
import { write } from './write'

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
    write(this.#label, () => {
      const { loading, loadingSome, loadingPart, megabytes: usual } = words.frame
      return filled(!loaded ? loading : total === null ? loadingSome : loadingPart, {
        what: textOf(what),
        loaded: number(loaded ?? 0),
        total: number(total ?? 0),
        unit: counts === undefined ? usual : textOf(counts),
      })
    })
  }
}
