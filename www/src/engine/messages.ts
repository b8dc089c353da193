import type { Failure } from './errors'
import type { Sentence } from './sentence'
import type { Engine } from './types'

/** What the page posts to the worker: one call of an `Engine` method. */
export interface Request {
  id: number
  method: keyof Engine
  args: unknown[]
}

/** What the worker posts back: one answer per request, and any number of events. */
export type Reply =
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'error'; id: number; error: Failure }
  | { kind: 'progress'; id: number; loaded: number; total: number | null }
  /** A sentence for the user about something that went otherwise than expected, but went on. */
  | { kind: 'notice'; sentence: Sentence }
  /** The wasm instance is unusable from here on. */
  | { kind: 'crash'; message: string }
