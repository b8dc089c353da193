import { PATIENCE } from '../shared/patience'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import { wholeNumber } from './numbers'
import { whySlow } from './slowness'

/** Says for how long something has been under way, once that is long. */
export class BusyView {
  /** Not in the line that screen readers follow: they would count the seconds. */
  readonly #line = element('busy')
  #since: number | null = null
  #step: number | null = null

  /** `onTick` hears of every second in which something is under way. */
  constructor(onTick: () => void) {
    onLanguage(() => {
      this.#show()
    })
    setInterval(() => {
      if (this.#since === null) return
      this.#show()
      onTick()
    }, 1000)
  }

  /** Something is under way from now on: this step, or with null something without a number. */
  begin(step: number | null): void {
    this.#since = performance.now()
    this.#step = step
    this.#show()
  }

  end(): void {
    this.#since = null
    this.#show()
  }

  #show(): void {
    const lasted = this.#since === null ? 0 : performance.now() - this.#since
    this.#line.hidden = lasted < PATIENCE
    if (this.#line.hidden) return
    const { soFar, stepSoFar } = words.train
    const time = filled(this.#step === null ? soFar : stepSoFar, {
      step: wholeNumber(this.#step ?? 0),
      seconds: wholeNumber(Math.floor(lasted / 1000)),
    })
    const why = this.#step === null ? '' : whySlow()
    this.#line.textContent = why === '' ? time : `${time} ${why}`
  }
}
