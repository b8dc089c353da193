import type { Json, JsonObject } from '../engine/forms'
import type { FieldPath } from '../shared/field'

/** A path as a text, to find what belongs to it. */
export const keyOf = (path: FieldPath): string => path.join('/')

/** The value that a path leads to, if there is one. */
export function at(value: Json | undefined, path: FieldPath): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => {
    if (Array.isArray(inner)) return typeof key === 'number' ? inner[key] : undefined
    return isObject(inner) ? inner[key] : undefined
  }, value)
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same with another value at a path, or with none there. */
export function put(value: Json, [key, ...rest]: FieldPath, to: Json | undefined): Json {
  if (key === undefined) return to ?? null
  if (Array.isArray(value)) {
    const items = [...value]
    const index = Number(key)
    if (rest.length === 0 && to === undefined) items.splice(index, 1)
    else items[index] = rest.length === 0 ? (to ?? null) : put(items[index] ?? {}, rest, to)
    return items
  }
  const fields = isObject(value) ? value : {}
  if (rest.length === 0 && to === undefined) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  }
  return { ...fields, [key]: rest.length === 0 ? (to ?? null) : put(fields[key] ?? {}, rest, to) }
}

/** The list that a path leads to, or an empty one. */
export function listAt(value: Json, path: FieldPath): Json[] {
  const list = at(value, path)
  return Array.isArray(list) ? list : []
}

/** The same with an item put into a list, before the one that is there. */
export function inserted(value: Json, list: FieldPath, index: number, item: Json): Json {
  return put(value, list, listAt(value, list).toSpliced(index, 0, item))
}

/** The same with an item of a list at another place of it. */
export function moved(value: Json, list: FieldPath, from: number, to: number): Json {
  const items = listAt(value, list)
  const item = items[from]
  if (item === undefined) return value
  return put(value, list, items.toSpliced(from, 1).toSpliced(to, 0, item))
}

/** The path that the engine's name of a layer stands for, as `3.body.1`, counted from 1. */
export function layerPath(network: string, place: string): FieldPath {
  const keys = place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) - 1 : key))
  return [network, ...keys]
}
