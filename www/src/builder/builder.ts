import './builder.css'
import { asError, messageOf, needsNewEngine } from '../engine/errors'
import type { Json, RecipeForms } from '../engine/forms'
import type { RecipeDraft } from '../engine/types'
import type { FieldPath } from '../shared/field'
import type { BuilderTexts } from '../strings/builder'
import { onLanguage, words } from '../strings/page'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { wholeNumber } from '../view/numbers'
import type { Text } from '../strings/text'
import { type Fault, faultOf, showFaults } from './faults'
import { History } from './history'
import { trainingMenus } from './menus'
import { layerList, showShapes } from './network'
import { at, isObject, keyOf, put } from './path'
import type { Scene } from './scene'
import { Toolbar } from './toolbar'

export interface BuilderHooks {
  /** What holds together of a recipe that is being written. */
  draft(json: string): Promise<RecipeDraft>
  /** The recipe was changed here. */
  onText(json: string): void
  /** A learning rate was changed here, which a training can have at once. */
  onRate(network: 'generator' | 'discriminator', rate: number): void
}

const NETWORKS = ['generator', 'discriminator'] as const

/** A recipe as cards and menus. */
export class Builder implements Scene {
  readonly forms: RecipeForms
  readonly texts: BuilderTexts
  readonly #hooks: BuilderHooks
  readonly #root: HTMLElement
  readonly #body = make('div')
  readonly #toolbar: Toolbar
  readonly #history = new History()
  #recipe: Json = {}
  #faults: readonly Fault[] = []
  /** The recipe that is there as the engine writes it; null while anything is wrong with it. */
  #understood: string | null = null
  #closed = new Set<string>()
  /** Whether the engine is asked, and whether it has to be asked again. */
  #asking: 'no' | 'yes' | 'again' = 'no'
  #draft: RecipeDraft | null = null

