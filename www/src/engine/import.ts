import { NamedError } from './errors'

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
  format: string
  /** What the file does not say and was assumed, a sentence each. */
  assumed: string[]
  /** All of it as SPEC.json, to be corrected and handed back. */
  spec: string
}

export interface ImportReply {
  imported?: Imported
  error?: {
    name: string
    message: string
    /** What is known all the same, as SPEC.json to be corrected. */
    spec: string | null
  }
}

/** Why a file was not imported, and what is known of it all the same. */
export class ImportError extends NamedError {
  constructor(
    name: string,
    message: string,
    readonly spec: string | null,
  ) {
    super(name, message)
  }
}

/** Imports a generator of another program, in a worker of its own with a module of its own. */
export async function importModel(request: ImportRequest): Promise<Imported> {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-reader',
  })
  try {
    const reply = await new Promise<ImportReply>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<ImportReply>) => {
        resolve(event.data)
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        reject(
          new NamedError(
            'WeightsError',
            `The reader of other programs' files has stopped: ${event.message || 'it could not be loaded'}.`,
          ),
        )
      })
      worker.postMessage(request)
    })
    if (reply.imported) return reply.imported
    throw new ImportError(
      reply.error?.name ?? 'WeightsError',
      reply.error?.message ?? 'The reader gave no answer.',
      reply.error?.spec ?? null,
    )
  } finally {
    worker.terminate()
  }
}
