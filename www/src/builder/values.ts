import type { Json } from '../engine/forms'
import { isObject } from './path'

/** A number as it is written in a field; what is none stays a text, which the engine refuses where it is. */
export function numberOr(text: string): Json {
  const trimmed = text.trim().replace(/^([+-]?\d*),(\d+)$/, '$1.$2')
  const number = Number(trimmed)
  return trimmed !== '' && Number.isFinite(number) ? number : text.trim()
}

/** Several numbers with commas between them, or `alone` if it is only one. */
export function numbersOr(text: string): Json {
  const parts = text.split(/[,;×\s]+/).filter((part) => part !== '')
  if (parts.length < 2) return numberOr(parts[0] ?? '')
  return parts.map(numberOr)
}

/** A value as it is written in a field. */
export function written(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(written).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The name of what comes in kinds: `"hinge"`, or `{"adam": {…}}`. */
export function nameOf(value: Json | undefined): string {
  if (isObject(value)) return Object.keys(value)[0] ?? ''
  return written(value)
}

/** One of several kinds with the numbers that it usually has, those kept that it shares with what was there. */
export function changedTo(usual: Json, before: Json | undefined): Json {
  const name = nameOf(usual)
  if (!isObject(usual)) return usual
  const inside = usual[name]
  // Such as a limit: it is the number itself.
  if (!isObject(inside)) return usual
  const old = isObject(before) ? before[nameOf(before)] : undefined
  const kept = Object.keys(inside).flatMap((key) => {
    const value = isObject(old) ? old[key] : undefined
    return value === undefined ? [] : [[key, value] as const]
  })
  return { [name]: { ...inside, ...Object.fromEntries(kept) } }
}

/** Whether two values are the same in JSON. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