  constructor(
    root: HTMLElement,
    { forms, texts }: { forms: RecipeForms; texts: BuilderTexts },
    hooks: BuilderHooks,
  ) {
    this.#root = root
    this.forms = forms
    this.texts = texts
    this.#hooks = hooks
    this.#toolbar = new Toolbar(texts, {
      undo: () => {
        this.#goTo(this.#history.undo(), () => texts.undone)
      },
      redo: () => {
        this.#goTo(this.#history.redo(), () => texts.redone)
      },
      toFault: () => {
        this.showFault()
      },
    })
    root.append(this.#toolbar.element, this.#body)
    onLanguage(() => {
      this.#writeAgain()
    })
    root.addEventListener('keydown', (event) => {
      this.#keyPressed(event)
    })
  }

  /** The JSON that the cards show. */
  get text(): string {
    return this.#history.text
  }

  recipe(): Json {
    return this.#recipe
  }

  /** Shows JSON that was written elsewhere; false where it is none. */
  show(json: string): boolean {
    if (json === this.text) return true
    const read = parsed(json)
    if (!isObject(read)) return false
    this.#recipe = read
    // As the engine writes what was written here: no change that one would undo.
    if (JSON.stringify(read) === this.#understood) this.#history.rewrite(json)
    else this.#history.add(json)
    this.#layOut()
    void this.#check()
    return true
  }

  write(path: FieldPath, value: Json | undefined, isTyped = false): void {
    this.#recipe = put(this.#recipe, path, value)
    this.#history.add(this.#written(), isTyped ? keyOf(path) : null)
    this.#hooks.onText(this.text)
    if (!isTyped) this.#layOut()
    void this.#check()
  }

  change(recipe: Json, focus: string, said = ''): void {
    this.#recipe = recipe
    this.#history.add(this.#written())
    this.#hooks.onText(this.text)
    this.#layOut(focus)
    this.#toolbar.announce(said)
    void this.#check()
  }

  settle(path: FieldPath): void {
    this.#history.settle()
    const [optimiser, field] = path
    if (field !== 'rate' || typeof optimiser !== 'string') return
    const network = NETWORKS.find((name) => optimiser === `${name}_optimiser`)
    const rate = at(this.#recipe, path)
    if (network && typeof rate === 'number') this.#hooks.onRate(network, rate)
  }

  /** Goes to what is wrong first. */
  showFault(): void {
    const place = showFaults(this.#body, this.#faults)
    const control = place?.querySelector<HTMLElement>('input, select, button, summary')
    place?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
  }

  #written(): string {
    this.#understood = null
    return JSON.stringify(this.#recipe, null, 2)
  }

  #goTo(json: string, said: Text): void {
    const read = parsed(json)
    if (read === undefined) return
    this.#recipe = read
    this.#understood = null
    this.#hooks.onText(json)
    this.#layOut()
    this.#toolbar.announce(said)
    void this.#check()
  }

  #keyPressed(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) this.#toolbar.undo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) this.#toolbar.redo()
    else return
    event.preventDefault()
  }

  /** Builds all cards and menus anew; what was open and what had the focus stays so. */
  #layOut(focus?: string): void {
    const own = document.activeElement
    const focused = own instanceof HTMLElement && this.#body.contains(own) ? own : null
    const key = focus ?? focused?.dataset['key']
    const open = [...this.#body.querySelectorAll<HTMLElement>('details[open] > summary')]
    const keys = new Set(open.map((summary) => summary.dataset['key']))
    this.#body.replaceChildren(
      ...NETWORKS.map((name) => this.#network(name)),
      this.#section('training', this.texts.training, ...trainingMenus(this)),
    )
    for (const summary of this.#body.querySelectorAll<HTMLElement>('.builder-card summary')) {
      if (keys.has(summary.dataset['key'])) summary.parentElement?.setAttribute('open', '')
    }
    if (key !== undefined) this.#focus(key)
  }

  /** Gives the focus to what this key names: a field, a button, or the first of a card's. */
  #focus(key: string): void {
    const named = this.#body.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    const card = key.split('#')[0] ?? ''
    const around = this.#body.querySelector(`[data-path="${CSS.escape(card)}"]`)
    const first =
      around?.querySelector<HTMLElement>('input, select') ??
      around?.querySelector<HTMLElement>('button:not(:disabled)')
    const isUsable = named && !(named instanceof HTMLButtonElement && named.disabled)
    const heir = isUsable ? named : first
    heir?.focus({ preventScroll: true })
    heir?.scrollIntoView({ block: 'nearest' })
  }

  #network(name: (typeof NETWORKS)[number]): HTMLElement {
    const clear = make('button', this.texts.clear)
    clear.type = 'button'
    clear.className = 'builder-clear'
    clear.setAttribute('aria-label', `${this.texts.clear}: ${words.train[name]}`)
    clear.addEventListener('click', () => {
      this.change(put(this.#recipe, [name], []), `${name}#add`, this.texts.cleared)
    })
    const made = this.#section(name, words.train[name], layerList(this, [name]), clear)
    made.classList.add(name)
    return made
  }

  #section(key: string, name: string, ...content: HTMLElement[]): HTMLElement {
    const section = make('details')
    section.className = 'builder-section'
    section.open = !this.#closed.has(key)
    section.addEventListener('toggle', () => {
      if (section.open) this.#closed.delete(key)
      else this.#closed.add(key)
    })
    const summary = make('summary', name)
    const total = make('small')
    total.dataset['total'] = key
    summary.append(' ', total)
    const inside = make('div')
    inside.dataset['path'] = key
    inside.append(...content)
    section.append(summary, inside)
    return section
  }

  /** Asks the engine what holds together; of what is written meanwhile only the last is asked. */
  async #check(): Promise<void> {
    this.#toolbar.show(this.#history)
    if (this.#asking !== 'no') {
      this.#asking = 'again'
      return
    }
    this.#asking = 'yes'
    try {
      do {
        this.#asking = 'yes'
        const json = this.text
        this.#showDraft(await this.#hooks.draft(json), json)
      } while (this.#isAskedAgain())
    } catch (thrown) {
      const error = asError(thrown)
      const isOver = needsNewEngine(error) || error.name === 'EngineClosed'
      if (!isOver) this.#toolbar.tell(() => messageOf(error), false)
    }
    this.#asking = 'no'
  }

  /** The language is another one. */
  #writeAgain(): void {
    if (this.#body.childElementCount === 0) return
    this.#layOut()
    if (this.#draft) this.#showDraft(this.#draft, this.text)
  }

  #isAskedAgain(): boolean {
    return this.#asking === 'again'
  }

  #showDraft(draft: RecipeDraft, json: string): void {
    if (json !== this.text) return
    this.#draft = draft
    this.#understood = draft.recipe && JSON.stringify(draft.recipe)
    for (const name of NETWORKS) {
      showShapes(this, this.#body, name, draft[name])
      const total = this.#body.querySelector(`[data-total="${name}"]`)
      const count = wholeNumber(draft[name].parameters)
      if (total) total.textContent = filled(this.texts.parameters, { count })
    }
    this.#faults = draft.faults.map((fault) => faultOf(fault, json))
    showFaults(this.#body, this.#faults)
    const [first] = this.#faults
    const count = this.#faults.length
    this.#root.toggleAttribute('data-wrong', count > 0)
    if (!first) this.#toolbar.tell(() => this.texts.holds, false)
    else if (count === 1) this.#toolbar.tell(first.sentence, true)
    else this.#toolbar.tell(filled(this.texts.faults, { count, first: first.sentence }), true)
  }
}

/** Whether a text is such JSON as can be shown as cards. */
export function canShow(json: string): boolean {
  return isObject(parsed(json))
}

function parsed(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json
  } catch {
    return undefined
  }
}
