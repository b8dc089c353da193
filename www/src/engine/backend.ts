import type { Backend } from '../../../pkg/ganvas_webgpu.js'
import {
  type Adapter,
  isAdapter,
  type NoAdapter,
  PATIENCE_SECONDS,
  requestAdapter,
} from '../shared/adapter'
import type { BackendChoice, BackendInfo } from '../shared/backend'
import type { Sentence } from '../shared/sentence'
import { asError, fault, NamedError, reason, reasonOf } from './errors'
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
  const why = whyNot(adapter)
  if (why !== null || !isAdapter(adapter)) return await onCpu(load, why)
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
  return fault('BackendUnavailable', why, { seconds: PATIENCE_SECONDS })
}

/** Why WebGPU is not taken where it is open to choice. */
function whyNot(adapter: Adapter | NoAdapter): Sentence | null {
  if (!isAdapter(adapter)) return reason(adapter, { seconds: PATIENCE_SECONDS })
  return adapter.isSoftware ? reason('softwareAdapter', { name: adapter.name }) : null
}

async function onCpu(load: Load, why: Sentence | null): Promise<OpenedBackend> {
  const { wasm, module } = await load('cpu')
  const backend = await wasm.Backend.open()
  threads ??= hireHelpers(wasm as unknown as CpuWasm, module)
  return { wasm, backend, info: { ...ON_CPU, threads, reason: why } }
}

const ON_CPU = { kind: 'cpu', adapter: 'WebAssembly SIMD' } as const

async function onGpu(load: Load, { name: adapter }: Adapter): Promise<OpenedBackend> {
  const { wasm } = await load('webgpu')
  const backend = await wasm.Backend.open()
  return { wasm, backend, info: { kind: 'webgpu', adapter, threads: 1, reason: null } }
}
