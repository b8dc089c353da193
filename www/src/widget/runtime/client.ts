import { Failure } from '../failure'
import type { Calls, Reply, Request } from './protocol'
import type { Line } from './spawn'

interface Pending {
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/** What draws, as its askers see it: every call is a message, answered in order. */
export class Client {
  readonly #line: Line
  readonly #onCrash: () => void
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #over: Failure | null = null

  /** `onCrash` is called when it has ended by itself. */
  constructor(line: Line, onCrash: () => void) {
    this.#line = line
    this.#onCrash = onCrash
    line.port.addEventListener('message', ((event: MessageEvent<Reply>) => {
      this.#receive(event.data)
    }) as EventListener)
    for (const kind of ['error', 'messageerror']) {
      line.port.addEventListener(kind, (event) => {
        event.preventDefault()
        this.#crash()
      })
    }
  }

  call<Method extends keyof Calls>(
    method: Method,
    args: Parameters<Calls[Method]>,
    transfer: Transferable[] = [],
  ): Promise<Awaited<ReturnType<Calls[Method]>>> {
    if (this.#over) return Promise.reject(this.#over)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#line.port.postMessage({ id, method, args } satisfies Request, transfer)
    })
  }

  /** Whether no call can be answered any more. */
  get isOver(): boolean {
    return this.#over !== null
  }

  /** Ends what draws; whatever is still under way is rejected. */
  end(): void {
    if (this.#over) return
    this.#over = new Failure('RuntimeError', 'crashed')
    this.#line.end()
    for (const { reject } of this.#pending.values()) reject(this.#over)
    this.#pending.clear()
  }

  #crash(): void {
    this.end()
    this.#onCrash()
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'ready') return
    if (reply.kind === 'crash') {
      this.#crash()
      return
    }
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if (reply.kind === 'result') pending?.resolve(reply.result as never)
    else pending?.reject(Object.assign(new Error(reply.message), { name: reply.name }))
  }
}
