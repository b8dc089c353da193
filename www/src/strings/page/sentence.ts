import { asError, NamedError } from '../../engine/errors'
import { en } from './en'
import { words } from './index'
import { filled } from '../strings'

/** What went wrong, in the language of the page where there are words for it. */
export function sentenceOf(thrown: unknown): string {
  const error = asError(thrown)
  const said = error instanceof NamedError ? error.said : undefined
  return said ? filled(words.faults[said.text], said.values) : inOwnWords(error.message)
}

type Reason = keyof typeof en.reasons

const REASONS = (Object.keys(en.reasons) as Reason[]).map(
  (name) => [name, patternOf(en.reasons[name])] as const,
)

/** A sentence of the engine's about its backend, in the language of the page. */
export function inOwnWords(sentence: string): string {
  for (const [name, pattern] of REASONS) {
    const found = pattern.exec(sentence)
    if (found) return filled(words.reasons[name], found.groups)
  }
  return sentence
}

/** What finds a text again, with what its places were filled with. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{(\w+)\}/)
  const escaped = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `^${parts.map((part, at) => (at % 2 === 0 ? escaped(part) : `(?<${part}>.*)`)).join('')}$`,
    's',
  )
}
