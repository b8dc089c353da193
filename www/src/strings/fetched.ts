import { language } from './page'
import type { Language } from './page/language'

/** Ways to a panel's texts in the languages that people read it in. */
type Tables<Texts> = Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>

/** The texts of a panel that is not there from the start, in the reader's language or else in English. */
export async function fetched<Texts>(english: Texts, others: Tables<Texts>): Promise<Texts> {
  return language === 'en' ? english : await others[language]().catch(() => english)
}
