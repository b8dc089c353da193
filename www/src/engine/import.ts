import { asError, type Failure, fault, NamedError } from './errors'
import { said, type Sentence } from '../shared/sentence'

/** A file of another program, with its name. */
export interface ForeignFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface ImportRequest {
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
  /** All of it as SPEC.json, to be corrected and handed back. */
  spec: string
}

export type ImportReply =
  | { imported: Imported; error?: undefined }
  /** `spec`: what is known all the same, as SPEC.json to be corrected. */
  | { imported?: undefined; error: Failure & { spec: string | null } }

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

/**
 * Imports a generator of another program, in a worker of its own with a module of its own, which ends
 * when `signal` is aborted: it then rejects with the signal's reason.
 */
export async function importModel(request: ImportRequest, signal: AbortSignal): Promise<Imported> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-reader',
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const { imported, error } = await new Promise<ImportReply>((resolve, reject) => {
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
        const [first, ...others] = request.files
        const names = `${first?.name ?? ''}${others.length > 0 ? ' …' : ''}`
        reject(fault('ImportError', 'readTooLong', { names, minutes: MOST_MINUTES }))
      }, MOST_MINUTES * 60_000)
      worker.postMessage(request)
    })
    if (imported) return imported
    throw new ImportError(error, error.spec)
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
