import { language, words } from '../page'
import { faults } from '../page/en/faults'
import type { Language } from '../page/language'
import { de } from './de'
import { ja } from './ja'
import { zh } from './zh'

/** What the engine's module says in English, by language; its own sentences are the keys. */
const TABLE: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de, ja, zh }

/** What the scripts around it say. */
const around = Object.entries(faults).map(([name, english]): [string, string] => [
  english,
  words.faults[name as keyof typeof faults],
])

/** The engine's sentences in the reader's language. */
export const sentences: Readonly<Record<string, string>> = {
  ...TABLE[language],
  ...Object.fromEntries(around),
}
