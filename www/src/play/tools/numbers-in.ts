/**
 * The numbers of a list as `1-8, 12`, each once and in its order; all from 1 to `most` where nothing is
 * written. Null where it is no such list, or names a number beyond.
 */
export function numbersIn(text: string, most: number): number[] | null {
  const parts = text.split(/[\s,;、，]+/).filter((part) => part !== '')
  if (parts.length === 0) return from(1, most)
  const numbers: number[] = []
  for (const part of parts) {
    const [, first, last] = /^(\d+)(?:[-–](\d+))?$/.exec(part) ?? []
    const [low, high] = [Number(first), Number(last ?? first)]
    if (!(low >= 1 && low <= high && high <= most)) return null
    numbers.push(...from(low, high))
  }
  return [...new Set(numbers)]
}

function from(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
}
