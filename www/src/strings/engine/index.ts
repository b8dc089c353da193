import { words } from '../page'
import { faults } from '../page/en/faults'
import type { Language } from '../page/language'

type Table = Readonly<Record<string, string>>

/** What the engine's modules say in English, by language; their own sentences are the keys. */
const TABLES: Readonly<Record<Language, () => Promise<Table>>> = {
  en: () => Promise.resolve({}),
  de: async () => (await import('./de')).de,
  ja: async () => (await import('./ja')).ja,
  zh: async () => (await import('./zh')).zh,
}

/** What the scripts around the engine say, in the reader's language. */
export function around(): Table {
  const entries = Object.entries(faults).map(([name, english]): [string, string] => [
    english,
    words.faults[name as keyof typeof faults],
  ])
  return Object.fromEntries(entries)
}

/** What the engine itself says: much, and rarely needed. */
export function sentences(language: Language): Promise<Table> {
  return TABLES[language]()
}
