import { de } from './de'
import { en } from './en'
import { ja } from './ja'
import { type Language, readersLanguage, spoken } from './spoken'
import type { Strings } from './strings'
import { zh } from './zh'

const TABLE: Readonly<Record<Language, Strings>> = { de, en, ja, zh }

/** The strings for an element: in the language of the text around it, else in the reader's. */
export function stringsFor(element: Element): Strings {
  return TABLE[spoken(languageOf(element)) ?? readersLanguage()]
}

/** What the nearest ancestor says, out of shadow trees as well. */
function languageOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const stated: Element | null = at.closest('[lang]')
    if (stated) return stated.getAttribute('lang') ?? ''
    const root = at.getRootNode()
    at = root instanceof ShadowRoot ? root.host : null
  }
  return ''
}
