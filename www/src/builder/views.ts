import type { BuilderTexts } from '../strings/builder'
import { element, make, textarea } from '../view/elements'
import { write } from '../view/write'

const VIEWS = ['cards', 'json'] as const
export type View = (typeof VIEWS)[number]

/** The recipe as cards or as JSON: tabs, of which one is chosen. */
export class Views {
  #shown: View = 'cards'
  readonly #tabs: Readonly<Record<View, HTMLButtonElement>>
  /** Another one is shown. */
  onShown: () => void = () => undefined

  constructor(texts: BuilderTexts) {
    const list = make('div')
    list.className = 'builder-views'
    list.setAttribute('role', 'tablist')
    write(list, () => texts.views, 'aria-label')
    const tab = (view: View) => {
      const made = make('button', () => texts[view])
      made.type = 'button'
      made.id = `show-${view}`
      made.setAttribute('role', 'tab')
      made.setAttribute('aria-controls', view === 'cards' ? 'builder' : 'recipe-text')
      made.addEventListener('click', () => {
        this.show(view)
      })
      return made
    }
    this.#tabs = { cards: tab('cards'), json: tab('json') }
    list.append(this.#tabs.cards, this.#tabs.json)
    list.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      this.show(this.#shown === 'cards' ? 'json' : 'cards')
      this.#tabs[this.#shown].focus()
    })
    const cards = element('builder')
    cards.setAttribute('role', 'tabpanel')
    cards.setAttribute('aria-labelledby', 'show-cards')
    cards.before(list)
    wrapText()
    this.show('cards')
  }

  get shown(): View {
    return this.#shown
  }

  show(view: View): void {
    this.#shown = view
    element('builder').hidden = view !== 'cards'
    element('recipe-text').hidden = view !== 'json'
    for (const each of VIEWS) {
      const isShown = each === view
      this.#tabs[each].setAttribute('aria-selected', String(isShown))
      this.#tabs[each].tabIndex = isShown ? 0 : -1
    }
    this.onShown()
  }
}

/** Puts the JSON and its name into a panel of their own. */
function wrapText(): void {
  const field = textarea('recipe-json')
  const panel = make('div')
  panel.id = 'recipe-text'
  panel.setAttribute('role', 'tabpanel')
  panel.setAttribute('aria-labelledby', 'show-json')
  field.before(panel)
  const label = document.querySelector('label[for=recipe-json]')
  panel.append(...(label ? [label] : []), field)
}
