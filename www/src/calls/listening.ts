import { type AnyCalls, Client, type Line, type Troubles } from './client'
import type { Reply, Request } from './messages'

type Listener = (...values: unknown[]) => void

/** A client that can hand functions over, which hear of progress, and that hears of notices. */
export class ListeningClient<Calls extends AnyCalls<Calls>> extends Client<Calls> {
  readonly #onNotice: (sentence: string) => void

  constructor(connect: () => Line, troubles: Troubles, onNotice: (sentence: string) => void) {
    super(connect, troubles)
    this.#onNotice = onNotice
  }

  protected override post(request: Request, transfer: Transferable[]): void {
    const listener = request.args.findIndex(isFunction)
    // Functions cannot be posted: the other side is told where it finds one.
    const args = request.args.map((arg) => (isFunction(arg) ? null : arg))
    super.post(listener < 0 ? request : { ...request, args, listener }, transfer)
  }

  protected override receive(reply: Reply): void {
    if (reply.kind === 'notice') this.#onNotice(reply.sentence)
    else if (reply.kind === 'progress') {
      const listener = this.pending(reply.id)?.request.args.find(isFunction)
      listener?.(...reply.values)
    } else super.receive(reply)
  }
}

function isFunction(value: unknown): value is Listener {
  return typeof value === 'function'
}
