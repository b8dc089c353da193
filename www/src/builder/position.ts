import type { FieldPath } from '../shared/field'

/** What JSON consists of: strings, marks, and numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** The keys that lead to what stands at a line and a column of JSON, both counted from 1. */
export function pathAt(
  json: string,
  [line, column]: readonly [line: number, column: number],
): FieldPath {
  const lines = json.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  const end = start + Math.max(0, column - 1)
  const path: (string | number)[] = []
  let name: string | null = null
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (index > end) break
    const inside = path.at(-1)
    if (token === '{') path.push('')
    else if (token === '[') path.push(0)
    else if (token === '}' || token === ']') path.pop()
    else if (token === ':' && name !== null) path[path.length - 1] = name
    else if (token === ',' && typeof inside === 'number') path[path.length - 1] = inside + 1
    name = token.startsWith('"') ? (JSON.parse(token) as string) : null
  }
  return path.filter((key) => key !== '')
}
