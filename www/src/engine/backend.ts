import type { Backend } from '../../../pkg/ganvas_webgpu.js'
import {
  type Adapter,
  isAdapter,
  type NoAdapter,
  PATIENCE_SECONDS,
  requestAdapter,
} from '../shared/adapter'
import { type BackendChoice, type BackendInfo, ON_CPU } from '../shared/backend'
import type { Sentence } from '../shared/sentence'
import { asError, NamedError, reason, reasonOf } from './errors'
import { hireHelpers } from './helpers'
import type { CpuWasm, Loaded, Wasm } from './module'

/** Threads that compute on the CPU, once that has been opened. */
let threads: number | null = null

/** Of two engines the one that was opened, and on what. */
export interface OpenedBackend {
  wasm: Wasm
  backend: Backend
  info: BackendInfo
}

type Load = (kind: BackendInfo['kind']) => Promise<Loaded>

/**
 * Opens the backend that is wanted, with the engine that has it; `auto` is WebGPU where a graphics card
 * answers, else the CPU. Rejects with `BackendUnavailable` where WebGPU was asked for and is not to be had.
 */
export async function openBackend(choice: BackendChoice, load: Load): Promise<OpenedBackend> {
  if (choice === 'cpu') return await onCpu(load, null)
  const adapter = await requestAdapter()
  if (choice === 'webgpu') {
    if (!isAdapter(adapter)) throw noWebGpu(adapter)
    return await onGpu(load, adapter)
  }
  if (!isAdapter(adapter)) return await onCpu(load, whyNone(adapter))
  const { isSoftware, name } = adapter
  if (isSoftware) return await onCpu(load, reason('softwareAdapter', { name }))
  try {
    return await onGpu(load, adapter)
  } catch (thrown) {
    const error = asError(thrown)
    if (error.name !== 'BackendUnavailable') throw thrown
    return await onCpu(load, reasonOf(error))
  }
}

/** Why there is no WebGPU, as an error. */
export function noWebGpu(why: NoAdapter): NamedError {
  return NamedError.of('BackendUnavailable', whyNone(why))
}

function whyNone(why: NoAdapter): Sentence {
  return reason(why, { seconds: PATIENCE_SECONDS })
}

async function onCpu(load: Load, why: Sentence | null): Promise<OpenedBackend> {
  const { wasm, module } = await load('cpu')
  const backend = await wasm.Backend.open()
  threads ??= hireHelpers(wasm as unknown as CpuWasm, module)
  return { wasm, backend, info: { ...ON_CPU, threads, reason: why } }
}

async function onGpu(load: Load, { name: adapter }: Adapter): Promise<OpenedBackend> {
  const { wasm } = await load('webgpu')
  const backend = await wasm.Backend.open()
  return { wasm, backend, info: { kind: 'webgpu', adapter, threads: 1, reason: null } }
}
