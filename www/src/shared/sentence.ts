/** A sentence of the engine in English, and what fills its gaps (`{name}`): so another language can say it. */
export interface Sentence {
  english: string
  gaps: [string, Filling][]
}

/** A number or a name; or a clause, which is to be translated, too. */
type Filling = string | Sentence

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

/** Sentences of another language, by the English ones. */
let table: Readonly<Record<string, string>> = {}

/** Has sentences said in another language from here on. */
export function speak(sentences: Readonly<Record<string, string>>): void {
  table = sentences
}

/** What is said; in English where the other language lacks the sentence. */
export function said({ english, gaps }: Sentence): string {
  const fillings = new Map(gaps)
  return (table[english] ?? english).replace(/\{(\w+)\}/g, (whole, gap: string) => {
    const filling = fillings.get(gap)
    if (filling === undefined) return whole
    return typeof filling === 'string' ? filling : said(filling)
  })
}
