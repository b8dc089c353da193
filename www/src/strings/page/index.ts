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

/** The language of the page. */
export let language: Language = readersLanguage()
export let locale = LOCALES[language]

/** All that the page says, in its language. */
export let words: PageStrings = language === 'en' ? en : await TABLES[language]().catch(() => en)

type Fetch = (language: Language) => Promise<() => void>

const alongside = new Set<Fetch>()
const listeners = new Set<() => void>()
let wanted = language

/** Has other texts fetched with those of the page; what `fetch` hands back puts them in place. */
export function fetchAlongside(fetch: Fetch): void {
  alongside.add(fetch)
}

/** `listener` writes its texts again whenever the language has changed, until it is taken off. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes the language of the open page, unless another one is chosen meanwhile. */
export async function setLanguage(chosen: Language): Promise<void> {
  wanted = chosen
  const [table, ...fetched] = await Promise.all([
    TABLES[chosen](),
    ...[...alongside].map((fetch) => fetch(chosen)),
  ])
  if (wanted !== chosen) return
  language = chosen
  locale = LOCALES[chosen]
  words = table
  for (const put of fetched) put()
  for (const listener of [...listeners]) listener()
}

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
