import type * as cpu from '../../../pkg/ganvas_cpu.js'
import type * as webgpu from '../../../pkg/ganvas_webgpu.js'
import type { BackendInfo } from '../shared/backend'
import { download } from './download'
import { engineDeferred, engineModule, type Places } from './places'
import type { Progress } from './types'

type Kind = BackendInfo['kind']

/** The script of an engine: both have these. */
export type Wasm = typeof webgpu
/** What only the CPU's has: it can be helped. */
export type CpuWasm = typeof cpu

/** An engine's script with its module at work. */
export interface Loaded {
  wasm: Wasm
  module: WebAssembly.Module
}

const SCRIPTS = {
  cpu: () => import('../../../pkg/ganvas_cpu.js') as Promise<unknown> as Promise<Wasm>,
  webgpu: () => import('../../../pkg/ganvas_webgpu.js'),
}

/** Each is fetched and compiled once a thread. */
const loaded = new Map<Kind, Promise<Loaded>>()

/** The engine that computes on the CPU, or the one for WebGPU. */
export function loadEngine(kind: Kind, places: Places, onProgress: Progress): Promise<Loaded> {
  const known = loaded.get(kind)
  if (known) return known
  const loading = load(kind, places, onProgress)
  loaded.set(kind, loading)
  loading.catch(() => loaded.delete(kind))
  return loading
}

async function load(kind: Kind, places: Places, onProgress: Progress): Promise<Loaded> {
  const address = places[kind] ?? engineModule(kind)
  const [wasm, bytes] = await Promise.all([SCRIPTS[kind](), download(address, onProgress)])
  const module = await WebAssembly.compile(bytes)
  if (kind === 'webgpu') wasm.placeDeferred(places.deferred ?? engineDeferred())
  await wasm.default({ module_or_path: module })
  return { wasm, module }
}
