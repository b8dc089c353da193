import type { Quality } from '../engine/types'
import { MISSING } from '../alarms/collapse'
import { bandOf } from '../alarms/bands'
import { messageOf } from '../engine/errors'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { element, make } from './elements'
import { decimal, percent, short } from './numbers'

/** A share below this is that of a class that is rare: a tenth would be its due. */
const RARE = 0.03
/** Where a bar ends: twice a class's due. */
const FULL = 0.2

/** What the judge says of the images now: in a sentence, by class, and in two more figures. */
export class QualityView {
  readonly #meaning = element('quality-meaning')
  readonly #classes = element('quality-classes')
  readonly #figures = element('quality-figures')
  #showAgain = (): void => undefined

  constructor() {
    onLanguage(() => {
      this.#showAgain()
    })
  }

  show(quality: Quality | null): void {
    this.#showAgain = () => {
      this.show(quality)
    }
    this.#meaning.textContent = quality ? meaningOf(quality) : words.quality.notYet
    this.#classes.hidden = !quality?.classes
    this.#classes.replaceChildren(...(quality?.classes ?? []).map(bar))
    const figures = quality ? figuresOf(quality) : []
    this.#figures.hidden = figures.length === 0
    this.#figures.textContent = figures.join(words.train.between)
  }

  /** There is no judgement. */
  fail(error: Error): void {
    this.#showAgain = () => {
      this.fail(error)
    }
    this.#meaning.textContent = filled(words.quality.unjudged, { why: messageOf(error) })
  }
}

/** The number that is drawn, and what it means. */
export function meaningOf({ judge, distance, sliced }: Quality): string {
  if (judge === 'digits') {
    if (distance === null) return words.quality.notYet
    return filled(words.quality.bands[bandOf(distance)], { distance: digits(distance) })
  }
  return sliced === null
    ? words.quality.notYet
    : filled(words.quality.pixels, { distance: digits(sliced) })
}

/** With as many digits as say something. */
export function digits(distance: number): string {
  if (distance >= 100) return decimal(distance, 1).replace(/\D\d$/, '')
  return distance >= 10 ? decimal(distance, 1) : short(Number(distance.toPrecision(3)))
}

function figuresOf({ certainty, spread }: Quality): string[] {
  return [
    ...(certainty === null ? [] : [filled(words.quality.certainty, { part: percent(certainty) })]),
    ...(spread === null ? [] : [filled(words.quality.spread, { part: percent(spread) })]),
  ]
}

function bar(share: number, digit: number): HTMLElement {
  const isMissing = share < MISSING
  const item = make('li')
  item.dataset['is'] = isMissing ? 'missing' : share < RARE ? 'rare' : 'there'
  const height = make('span')
  height.className = 'bar'
  height.style.setProperty('--part', String(Math.min(1, share / FULL)))
  const said = isMissing ? words.quality.missing : percent(share)
  item.title = `${String(digit)}: ${said}`
  item.setAttribute('aria-label', item.title)
  const shown = make('small', percent(share))
  for (const part of [height, shown]) part.ariaHidden = 'true'
  const name = make('b', String(digit))
  name.ariaHidden = 'true'
  item.append(height, name, shown)
  return item
}
