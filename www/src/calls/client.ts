import type { Reply, Request, Thrown } from './messages'

/** How whoever answers is reached. */
export interface Line {
  port: Worker | MessagePort
  end(): void
}

/** What becomes of calls that are not answered. */
export interface Troubles {
  /** The error of a call, as it was thrown on the other side. */
  failed(thrown: Thrown): Error
  /** The other side is of no use any more: it says why itself, or its port does by an event. */
  crashed(cause: string | Event): Error
}

/** Those who hear of what is no answer. */
export interface Hearers {
  /** It has ended by itself. */
  onCrash?: () => void
  onOther?: (reply: Reply) => void
}

interface Pending {
  resolve: (result: never) => void
  reject: (error: Error) => void
}

export type AnyCalls<Calls> = { [Method in keyof Calls]: (...args: never[]) => Promise<unknown> }

/** Asks another thread: every call is a message. */
export class Client<Calls extends AnyCalls<Calls>> {
  readonly #connect: () => Line
  readonly #troubles: Troubles
  readonly #hearers: Hearers
  readonly #pending = new Map<number, Pending>()
  #line: Line | null = null
  #lastId = 0
  #ended: Error | null = null

  /** It connects when it is first asked. */
  constructor(connect: () => Line, troubles: Troubles, hearers: Hearers = {}) {
    this.#connect = connect
    this.#troubles = troubles
    this.#hearers = hearers
  }

  /** Has a method called; what is to be transferred is handed over instead of copied. */
  ask<Method extends keyof Calls & string>(
    method: Method,
    args: Parameters<Calls[Method]>,
    transfer: Transferable[] = [],
  ): ReturnType<Calls[Method]> {
    const asked = new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended
      this.connect()
      const request: Request = { id: ++this.#lastId, method, args }
      this.#line?.port.postMessage(request, transfer)
      this.#pending.set(request.id, { resolve, reject })
    })
    return asked as ReturnType<Calls[Method]>
  }

  /** Why it answers no more, if it does not. */
  get ended(): Error | null {
    return this.#ended
  }

  /** Connects before there is anything to ask. */
  connect(): void {
    if (!this.#ended) this.#line ??= this.#listen(this.#connect())
  }

  /** Ends the other side; what is still under way is rejected for this reason. */
  end(reason: Error): void {
    if (this.#ended) return
    this.#ended = reason
    this.#line?.end()
    for (const { reject } of this.#pending.values()) reject(reason)
    this.#pending.clear()
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'crash') this.#crash(reply.message)
    else if (reply.kind !== 'result' && reply.kind !== 'error') this.#hearers.onOther?.(reply)
    else {
      const pending = this.#pending.get(reply.id)
      this.#pending.delete(reply.id)
      if (reply.kind === 'result') pending?.resolve(reply.result as never)
      else pending?.reject(this.#troubles.failed(reply.error))
    }
  }

  #listen(line: Line): Line {
    const { port } = line
    port.addEventListener('message', (event) => {
      this.#receive((event as MessageEvent<Reply>).data)
    })
    for (const kind of ['error', 'messageerror']) {
      port.addEventListener(kind, (event) => {
        event.preventDefault()
        this.#crash(event)
      })
    }
    // Ports wait for this; workers do not.
    if ('start' in port) port.start()
    return line
  }

  #crash(cause: string | Event): void {
    if (this.#ended) return
    this.end(this.#troubles.crashed(cause))
    this.#hearers.onCrash?.()
  }
}
