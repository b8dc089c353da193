import { asError, messageOf, NamedError, needsNewEngine, placeOf } from '../engine/errors'
import type { Recipe, RecipeDescription } from '../engine/types'
import { saveFile } from '../files/save'
import { isSameButForNumbers } from '../settings/recipes'
import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { button, element } from './elements'
import { rangeOf } from './json-range'
import { showLayers } from './layers'
import { write } from './write'

/** No recipe is as long. */
const MOST_BYTES = 1_000_000

export interface EditorHooks {
  /** Reads a recipe; rejects with a sentence when it does not hold together. */
  describe(json: string): Promise<RecipeDescription>
  /** Another recipe is to be trained. */
  onRecipe(recipe: Recipe): void
  /** The recipe stays, but for what has fields of its own. */
  onNumbers(recipe: Recipe): void
}

/** Another view of the JSON, beside its text. */
export interface OtherView {
  /** What is being written is other than before. */
  changed(): void
  /** The recipe was refused; true if that is shown here, and not in the text. */
  refused(): boolean
}

/** The recipe as JSON that can be edited, and what its networks look like. */
export class RecipeEditor {
  /** Cards, once they are wanted. */
  beside: OtherView | null = null
  readonly #hooks: EditorHooks
  readonly #field = element('recipe-json', HTMLTextAreaElement)
  readonly #error = element('recipe-error')
  /** The recipe in force, fitted to the data. */
  #recipe: Recipe | null = null
  #text = ''

  constructor(hooks: EditorHooks) {
    this.#hooks = hooks
    this.#field.addEventListener('input', () => {
      this.#showDirty()
    })
    this.#onClick('recipe-apply', () => {
      void this.apply(this.#field.value)
    })
    this.#onClick('recipe-revert', () => {
      this.#put(this.#text)
    })
    this.#onClick('recipe-copy', () => {
      void this.#copy()
    })
    this.#onClick('recipe-download', () => {
      const bytes = new TextEncoder().encode(`${this.#field.value}\n`)
      saveFile(`${this.#recipe?.name ?? 'recipe'}.json`, bytes)
    })
  }

  /** Shows the recipe in force; what is being written stays until it is applied or undone. */
  show(recipe: Recipe): void {
    const text = JSON.stringify(recipe, null, 2)
    if (text === this.#text) return
    const isClean = this.#field.value === this.#text
    this.#recipe = recipe
    this.#text = text
    if (isClean) this.#put(text)
    else this.#showDirty()
    void this.#showLayers(text)
  }

  /** What is being written, and not applied yet. */
  get draft(): string | null {
    return this.#field.value === this.#text ? null : this.#field.value
  }

  /** The JSON as it is being written. */
  get text(): string {
    return this.#field.value
  }

  /** Writes it from elsewhere. */
  set text(json: string) {
    this.#put(json)
  }

  /** Goes on with what was being written. */
  resume(draft: string): void {
    element('recipe-editor', HTMLDetailsElement).open = true
    this.#put(draft)
  }

  /** Takes JSON as the recipe, or says beside the field why not. */
  async apply(json: string): Promise<void> {
    this.#put(json)
    try {
      const { recipe } = await this.#hooks.describe(json)
      // Written on meanwhile: it is applied when it is asked for again.
      if (this.#field.value !== json) return
      this.#put(this.#text)
      if (this.#recipe && isSameButForNumbers(this.#recipe, recipe)) this.#hooks.onNumbers(recipe)
      else this.#hooks.onRecipe(recipe)
    } catch (thrown) {
      this.#refuse(asError(thrown))
    }
  }

  /** A recipe that was dropped or opened as a file. */
  async open(file: File): Promise<void> {
    if (!this.#recipe) {
      throw new NamedError('NotReady', words.notices.recipeTooEarly)
    }
    if (file.size > MOST_BYTES) {
      throw new NamedError('RecipeError', filled(words.notices.recipeTooLarge, { file: file.name }))
    }
    element('recipe-editor', HTMLDetailsElement).open = true
    await this.apply(await file.text())
    if (this.#error.textContent) this.#field.focus()
  }

  #put(text: string): void {
    this.#field.value = text
    this.#showDirty()
  }

  #refuse(error: Error): void {
    this.#field.setAttribute('aria-invalid', 'true')
    write(this.#error, () => messageOf(error))
    if (!this.beside?.refused()) this.#select(rangeOf(this.#field.value, placeOf(error)))
  }

  /** Shows what is wrong where it is written. */
  #select(range: [start: number, end: number] | null): void {
    if (!range) return
    const field = this.#field
    field.focus()
    field.setSelectionRange(...range)
    // Not every browser scrolls to a selection by itself.
    const lines = field.value.split('\n').length
    const line = field.value.slice(0, range[0]).split('\n').length
    field.scrollTop = (field.scrollHeight / lines) * line - field.clientHeight / 2
  }

  #showDirty(): void {
    const isClean = this.#field.value === this.#text
    button('recipe-apply').disabled = isClean
    button('recipe-revert').disabled = isClean
    this.#field.removeAttribute('aria-invalid')
    write(this.#error, '')
    this.beside?.changed()
  }

  async #showLayers(text: string): Promise<void> {
    const shown = await this.#hooks.describe(text).catch((thrown: unknown) => {
      const error = asError(thrown)
      return needsNewEngine(error) || error.name === 'EngineClosed' ? null : () => messageOf(error)
    })
    if (shown !== null && text === this.#text) showLayers(shown)
  }

  async #copy(): Promise<void> {
    const note = element('recipe-note')
    try {
      await navigator.clipboard.writeText(this.#field.value)
      write(note, () => words.notices.recipeCopied)
    } catch {
      this.#field.select()
      write(note, () => words.notices.cannotCopy)
    }
  }

  #onClick(id: string, act: () => void): void {
    button(id).addEventListener('click', act)
  }
}
