import { fetchAlongside, language } from './page'
import type { Language } from './page/language'

/** Ways to a panel's texts in the languages that people read it in. */
type Tables<Texts> = Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>

/**
 * The texts of a panel that is not there from the start, in the reader's language or else in English.
 * The object stays the same, and what it holds changes with the language.
 */
export async function fetched<Texts extends object>(
  english: Texts,
  others: Tables<Texts>,
): Promise<Texts> {
  const inLanguage = (language: Language): Promise<Texts> =>
    language === 'en' ? Promise.resolve(english) : others[language]().catch(() => english)
  const first = language
  const texts = { ...(await inLanguage(first)) }
  fetchAlongside(async (chosen) => {
    const own = await inLanguage(chosen)
    return () => Object.assign(texts, own)
  })
  // It may have changed while they were fetched.
  return language === first ? texts : Object.assign(texts, await inLanguage(language))
}
