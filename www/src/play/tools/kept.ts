import { element } from '../../view/elements'

type Control = HTMLInputElement | HTMLSelectElement

/** The controls of these ids that do not stand where they stand at first. */
export function keptControls(ids: readonly string[]): [key: string, value: string][] {
  return ids.flatMap((id): [string, string][] => {
    const control = controlOf(id)
    const value = valueOf(control)
    return value === usual(control) ? [] : [[id, value]]
  })
}

/** Sets controls by their ids, as if by hand. */
export function takeUpControls(ids: readonly string[], kept: ReadonlyMap<string, string>): void {
  for (const id of ids) {
    const value = kept.get(id)
    const control = controlOf(id)
    if (value === undefined || !canHave(control, value)) continue
    if (isTick(control)) control.checked = value === ON
    else control.value = value
    for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind))
  }
}

/** A seed from an address, if it is one. */
export function seedIn(text: string | undefined): number | null {
  const seed = Number(text ?? NaN)
  return Number.isSafeInteger(seed) && seed >= 0 ? seed : null
}

function controlOf(id: string): Control {
  return element<Control>(id)
}

const ON = 'yes'
const OFF = 'no'

function isTick(control: Control): control is HTMLInputElement & { type: 'checkbox' } {
  return control instanceof HTMLInputElement && control.type === 'checkbox'
}

function valueOf(control: Control): string {
  return isTick(control) ? (control.checked ? ON : OFF) : control.value
}

function usual(control: Control): string {
  if (isTick(control)) return control.defaultChecked ? ON : OFF
  if (control instanceof HTMLInputElement) return control.defaultValue
  const options = [...control.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}

function canHave(control: Control, value: string): boolean {
  if (isTick(control)) return value === ON || value === OFF
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some((option) => option.value === value)
  }
  if (control.type !== 'range') return true
  return value.trim() !== '' && Number.isFinite(Number(value))
}
