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

/** Sentences of another language, by the English ones. */
let table: Readonly<Record<string, string>> = {}

/** Has sentences said in another language from here on. */
export function speak(sentences: Readonly<Record<string, string>>): void {
  table = sentences
}

/** What is said; in English where the other language lacks the sentence. */
export function said(filling: Filling): string {
  return filled(filling, (english) => table[english] ?? english)
}

/** The same in English, whatever language is spoken. */
export function inEnglish(filling: Filling): string {
  return filled(filling, (english) => english)
}

function filled(filling: Filling, template: (english: string) => string): string {
  if (typeof filling === 'string') return filling
  const fillings = new Map(filling.gaps)
  return template(filling.english).replace(/\{(\w+)\}/g, (whole, gap: string) => {
    const inner = fillings.get(gap)
    return inner === undefined ? whole : filled(inner, template)
  })
}
