import type { Saved } from '../training/saved'
import { locale, words } from '../strings/page'
import { filled } from '../strings/strings'
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
    element('saved-text').textContent = filled(words.train.saved, {
      recipe: saved.recipe,
      step: wholeNumber(saved.step),
      ago: ago(saved.time),
    })
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
  if (!found) return words.train.justNow
  const [unit, length] = found
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(seconds / length), unit)
}
