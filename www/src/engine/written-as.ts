/**
 * A copy of `value` written as `model` is: keys in its order, and its numbers where they are the
 * same in single precision, in which the engine keeps some.
 */
export function writtenAs(value: unknown, model: unknown): unknown {
  if (Array.isArray(value)) {
    const models: unknown[] = Array.isArray(model) ? model : []
    return value.map((each, index) => writtenAs(each, models[index]))
  }
  if (typeof value === 'number' && typeof model === 'number') {
    return Math.fround(value) === Math.fround(model) ? model : value
  }
  if (!isObject(value) || !isObject(model)) return value
  const known = Object.keys(model).filter((key) => key in value)
  const added = Object.keys(value).filter((key) => !(key in model))
  return Object.fromEntries(
    [...known, ...added].map((key) => [key, writtenAs(value[key], model[key])]),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
