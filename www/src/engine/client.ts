import { CalledEngine, type CallOptions } from './calls'
import { fault, NamedError } from './errors'
import type { Reply, Request } from './messages'
import { engineWorker, type Places } from './places'
import { said } from './sentence'
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
      if (cause) this.#crashed(cause)
      else this.#end(fault('EngineCrashed', 'engineNotStarted'))
    })
    this.#worker.addEventListener('messageerror', () => {
      this.#end(fault('EngineCrashed', 'engineUnreadable'))
    })
  }

  /** Why it answers no more, if it does not. */
  get ended(): Error | null {
    return this.#crash
  }

  /** Ends the worker; whatever is still under way is rejected. */
  close(): void {
    this.#end(new NamedError('EngineClosed', 'The engine was closed.'))
  }

  /** Ends the worker, which does not answer; whatever is still under way is rejected with this. */
  giveUp(sentence: string): void {
    this.#end(new NamedError('EngineStuck', sentence))
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
      this.#onNotice(said(reply.sentence))
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
    this.#end(fault('EngineCrashed', 'engineStopped', { cause: cause.replace(/\.$/, '') }))
  }

  #end(error: NamedError): void {
    if (this.#crash) return
    this.#crash = error
    this.#worker.terminate()
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }
}
