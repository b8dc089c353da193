import type { PastTexts } from '../strings/past'
import { filled } from '../strings/strings'
import { element, make } from '../view/elements'
import { wholeNumber } from '../view/numbers'
import { write } from '../view/write'

export interface ScrubberHooks {
  /** It is moved to the frame at this place; at the count of frames it is at the latest samples. */
  onMoved: (at: number) => void
  onGoBack: () => void
}

/** Where the scrubber stands, and what there is around it. */
interface Standing {
  /** Frames. */
  count: number
  at: number
  /** The step of the frame; null at the latest samples. */
  step: number | null
  /** The step after which the training stands. */
  last: number
  /** The step of the checkpoint that one can go back to from there; null without one. */
  backTo: number | null
}

/** The slider under the samples, on which each frame takes as much room as any other. */
export class ScrubberView {
  readonly #texts: PastTexts
  readonly #slider = make('input')
  readonly #said = make('output')
  readonly #back = make('button')
  /** Which step is seen, on the samples themselves. */
  readonly #badge = make('p')

  constructor(texts: PastTexts, { onMoved, onGoBack }: ScrubberHooks) {
    this.#texts = texts
    const [slider, back] = [this.#slider, this.#back]
    slider.id = 'past-step'
    slider.type = 'range'
    slider.min = '0'
    write(slider, () => texts.slider, 'aria-label')
    slider.addEventListener('input', () => {
      onMoved(Number(slider.value))
    })
    this.#said.htmlFor.value = slider.id
    back.id = 'past-back'
    back.type = 'button'
    back.hidden = true
    back.setAttribute('aria-describedby', 'samples-note')
    back.addEventListener('click', onGoBack)
    this.#badge.id = 'past-seen'
    this.#badge.className = 'past-seen'
    this.#badge.hidden = true
    this.#badge.ariaHidden = 'true'
    element('past').append(slider, this.#said, back)
    element('samples').after(this.#badge)
    this.show({ count: 0, at: 0, step: null, last: 0, backTo: null })
  }

  show({ count, at, step, last, backTo }: Standing): void {
    const { live, stepOf, goBack, goBackTo } = this.#texts
    const slider = this.#slider
    slider.max = String(Math.max(count, 1))
    slider.value = String(count === 0 ? 1 : at)
    slider.disabled = count === 0
    const steps = { step: wholeNumber(step ?? last), last: wholeNumber(last) }
    slider.setAttribute('aria-valuetext', step === null ? live : filled(stepOf, steps))
    this.#said.textContent = step === null ? live : ''
    this.#said.hidden = step !== null
    // Who has gone back goes on at the slider.
    if (step === null && document.activeElement === this.#back) slider.focus()
    this.#back.hidden = step === null
    this.#back.disabled = backTo === null
    this.#back.textContent =
      backTo === null ? goBack : filled(goBackTo, { step: wholeNumber(backTo) })
  }

  /** The step of earlier samples that are seen; null for the latest. */
  set seen(step: number | null) {
    this.#badge.hidden = step === null
    if (step === null) return
    write(this.#badge, () => filled(this.#texts.step, { step: wholeNumber(step) }))
  }
}
