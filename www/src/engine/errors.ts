import { faults } from '../strings/page/en/faults'
import { said, sentence, type Sentence } from '../shared/sentence'

/** An `Error` with a stable name, by which the page tells failures apart. */
export class NamedError extends Error {
  constructor(
    name: string,
    message: string,
    /** As it can be said in another language. */
    readonly sentence: Sentence | null = null,
  ) {
    super(message)
    this.name = name
  }

  static of(name: string, sentence: Sentence): NamedError {
    return new NamedError(name, said(sentence), sentence)
  }

  /** As it was thrown in a worker. */
  static from({ name, message, sentence }: Failure): NamedError {
    return sentence ? NamedError.of(name, sentence) : new NamedError(name, message)
  }
}

/** An error on its way from a worker. */
export interface Failure {
  name: string
  message: string
  sentence: Sentence | null
}

export function failureOf(thrown: unknown): Failure {
  const error = asError(thrown)
  return { name: error.name, message: error.message, sentence: sentenceOf(error) }
}

type Values = Readonly<Record<string, string | number | Sentence>>

/** An error of these scripts' own. */
export function fault(name: string, text: keyof typeof faults, values: Values = {}): NamedError {
  return NamedError.of(name, reason(text, values))
}

/** What these scripts say of a failure: a sentence, or a clause of one. */
export function reason(text: keyof typeof faults, values: Values = {}): Sentence {
  return sentence(faults[text], values)
}

/** What an error says, to fill a gap of another sentence. */
export function reasonOf(error: Error): Sentence {
  return sentenceOf(error) ?? { english: error.message, gaps: [] }
}

/** What is rejected because the engine was closed. */
export function closed(): NamedError {
  return new NamedError('EngineClosed', 'The engine was closed.')
}

/** What is rejected because something else was chosen. */
export function superseded(): NamedError {
  return new NamedError('Superseded', 'Another choice was made meanwhile.')
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new NamedError('Error', String(thrown))
}

/** The sentence of an error, of ours or of the engine's module, which has it as JSON. */
function sentenceOf(error: Error): Sentence | null {
  const { sentence } = error as { sentence?: Sentence | string | null }
  return (typeof sentence === 'string' ? (JSON.parse(sentence) as Sentence) : sentence) ?? null
}

/** After these the worker's engine is of no use: going on takes a new worker. */
const FATAL = ['EngineCrashed', 'EngineStuck', 'DeviceError', 'DeviceLost']

export function needsNewEngine(error: Error): boolean {
  return FATAL.includes(error.name)
}

/** Whether nobody waits for it any more, which is no failure. */
export function isGivenUp(error: Error): boolean {
  return error.name === 'Superseded' || error.name === 'Cancelled'
}
