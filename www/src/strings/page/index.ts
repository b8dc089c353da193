import { en } from './en'
import { type Language, readersLanguage } from './language'
import type { PageStrings } from './type'

/** Only the reader's language is fetched; what cannot be fetched is said in English. */
const TABLES: Readonly<Record<Language, () => Promise<PageStrings>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de')).de,
  ja: async () => (await import('./ja')).ja,
  zh: async () => (await import('./zh')).zh,
}

/** How numbers, lists and times are written; British lists have no comma before the last. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de',
  ja: 'ja',
  zh: 'zh-Hans',
}

/** The language of the page for as long as it is open. */
export const language: Language = readersLanguage()
export const locale = LOCALES[language]

/** All that the page says, in its language. */
export const words = language === 'en' ? en : await TABLES[language]().catch(() => en)

/** The text that an element names, as `train.start`. */
export function textNamed(key: string): string | undefined {
  const [room = '', name = ''] = key.split('.')
  const text = (words as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[room]?.[name]
  return typeof text === 'string' ? text : undefined
}

/** Several names in a row, with the language's “and”. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale).format(names)
}
