import { type Failure, NamedError } from '../engine/errors'
import type { FieldPath } from '../shared/field'
import { make } from '../view/elements'
import { openRare } from './card'
import { keyOf } from './path'
import { pathAt } from './position'

/** What is wrong with a recipe, in the reader's language, and where. */
export interface Fault {
  path: FieldPath
  sentence: string
}

export function faultOf(failure: Failure, json: string): Fault {
  const { message } = NamedError.from(failure)
  const { field, position } = failure
  return { path: field ?? (position ? pathAt(json, position) : []), sentence: message }
}

/** Says each fault at its field, or at the card or the network that has it; returns where the first is. */
export function showFaults(root: HTMLElement, faults: readonly Fault[]): HTMLElement | null {
  clear(root)
  const places = faults.map((fault, index) => showFault(root, fault, `builder-wrong-${index}`))
  return places.find((place) => place !== null) ?? null
}

function clear(root: HTMLElement): void {
  for (const note of root.querySelectorAll('.builder-wrong')) note.remove()
  for (const field of root.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
  for (const card of root.querySelectorAll('.is-wrong')) card.classList.remove('is-wrong')
}

function showFault(root: HTMLElement, { path, sentence }: Fault, id: string): HTMLElement | null {
  const place = placeOf(root, path)
  if (!place) return null
  const note = make('p', sentence)
  note.className = 'wrong builder-wrong'
  note.id = id
  if (place.classList.contains('builder-field')) {
    const control = place.querySelector('input, select')
    control?.setAttribute('aria-invalid', 'true')
    control?.setAttribute('aria-describedby', id)
    place.after(note)
    place.closest('details')?.setAttribute('open', '')
  } else if (place.classList.contains('builder-card')) {
    place.querySelector(':scope > .builder-head')?.after(note)
  } else place.prepend(note)
  place.closest('.builder-card')?.classList.add('is-wrong')
  return place
}

/** The field that a path leads to, or what is nearest around it. */
function placeOf(root: HTMLElement, path: FieldPath): HTMLElement | null {
  for (const box of root.querySelectorAll<HTMLElement>('[data-rare]')) {
    const rare = box.dataset['rare']?.split(' ') ?? []
    if (rare.some((key) => keyOf(path) === key || keyOf(path).startsWith(`${key}/`))) openRare(box)
  }
  for (let { length } = path; length > 0; length -= 1) {
    const key = keyOf(path.slice(0, length))
    const found = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(key)}"]`)
    if (found) return found
  }
  return null
}
