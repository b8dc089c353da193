import type { FieldPath, Place } from '../shared/field'

type Range = [start: number, end: number]

/** Where in the text of a recipe this place is; null where it is not found. */
export function rangeOf(text: string, { field, position }: Place): Range | null {
  if (field) return valueAt(text, field)
  return position ? lineAt(text, position[0]) : null
}

/** A line without what it is indented by. */
function lineAt(text: string, number: number): Range | null {
  const line = text.split('\n')[number - 1]
  if (line === undefined) return null
  const start = text.split('\n', number - 1).join('\n').length + (number > 1 ? 1 : 0)
  return [start + line.length - line.trimStart().length, start + line.trimEnd().length]
}

/** What JSON consists of: strings, marks, and numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy

interface Token {
  text: string
  start: number
  end: number
}

/** The value that these keys lead to, or the last on the way that there is: a field may be left out. */
function valueAt(text: string, keys: FieldPath): Range | null {
  const tokens = tokensOf(text)
  let place = 0
  for (const key of keys) {
    const next = entry(tokens, place, key)
    if (next === null) break
    place = next
  }
  const [first, last] = [tokens[place], tokens[behind(tokens, place) - 1]]
  return first && last ? [first.start, last.end] : null
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const blank = /\s*/y
    blank.lastIndex = at
    TOKEN.lastIndex = at + (blank.exec(text)?.[0].length ?? 0)
    const [found] = TOKEN.exec(text) ?? []
    if (found === undefined) break
    at = TOKEN.lastIndex
    tokens.push({ text: found, start: at - found.length, end: at })
  }
  return tokens
}

/** Where the value with this key begins in the object or array that begins at `place`. */
function entry(tokens: readonly Token[], place: number, key: string | number): number | null {
  const isList = tokens[place]?.text === '['
  if (isList !== (typeof key === 'number')) return null
  let at = place + 1
  for (let index = 0; at < tokens.length && !isClosing(tokens[at]); index += 1) {
    const value = isList ? at : at + 2
    if (isList ? index === key : tokens[at]?.text === JSON.stringify(key)) return value
    at = behind(tokens, value)
    if (tokens[at]?.text === ',') at += 1
  }
  return null
}

/** What comes after the value that begins at `place`. */
function behind(tokens: readonly Token[], place: number): number {
  let depth = 0
  for (let at = place; at < tokens.length; at += 1) {
    if (isOpening(tokens[at])) depth += 1
    if (isClosing(tokens[at])) depth -= 1
    if (depth <= 0) return at + 1
  }
  return tokens.length
}

const isOpening = (token: Token | undefined) => token?.text === '{' || token?.text === '['
const isClosing = (token: Token | undefined) => token?.text === '}' || token?.text === ']'
