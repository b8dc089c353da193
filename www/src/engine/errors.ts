import { faults } from '../strings/page/en/faults'
import type { FieldPath, Place } from '../shared/field'
import { said, sentence, type Sentence } from '../shared/sentence'

/** An `Error` with a stable name, by which the page tells failures apart. */
export class NamedError extends Error implements Place {
  /** What of a recipe it is about. */
  readonly field: FieldPath | null
  /** Where a recipe could not be read. */
  readonly position: readonly [line: number, column: number] | null

  constructor(
    name: string,
    message: string,
    /** As it can be said in another language. */
    readonly sentence: Sentence | null = null,
    { field = null, position = null }: Place = {},
  ) {
    super(message)
    this.name = name
    this.field = field
    this.position = position
  }

  static of(name: string, sentence: Sentence, place?: Place): NamedError {
    return new NamedError(name, said(sentence), sentence, place)
  }

  /** As it was thrown in a worker. */
  static from({ name, message, sentence, ...place }: Failure): NamedError {
    if (sentence) return NamedError.of(name, sentence, place)
    return new NamedError(name, message, null, place)
  }
}

/** An error on its way from a worker. */
export interface Failure extends Place {
  name: string
  message: string
  sentence: Sentence | null
}

export function failureOf(thrown: unknown): Failure {
  const error = asError(thrown)
  const { name, message } = error
  return { name, message, sentence: sentenceOf(error), ...placeOf(error) }
}

/** Where an error says that a recipe is wrong: one of ours, or of the engine's module. */
export function placeOf(error: Error): Place {
  const { field = null, position = null } = error as Place
  return { field, position }
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

/** What an error says, in the language of now where its sentence can be said in others. */
export function messageOf(error: Error): string {
  const sentence = sentenceOf(error)
  return sentence ? said(sentence) : error.message
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
