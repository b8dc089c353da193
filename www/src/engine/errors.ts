import { faults } from '../strings/page/en/faults'
import { filled } from '../strings/strings'

/** Under which name the page has the sentence of an error, and what its places are filled with. */
export interface Said {
  text: keyof typeof faults
  values: Readonly<Record<string, string | number>>
}

/** An `Error` with a stable name, by which the page tells failures apart. */
export class NamedError extends Error {
  readonly said: Said | undefined

  constructor(name: string, message: string, said?: Said) {
    super(message)
    this.name = name
    this.said = said
  }
}

/** An error of these scripts' own, whose English message the page has in every language. */
export function fault(name: string, text: Said['text'], values: Said['values'] = {}): NamedError {
  return new NamedError(name, filled(faults[text], values), { text, values })
}

/** What is rejected because something else was chosen. */
export function superseded(): NamedError {
  return new NamedError('Superseded', 'Another choice was made meanwhile.')
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new NamedError('Error', String(thrown))
}

/** After these the worker's engine is of no use: going on takes a new worker. */
const FATAL = ['EngineCrashed', 'EngineStuck', 'DeviceError', 'DeviceLost']

export function needsNewEngine(error: Error): boolean {
  return FATAL.includes(error.name)
}
