import type { Reply, Request, Thrown } from './messages'

/** A worker's own scope, or one end of a channel. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void
}

type Method = (...args: unknown[]) => unknown

/** How calls are answered. */
export interface Manners {
  /** Whether none waits for the one before it: then `service` itself says what waits for what. */
  atOnce?: boolean
  /** What becomes of the arguments on their way. */
  revive?: (args: unknown[], post: (reply: Reply) => void) => unknown[]
}

/** Has the methods of `service` called through a port. */
export function serve(port: Port, service: object, { atOnce, revive }: Manners = {}): void {
  const post = (reply: Reply, transfer: Transferable[] = []) => {
    port.postMessage(reply, transfer)
  }
  const answer = async ({ id, method, args }: Request) => {
    try {
      const given = revive ? revive(args, post) : args
      const result = await (service as Record<string, Method>)[method]?.(...given)
      post({ kind: 'result', id, result }, buffersIn(result))
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const { name, message, sentence, field, position } = error as Thrown
      // A trap leaves the memory in an unknown state.
      if (thrown instanceof WebAssembly.RuntimeError) post({ kind: 'crash', message })
      else post({ kind: 'error', id, error: { name, message, sentence, field, position } })
    }
  }
  let turn: Promise<void> = Promise.resolve()
  port.addEventListener('message', ({ data }) => {
    turn = atOnce ? answer(data) : turn.then(() => answer(data))
  })
  post({ kind: 'ready' })
}

/** The same for the worker that runs this: it also tells of what fails outside of any call. */
export function serveWorker(service: object, manners?: Manners): void {
  serve(globalThis, service, manners)
  // A panic inside an asynchronous call of WebAssembly surfaces here and not in the call's promise.
  addEventListener('unhandledrejection', ({ reason }) => {
    postMessage({ kind: 'crash', message: String(reason) } satisfies Reply)
  })
}

/** Arrays of a result, or of its fields: they are handed over, not copied. */
function buffersIn(result: unknown): Transferable[] {
  // The entries of a large array would be too many to look at.
  const all = ArrayBuffer.isView(result) ? [result] : Object.values(result ?? {})
  const arrays = all.filter((each) => ArrayBuffer.isView(each))
  return [...new Set(arrays.map(({ buffer }) => buffer))]
}
