import { filled, type StringName, type Strings } from '../strings/strings'

/** Names of what may go wrong, in the widget and in what draws for it. */
export type FailureName =
  /** An attribute names what there is not. */
  | 'OptionError'
  /** A file could not be fetched. */
  | 'DownloadError'
  /** A file is no generator. */
  | 'WeightsError'
  /** WebGPU was asked for and is not to be had. */
  | 'BackendUnavailable'
  /** What draws could not be loaded, or has stopped. */
  | 'RuntimeError'

/** What went wrong, to be said in the language of whoever reads it. */
export class Failure extends Error {
  readonly #text: StringName
  readonly #values: Readonly<Record<string, string | number>>

  constructor(
    name: FailureName,
    text: StringName,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(text)
    this.name = name
    this.#text = text
    this.#values = values
  }

  in(strings: Strings): string {
    return filled(strings[this.#text], this.#values)
  }
}

/** The sentence for a reader; what draws says its own. */
export function sentenceOf(thrown: unknown, strings: Strings): { name: string; message: string } {
  if (thrown instanceof Failure) return { name: thrown.name, message: thrown.in(strings) }
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message }
  return { name: 'Error', message: String(thrown) }
}

/** Whether it was only that nobody wants it any more. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
