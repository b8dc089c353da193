import { Backend } from '../../../pkg/ganvas.js'
import { hireHelpers } from './helpers'
import type { Sentence } from '../shared/sentence'
import type { BackendChoice, BackendInfo } from '../shared/backend'

/** Threads that compute on the CPU, once that has been opened. */
let threads: number | null = null

/** Opens a backend of the engine, whose module this is; on the CPU with helpers, where there can be any. */
export async function openBackend(
  choice: BackendChoice,
  module: WebAssembly.Module,
): Promise<{ backend: Backend; info: BackendInfo }> {
  const backend = await Backend.open(choice)
  const kind = backend.kind as BackendInfo['kind']
  const info = {
    kind,
    adapter: backend.adapter,
    threads: kind === 'cpu' ? (threads ??= hireHelpers(module)) : 1,
    reason: backend.reason === undefined ? null : (JSON.parse(backend.reason) as Sentence),
  }
  return { backend, info }
}
