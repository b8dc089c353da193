import { language, words } from './strings/page'
import { faults } from './strings/page/en/faults'
import type { Language } from './strings/page/language'

type Table = Readonly<Record<string, string>>

/** What the modules say in English, by language; their own sentences are the keys. */
const TABLES: Readonly<Record<Language, () => Promise<Table>>> = {
  en: () => Promise.resolve({}),
  de: async () => (await import('./strings/engine/de')).de,
  ja: async () => (await import('./strings/engine/ja')).ja,
  zh: async () => (await import('./strings/engine/zh')).zh,
}

/** What the scripts around them say, in the reader's language. */
export const around: Table = Object.fromEntries(
  Object.entries(faults).map(([name, english]) => [
    english,
    words.faults[name as keyof typeof faults],
  ]),
)

/** The same with what the modules say: only the reader's language is fetched. */
export async function sentences(): Promise<Table> {
  return { ...(await TABLES[language]()), ...around }
}
