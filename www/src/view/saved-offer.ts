import type { Saved } from '../training/saved'
import { button, element } from './elements'
import { wholeNumber } from './numbers'

export interface OfferHooks {
  onGoOn(saved: Saved): void
  onDiscard(): void
}

/** Offers to go on with the training of an earlier visit. */
export class SavedOffer {
  #saved: Saved | null = null

  constructor(hooks: OfferHooks) {
    button('resume').addEventListener('click', () => {
      const saved = this.#saved
      this.hide()
      if (saved) hooks.onGoOn(saved)
    })
    button('discard-saved').addEventListener('click', () => {
      this.hide()
      hooks.onDiscard()
    })
  }

  show(saved: Saved): void {
    this.#saved = saved
    element('saved-text').textContent =
      `A training of ${saved.recipe} was saved at step ${wholeNumber(saved.step)}, ${ago(saved.time)}.`
    element('saved').hidden = false
  }

  hide(): void {
    this.#saved = null
    element('saved').hidden = true
  }
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function ago(time: number): string {
  const seconds = Math.max(0, (Date.now() - time) / 1000)
  const found = UNITS.find(([, length]) => seconds >= length)
  if (!found) return 'less than a minute ago'
  const [unit, length] = found
  return new Intl.RelativeTimeFormat('en').format(-Math.floor(seconds / length), unit)
}
