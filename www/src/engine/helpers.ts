import type { CpuWasm } from './module'
import { helperWorker } from './places'

/** What a helper is told: the engine's module, and memory that it shares with the engine. */
export interface Hiring {
  module: WebAssembly.Module
  memory: WebAssembly.Memory
}

/** Pages of 64 KiB that a helper's work may take. A larger piece of work is done without it. */
const MOST_PAGES = 4096
/** Multiplications of the least that is worth handing over: a fraction of a millisecond. */
const LEAST = 4e6
const MOST_THREADS = 8

/**
 * Threads that are worth having on so many cores. Shares are equal, so that the slowest core counts:
 * of many, half are slow ones or the second threads of the others.
 */
function threadsFor(cores: number): number {
  return cores <= 4 ? cores : Math.min(Math.max(4, Math.floor(cores / 2)), MOST_THREADS)
}

/**
 * Threads that the engine computes with on the CPU from now on, this one included. Only pages that are
 * isolated from other origins may share memory, and a page's own thread may not wait for another; such
 * go on alone, and the numbers are the same.
 */
export function hireHelpers({ enlistHelper }: CpuWasm, module: WebAssembly.Module): number {
  if (!crossOriginIsolated || typeof document !== 'undefined') return 1
  const threads = threadsFor(navigator.hardwareConcurrency || 1)
  for (let helper = 1; helper < threads; helper += 1) {
    try {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })
      const worker = helperWorker()
      // Without it the engine goes on; its failure is not the engine's.
      worker.addEventListener('error', (event) => {
        event.preventDefault()
      })
      worker.postMessage({ module, memory } satisfies Hiring)
      // It is given nothing before it says that it is there.
      enlistHelper(memory, LEAST)
    } catch {
      // There is no room for another: those that are there do.
      return helper
    }
  }
  return Math.max(threads, 1)
}
