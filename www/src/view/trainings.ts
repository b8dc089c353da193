import { bytesOf, type Saved } from '../training/saved'
import { nameOfBuiltIn } from '../training/sources'
import { locale, onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { button, element, make } from './elements'
import { megabytes, wholeNumber } from './numbers'

export interface TrainingsHooks {
  onGoOn(saved: Saved): void
  onDownload(saved: Saved): void
  onDelete(saved: Saved): void
  onRename(saved: Saved, name: string): void
  /** The list is opened: other tabs may have changed what is saved. */
  onOpen(): void
}

/** What else can be done with the trainings, once somebody looks at them. */
export interface Extras {
  /** Buttons for one of them. */
  buttons(saved: Saved): HTMLElement[]
  /** What is below all of them. */
  foot: HTMLElement
}

/** What the list says of a training beside what is saved of it. */
export type Standing = 'here' | 'elsewhere' | 'left'

/** No name is as long. */
const MOST_LETTERS = 80

/** The trainings that are saved, and the offer to go on with the last one. */
export class TrainingsView {
  readonly #hooks: TrainingsHooks
  readonly #list = element('trainings-list')
  #offered: Saved | null = null
  #extras: Extras | null = null
  #showAgain = (): void => undefined

  constructor(hooks: TrainingsHooks) {
    this.#hooks = hooks
    element('trainings').addEventListener('toggle', () => {
      hooks.onOpen()
    })
    button('resume').addEventListener('click', () => {
      const saved = this.#offered
      this.offer(null)
      if (saved) hooks.onGoOn(saved)
    })
    onLanguage(() => {
      this.offer(this.#offered)
      this.#showAgain()
    })
  }

  /** Offers to go on with a training, or with null with none. */
  offer(saved: Saved | null): void {
    this.#offered = saved
    element('saved').hidden = saved === null
    if (!saved) return
    element('saved-text').textContent = filled(words.train.saved, {
      recipe: saved.name,
      step: wholeNumber(saved.step),
      ago: ago(saved.time),
    })
  }

  extend(extras: Extras): void {
    this.#extras = extras
    this.#list.after(extras.foot)
  }

  get offered(): Saved | null {
    return this.#offered
  }

  /** Shows all trainings; who is at one of the fields stays there. */
  show(trainings: readonly Saved[], standingOf: (saved: Saved) => Standing): void {
    this.#showAgain = () => {
      this.show(trainings, standingOf)
    }
    element('trainings').hidden = trainings.length === 0
    element('trainings-title').textContent = filled(words.train.trainings, {
      count: trainings.length,
    })
    const focused = document.activeElement
    const at = focused instanceof HTMLElement && this.#list.contains(focused) ? focused : null
    const written = at instanceof HTMLInputElement ? at.value : null
    this.#list.replaceChildren(...trainings.map((saved) => this.#item(saved, standingOf(saved))))
    const again = at && document.getElementById(at.id)
    if (again instanceof HTMLInputElement && written !== null) again.value = written
    again?.focus({ preventScroll: true })
  }

  #item(saved: Saved, standing: Standing): HTMLElement {
    const item = make('li')
    const { step, recipe, data, time } = saved
    const about = filled(words.train.trainingSaved, {
      recipe,
      data: data.choice === 'files' ? data.what : nameOfBuiltIn(data.choice),
      step: wholeNumber(step),
      ago: ago(time),
      size: megabytes(bytesOf(saved)),
    })
    const where = { here: words.train.thisTraining, elsewhere: words.train.otherTab, left: '' }
    const note = make('span', where[standing])
    note.hidden = standing === 'left'
    const buttons = make('div')
    buttons.className = 'choosers'
    buttons.append(
      this.#button(saved, words.train.resume, standing === 'here', () => {
        this.#hooks.onGoOn(saved)
      }),
      this.#button(saved, words.train.downloadSaved, false, () => {
        this.#hooks.onDownload(saved)
      }),
      ...(this.#extras?.buttons(saved) ?? []),
      this.#deletion(saved, standing),
    )
    item.append(this.#name(saved, standing), make('p', about), note, buttons)
    return item
  }

  #name(saved: Saved, standing: Standing): HTMLInputElement {
    const field = make('input')
    field.id = `name-${saved.id}`
    field.value = saved.name
    field.maxLength = MOST_LETTERS
    field.autocomplete = 'off'
    field.setAttribute('aria-label', words.train.nameOfTraining)
    // The tab that runs it would write its own name over this one.
    field.readOnly = standing === 'elsewhere'
    field.addEventListener('change', () => {
      this.#hooks.onRename(saved, field.value.trim() || saved.recipe)
    })
    return field
  }

  /** What is deleted is gone: it takes two presses. */
  #deletion(saved: Saved, standing: Standing): HTMLButtonElement {
    const remove = this.#button(saved, words.train.discard, standing !== 'left', () => {
      if (remove.textContent === words.train.discardReally) this.#hooks.onDelete(saved)
      else remove.textContent = words.train.discardReally
    })
    remove.addEventListener('blur', () => {
      remove.textContent = words.train.discard
    })
    return remove
  }

  #button(saved: Saved, text: string, disabled: boolean, act: () => void): HTMLButtonElement {
    const made = make('button', text)
    made.type = 'button'
    made.id = `${text}-${saved.id}`
    made.disabled = disabled
    made.setAttribute('aria-describedby', `name-${saved.id}`)
    made.addEventListener('click', act)
    return made
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
