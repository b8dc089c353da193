import { readersLanguages } from '../shared/reader'

/** The languages that the widget speaks. */
export const LANGUAGES = ['en', 'de', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language of a tag as `de-AT`, if the widget speaks it. */
export function spoken(tag: string | null | undefined): Language | undefined {
  const [language] = tag?.toLowerCase().split('-', 1) ?? []
  return LANGUAGES.find((each) => each === language)
}

/** The first of the reader's languages that the widget speaks, else English. */
export function readersLanguage(): Language {
  return (
    readersLanguages()
      .map(spoken)
      .find((each) => each !== undefined) ?? 'en'
  )
}
