import { type Adapter, isAdapter, type NoAdapter, requestAdapter } from '../shared/adapter'
import { type FaultError, request } from '../shared/download'
import type { EngineProgram, RuntimeProgram } from './calls'

/** Where an engine lies: its script and its WebAssembly. */
export interface EngineFiles {
  script: string
  module: string
  /** What the module fetches when something of it is called; null where it is in one piece. */
  deferred: string | null
}

/** Where the programs lie that draw, and how it is said that one cannot be had. */
export interface Programs {
  /** The WebAssembly that draws on the CPU. */
  runtime: string
  /** The engine for WebGPU. */
  webgpu: EngineFiles
  notFetched: (address: string) => FaultError
  notCompiled: (cause: string) => Error
  noWebGpu: (why: NoAdapter) => Error
}

/** What draws on the CPU. */
export async function runtimeProgram(programs: Programs): Promise<RuntimeProgram> {
  return { kind: 'runtime', module: await compiled(programs.runtime, programs) }
}

/** What draws by WebGPU, for the adapter that there is. */
export async function webgpuProgram(programs: Programs, known?: Adapter): Promise<EngineProgram> {
  const adapter = known ?? (await requestAdapter())
  if (!isAdapter(adapter)) throw programs.noWebGpu(adapter)
  return await engineProgram(programs, programs.webgpu, adapter.name)
}

/** An engine, for what only engines can do. */
export async function engineProgram(
  programs: Programs,
  { script, module, deferred }: EngineFiles,
  adapter: string,
): Promise<EngineProgram> {
  return { kind: 'engine', adapter, script, module: await compiled(module, programs), deferred }
}

const modules = new Map<string, Promise<WebAssembly.Module>>()

/** A WebAssembly file, fetched and compiled once for all generators of the page. */
function compiled(address: string, programs: Programs): Promise<WebAssembly.Module> {
  const known = modules.get(address)
  if (known) return known
  const compiling = compile(address, programs)
  modules.set(address, compiling)
  compiling.catch(() => modules.delete(address))
  return compiling
}

async function compile(
  address: string,
  { notFetched, notCompiled }: Programs,
): Promise<WebAssembly.Module> {
  const response = await request(address, notFetched(address), null)
  // Servers that do not know the type are forgiven.
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm') === true
  try {
    return isTyped
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer())
  } catch (thrown) {
    throw notCompiled(String(thrown))
  }
}
