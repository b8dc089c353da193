import { language, words } from '../page'
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
export const around: Table = Object.fromEntries(
  Object.entries(faults).map(([name, english]): [string, string] => [
    english,
    words.faults[name as keyof typeof faults],
  ]),
)

/** All that engine and scripts say, in the reader's language: much, and rarely needed. */
export async function sentences(): Promise<Table> {
  return { ...(await TABLES[language]()), ...around }
}
