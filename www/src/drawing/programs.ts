import type { BackendChoice } from '../shared/backend'
import { type FaultError, request } from '../shared/download'
import type { EngineProgram, RuntimeProgram } from './calls'

/** Where the programs lie that draw, and how it is said that one cannot be had. */
export interface Programs {
  /** The WebAssembly that draws on the CPU. */
  runtime: string
  /** The whole engine, script and WebAssembly. */
  engine: string
  engineModule: string
  /** What the engine fetches when something of it is called. */
  engineDeferred: string
  notFetched: (address: string) => FaultError
  notCompiled: (cause: string) => Error
}

/** What draws on the CPU. */
export async function runtimeProgram(programs: Programs): Promise<RuntimeProgram> {
  return { kind: 'runtime', module: await compiled(programs.runtime, programs) }
}

/** The whole engine, for WebGPU or for what only it can do. */
export async function engineProgram(
  programs: Programs,
  backend: BackendChoice,
): Promise<EngineProgram> {
  const { engine: script, engineModule, engineDeferred: deferred } = programs
  const module = await compiled(engineModule, programs)
  return { kind: 'engine', backend, script, module, deferred }
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

/** As long as the engine waits for WebGPU: some drivers never answer. */
const PATIENCE_MILLISECONDS = 10_000

/** Whether this browser lends a graphics card, or something that passes for one. */
export async function hasWebGpu(): Promise<boolean> {
  const silence = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MILLISECONDS, null)
  })
  try {
    const { gpu } = navigator as { gpu?: GPU }
    return Boolean(await Promise.race([gpu?.requestAdapter(), silence]))
  } catch {
    return false
  }
}

interface GPU {
  requestAdapter(): Promise<object | null>
}
