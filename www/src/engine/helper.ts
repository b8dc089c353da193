/// <reference lib="webworker" />
import init, { help } from '../../../pkg/ganvas_cpu.js'
import type { Hiring } from './helpers'

declare const self: DedicatedWorkerGlobalScope

/** Whatever is not a state of `src/wasm/engine/helpers.rs` says that nobody is there any more. */
const GONE = -1

/** A thread that helps the engine: from now on it waits for work, and hears of nothing else. */
async function serve({ module, memory }: Hiring): Promise<never> {
  await init({ module_or_path: module })
  try {
    for (;;) help(memory)
  } finally {
    // The engine does it itself then, and need not wait.
    const state = new Int32Array(memory.buffer)
    Atomics.store(state, 0, GONE)
    Atomics.notify(state, 0)
  }
}

self.addEventListener('message', (event: MessageEvent<Hiring>) => {
  void serve(event.data)
})
