import { readersLanguages } from '../../shared/reader'
import { givenIn, LANGUAGE_KEY } from '../../shared/place'
import { type Language, LANGUAGES, spoken } from '../spoken'

export { type Language, LANGUAGES, spoken }

const KEY = 'ganvas-language'

/** As the address says, else as was chosen before, else as the browser is set. */
export function readersLanguage(): Language {
  const given = givenIn(new URL(location.href)).get(LANGUAGE_KEY)
  const wanted = [given, recall(), ...readersLanguages()]
  return wanted.map(spoken).find((found) => found !== undefined) ?? 'en'
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
