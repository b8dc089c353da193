import { words } from '../strings/page'
import { filled } from '../strings/strings'
import { element } from './elements'
import type { Text } from '../strings/text'
import { write } from './write'

/** The numbers that a field takes. */
export interface Range {
  least: number
  most: number
  isWhole: boolean
}

/** Says in the note `wrong` why a field was not taken; with null that it was. */
export function complain(field: HTMLInputElement, wrong: string, sentence: Text | null): void {
  field.setAttribute('aria-invalid', String(sentence !== null))
  const note = element(wrong)
  if (sentence !== null) {
    field.setAttribute('aria-describedby', wrong)
    write(note, sentence)
  } else if (field.getAttribute('aria-describedby') === wrong) {
    field.removeAttribute('aria-describedby')
    write(note, '')
  }
}

/** The number in a field, or null where it is out of its range, which the note `wrong` then says. */
export function numberIn(
  field: HTMLInputElement,
  range: Range,
  names: { name: () => string; wrong: string },
): number | null {
  const value = field.valueAsNumber
  const isTaken =
    value >= range.least && value <= range.most && (!range.isWhole || Number.isInteger(value))
  complain(field, names.wrong, isTaken ? null : notTaken(field.value, range, names.name))
  return isTaken ? value : null
}

function notTaken(value: string, { least, most, isWhole }: Range, name: () => string) {
  return (): string => {
    const { wholeFromTo, numberFromTo, fieldNotTaken, fieldTakes } = words.notices
    const range = filled(isWhole ? wholeFromTo : numberFromTo, { least, most })
    // What is no number at all a browser keeps to itself.
    return filled(value === '' ? fieldTakes : fieldNotTaken, { name: name(), range, value })
  }
}
