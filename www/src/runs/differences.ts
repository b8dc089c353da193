import type { Recipe } from '../engine/types'

/** A field in which recipes differ: its path as in JSON, and what each of them has there; null for nothing. */
export interface Difference {
  path: string
  values: readonly (string | null)[]
}

/** They say where a recipe comes from, not what it does. */
const ABOUT = ['name', 'title', 'source']

/**
 * The fields in which recipes differ, as `generator.3.kernel`; layers are counted from 1, as the page counts
 * them elsewhere.
 */
export function differences(recipes: readonly Recipe[]): Difference[] {
  const trees = recipes.map((recipe): unknown =>
    Object.fromEntries(Object.entries(recipe).filter(([key]) => !ABOUT.includes(key))),
  )
  return [...between('', trees)]
}

function* between(path: string, values: readonly unknown[]): Generator<Difference> {
  const [first] = values
  if (values.every((value) => said(value) === said(first))) return
  const parts = partsOf(values)
  if (!parts) {
    yield { path, values: values.map(short) }
    return
  }
  for (const [name, inner] of parts) yield* between(path === '' ? name : `${path}.${name}`, inner)
}

/** What all of these have below, by name; null where they are to be seen as wholes. */
function partsOf(values: readonly unknown[]): [string, unknown[]][] | null {
  const there = values.filter((value) => value !== undefined)
  if (there.length < values.length) return null
  if (there.every((value) => Array.isArray(value))) {
    // A size or a range is read at once.
    if (!there.flat().some(isObject)) return null
    const longest = Math.max(...there.map((list) => list.length))
    return Array.from({ length: longest }, (_, at) => [
      String(at + 1),
      there.map((list): unknown => list[at]),
    ])
  }
  if (!there.every(isObject)) return null
  // Layers of two kinds have nothing in common that would be worth a row of its own.
  if (new Set(there.map(({ layer }) => layer)).size > 1) return null
  const names = new Set(there.flatMap((each) => Object.keys(each)))
  return [...names].map((name) => [name, there.map((each) => each[name])])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As it is compared: the order of keys and digits beyond single precision make no difference. */
function said(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number') return Math.fround(inner)
    if (!isObject(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([one], [two]) => (one < two ? -1 : 1)))
  })
}

/** As it is shown: a layer by its kind, a number as it is. */
function short(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'number') return String(Number(value.toPrecision(6)))
  if (typeof value === 'string') return value
  if (isObject(value) && typeof value['layer'] === 'string') return value['layer']
  return JSON.stringify(value)
}
