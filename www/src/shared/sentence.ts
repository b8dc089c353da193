/** A sentence of the engine in English, and what fills its gaps (`{name}`): so another language can say it. */
export interface Sentence {
  english: string
  gaps: [string, Filling][]
}

/** A number or a name; or a clause, which is to be translated, too. */
export type Filling = string | Sentence

/** A sentence, as `sentence('{file} is empty.', { file })`. */
export function sentence(
  english: string,
  gaps: Readonly<Record<string, string | number | Sentence>> = {},
): Sentence {
  const filled = Object.entries(gaps).map(([gap, filling]): [string, Filling] => [
    gap,
    typeof filling === 'number' ? String(filling) : filling,
  ])
  return { english, gaps: filled }
}

/** What fills the gap of this name, in the sentence or in a clause of it; null where none has it. */
export function gap(sentence: Sentence, name: string): Filling | null {
  for (const [own, filling] of sentence.gaps) {
    if (own === name) return filling
    const inner = typeof filling === 'string' ? null : gap(filling, name)
    if (inner !== null) return inner
  }
  return null
}

/** What fills all gaps of this name, as a list has one in each of its clauses. */
export function allGaps(filling: Filling, name: string): string[] {
  if (typeof filling === 'string') return []
  return filling.gaps.flatMap(([own, inner]) =>
    own === name && typeof inner === 'string' ? [inner] : allGaps(inner, name),
  )
}

/** Sentences of another language, by the English ones. */
let table: Readonly<Record<string, string>> = {}

/** Has sentences said in another language from here on. */
export function speak(sentences: Readonly<Record<string, string>>): void {
  table = sentences
}

/** What is said; in English where the other language lacks the sentence. */
export function said(filling: Filling): string {
  if (typeof filling === 'string') return filling
  const { english, gaps } = filling
  const fillings = new Map(gaps)
  return (table[english] ?? english).replace(/\{(\w+)\}/g, (whole, gap: string) => {
    const inner = fillings.get(gap)
    return inner === undefined ? whole : said(inner)
  })
}
