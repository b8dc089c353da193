import { readersLanguages } from '../shared/reader'
import { de } from './de'
import { en } from './en'
import { ja } from './ja'
import type { Strings } from './strings'
import { zh } from './zh'

const TABLE: Readonly<Record<string, Strings>> = { de, en, ja, zh }

/** The strings for an element: in the language of the text around it, else in the reader's. */
export function stringsFor(element: Element): Strings {
  const stated = languageOf(element)
  return [stated, ...readersLanguages()].map(lookUp).find((found) => found !== undefined) ?? en
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

function lookUp(language: string): Strings | undefined {
  return TABLE[language.toLowerCase().split('-', 1)[0] ?? '']
}
