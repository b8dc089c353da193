/// <reference lib="webworker" />
import { asError, failureOf } from './errors'
import type { Reply, Request } from './messages'
import { engineMethods } from './methods'
import type { Grid, Progress } from './types'

declare const self: DedicatedWorkerGlobalScope

const methods = engineMethods((sentence) => {
  post({ kind: 'notice', sentence })
})

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, transfer)
}

/** Large answers are handed over, not copied. */
function transferables(result: unknown): Transferable[] {
  if (result instanceof Uint8Array || result instanceof Float32Array) return [result.buffer]
  if (typeof result === 'object' && result !== null && 'rgba' in result) {
    return [(result.rgba as Grid['rgba']).buffer]
  }
  return []
}

type Method = (progress: Progress, args: unknown[]) => unknown

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const { id, method, args } = event.data
  const progress: Progress = (loaded, total) => {
    post({ kind: 'progress', id, loaded, total })
  }
  const answer = async () => {
    try {
      const result = await (methods[method] as Method)(progress, args)
      post({ kind: 'result', id, result }, transferables(result))
    } catch (thrown) {
      const error = failureOf(thrown)
      // A trap leaves the wasm memory in an unknown state.
      if (thrown instanceof WebAssembly.RuntimeError) {
        post({ kind: 'crash', message: error.message })
      } else post({ kind: 'error', id, error })
    }
  }
  void answer()
})

// A panic inside an asynchronous wasm call surfaces here and not in the call's promise.
self.addEventListener('unhandledrejection', (event) => {
  post({ kind: 'crash', message: asError(event.reason).message })
})
