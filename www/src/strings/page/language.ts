import { readersLanguages } from '../../shared/reader'
import { givenIn, LANGUAGE_KEY } from '../../settings/mode'

/** The languages that the page speaks. */
export const LANGUAGES = ['en', 'de', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'ganvas-language'

/** As the address says, else as was chosen before, else as the browser is set. */
export function readersLanguage(): Language {
  const given = givenIn(new URL(location.href)).get(LANGUAGE_KEY)
  const wanted = [given, recall(), ...readersLanguages()]
  return wanted.map(spoken).find((found) => found !== undefined) ?? 'en'
}

/** The language of a tag as `de-AT`, if the page speaks it. */
export function spoken(tag: string | null | undefined): Language | undefined {
  const [language] = tag?.toLowerCase().split('-', 1) ?? []
  return LANGUAGES.find((each) => each === language)
}

/** Keeps a choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage may be refused; the address then has the choice.
  }
}

export function remembersLanguage(language: Language): boolean {
  return recall() === language
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
