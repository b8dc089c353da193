import { asError, type Failure, fault, NamedError } from './errors'
import type { Grid } from '../shared/picture'
import { said, type Sentence } from '../shared/sentence'

/** A file of another program, with its name. */
export interface ForeignFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What is to be read. */
export interface ImportSource {
  files: ForeignFile[]
  /** What to take of a checkpoint with several networks, as `state_dict.generator`. */
  key: string | null
  /** A SPEC.json: what the file does not say. */
  spec: string | null
}

export interface Imported {
  /** The generator as a file of ours. */
  bytes: Uint8Array<ArrayBuffer>
  /** What was read, for people. */
  format: Sentence
  /** What the file does not say and was assumed, a clause each. */
  assumed: Sentence[]
  /** Whether the file says its layers itself: else there are other readings of it. */
  saysLayers: boolean
  /** All of it as SPEC.json, to be corrected and handed back. */
  spec: string
}

/** A reading of files that do not say their layers, and what it draws. */
export interface Proposal {
  /** What tells it from the others, in a line. */
  assumed: Sentence
  /** What else the file does not say, a clause each. */
  besides: Sentence[]
  /** How image-like its images are, 0 to 1. */
  score: number
  /** What speaks against it, as that its images are noise. */
  suspicion: Sentence | null
  /** The SPEC.json by which the files are read so. */
  spec: string
  /** Images of the same latents for every reading. */
  images: Grid
}

/** What the reader can be asked for. */
interface Answers {
  generator: Imported
  /** The most image-like first. */
  proposals: Proposal[]
}

export interface ImportRequest extends ImportSource {
  wanted: keyof Answers
}

export type ImportReply =
  | { answer: Answers[keyof Answers]; error?: undefined }
  /** `spec`: what is known all the same, as SPEC.json to be corrected. */
  | { answer?: undefined; error: Failure & { spec: string | null } }

/** Why a file was not imported, and what is known of it all the same. */
export class ImportError extends NamedError {
  constructor(
    { name, message, sentence }: Failure,
    readonly spec: string | null,
  ) {
    super(name, sentence ? said(sentence) : message, sentence)
  }
}

/** Whatever is not read by then is given up: a page is no place to wait for longer. */
const MOST_MINUTES = 5

/** Imports a generator of another program. */
export function importModel(source: ImportSource, signal: AbortSignal): Promise<Imported> {
  return ask('generator', source, signal)
}

/** Reads files that do not say their layers in several ways, and draws with each. */
export function proposalsOf(source: ImportSource, signal: AbortSignal): Promise<Proposal[]> {
  return ask('proposals', source, signal)
}

/**
 * Asks the reader, in a worker of its own with a module of its own, which ends when `signal` is aborted:
 * it then rejects with the signal's reason.
 */
async function ask<Wanted extends keyof Answers>(
  wanted: Wanted,
  source: ImportSource,
  signal: AbortSignal,
): Promise<Answers[Wanted]> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-reader',
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const { answer, error } = await new Promise<ImportReply>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<ImportReply>) => {
        resolve(event.data)
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        const cause = event.message.replace(/\.$/, '')
        reject(
          cause === ''
            ? fault('ImportError', 'readerNotStarted')
            : fault('ImportError', 'readerStopped', { cause }),
        )
      })
      signal.addEventListener('abort', () => {
        reject(asError(signal.reason))
      })
      timer = setTimeout(() => {
        const [first, ...others] = source.files
        const names = `${first?.name ?? ''}${others.length > 0 ? ' …' : ''}`
        reject(fault('ImportError', 'readTooLong', { names, minutes: MOST_MINUTES }))
      }, MOST_MINUTES * 60_000)
      const request: ImportRequest = { ...source, wanted }
      worker.postMessage(request)
    })
    if (answer) return answer as Answers[Wanted]
    throw new ImportError(error, error.spec)
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
