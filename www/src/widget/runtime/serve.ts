import type { Reply, Request } from './protocol'
import { Service } from './service'

/** A worker's own scope, or one end of a channel. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void
}

/** Answers what comes through a port, one request after another. */
export function serve(port: Port): void {
  const service = new Service()
  const post = (reply: Reply, transfer: Transferable[] = []) => {
    port.postMessage(reply, transfer)
  }
  let turn: Promise<void> = Promise.resolve()
  port.addEventListener('message', ({ data: { id, method, args } }) => {
    turn = turn.then(async () => {
      try {
        const calls = service as unknown as Record<string, (...args: unknown[]) => unknown>
        const result = await calls[method]?.(...args)
        post({ kind: 'result', id, result }, transferables(result))
      } catch (thrown) {
        const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown))
        // A trap leaves the memory in an unknown state.
        if (thrown instanceof WebAssembly.RuntimeError) post({ kind: 'crash', message })
        else post({ kind: 'error', id, name, message })
      }
    })
  })
  post({ kind: 'ready' })
}

/** Pixels are handed over, not copied. */
function transferables(result: unknown): Transferable[] {
  const rgba = (result as { rgba?: Uint8ClampedArray<ArrayBuffer> } | undefined)?.rgba
  return rgba ? [rgba.buffer] : []
}
