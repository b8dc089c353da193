import { CalledEngine, type CallOptions } from './calls'
import { NamedError } from './errors'
import type { Reply, Request } from './messages'
import { engineWorker, type Places } from './places'
import type { Engine, Progress } from './types'

interface Pending {
  resolve: (result: never) => void
  reject: (error: Error) => void
  onProgress: Progress | undefined
}

/** The engine in a worker of its own: every call is a message, answered in order. */
export class WorkerEngine extends CalledEngine {
  readonly #worker = engineWorker()
  readonly #pending = new Map<number, Pending>()
  readonly #onNotice: (sentence: string) => void
  #lastId = 0
  #crash: Error | null = null

  constructor(onNotice: (sentence: string) => void, places?: Places) {
    super(places)
    this.#onNotice = onNotice
    this.#worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      this.#receive(event.data)
    })
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault()
      const cause = event.message.replace(/^Uncaught (\w*Error: )?/, '')
      this.#crashed(cause || 'its worker could not be started')
    })
    this.#worker.addEventListener('messageerror', () => {
      this.#crashed('a message from its worker could not be read')
    })
  }

  /** Ends the worker; whatever is still under way is rejected. */
  close(): void {
    this.#end(new NamedError('EngineClosed', 'The engine was closed.'))
  }

  protected override call<Result>(
    method: keyof Engine,
    args: unknown[],
    { onProgress, transfer }: CallOptions = {},
  ): Promise<Result> {
    if (this.#crash) return Promise.reject(this.#crash)
    const id = ++this.#lastId
    return new Promise<Result>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress })
      this.#worker.postMessage({ id, method, args } satisfies Request, transfer ?? [])
    })
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'notice') {
      this.#onNotice(reply.sentence)
      return
    }
    if (reply.kind === 'crash') {
      this.#crashed(reply.message)
      return
    }
    const pending = this.#pending.get(reply.id)
    if (!pending) return
    if (reply.kind === 'progress') {
      pending.onProgress?.(reply.loaded, reply.total)
      return
    }
    this.#pending.delete(reply.id)
    if (reply.kind === 'result') pending.resolve(reply.result as never)
    else pending.reject(NamedError.from(reply.error))
  }

  #crashed(cause: string): void {
    this.#end(
      new NamedError(
        'EngineCrashed',
        `The engine stopped unexpectedly (${cause.replace(/\.$/, '')}). It can be started again.`,
      ),
    )
  }

  #end(error: Error): void {
    if (this.#crash) return
    this.#crash = error
    this.#worker.terminate()
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }
}
