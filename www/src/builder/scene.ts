import type { Json, RecipeForms } from '../engine/forms'
import type { FieldPath } from '../shared/field'
import type { BuilderTexts } from '../strings/builder'

/** What the parts of the builder share: the recipe as it is written, and ways to change it. */
export interface Scene {
  readonly forms: RecipeForms
  readonly texts: BuilderTexts
  /** The recipe as it is now. */
  recipe(): Json
  /** Writes a value; without one the field is left out. What is typed goes on as one change. */
  write(path: FieldPath, value: Json | undefined, isTyped?: boolean): void
  /** Another recipe, whose cards are laid out anew; `focus` names what then has the focus. */
  change(recipe: Json, focus: string, said?: string): void
  /** A field was left: what is typed next is a change of its own. */
  settle(path: FieldPath): void
}
