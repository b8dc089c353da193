/** How two threads talk: one asks for methods by name, the other answers. */

import type { Sentence } from '../shared/sentence'

/** One call of a method. */
export interface Request {
  id: number
  method: string
  args: unknown[]
}

/** One answer for every request, and any number of events. */
export type Reply =
  /** The script runs and takes requests. */
  | { kind: 'ready' }
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'error'; id: number; error: Thrown }
  | { kind: 'progress'; listener: number; values: unknown[] }
  /** A sentence for the user about something that went otherwise than expected, but went on. */
  | { kind: 'notice'; sentence: Sentence }
  /** Whoever answers is of no use from here on. */
  | { kind: 'crash'; message: string }

/** An error on its way; what is optional is whatever the error said beside its message. */
export interface Thrown {
  name: string
  message: string
  sentence?: unknown
  field?: unknown
  position?: unknown
}

/** Whoever answers calls may do so at once. */
export type Answering<Calls> = {
  [Method in keyof Calls]: Calls[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result | Promise<Result>
    : never
}
