import { language } from '../page'
import type { Language } from '../page/language'
import { de } from './de'
import { ja } from './ja'
import { zh } from './zh'

/** What the engine says in English, by language; its own sentences are the keys. */
const TABLE: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, de, ja, zh }

/** The engine's sentences in the reader's language. */
export const sentences = TABLE[language]
