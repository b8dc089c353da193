import { request } from '../download'
import { Failure } from '../failure'

const modules = new Map<string, Promise<WebAssembly.Module>>()

/** A WebAssembly file, fetched and compiled once for all widgets of the page. */
export function compiled(address: string): Promise<WebAssembly.Module> {
  const known = modules.get(address)
  if (known) return known
  const compiling = compile(address)
  modules.set(address, compiling)
  compiling.catch(() => modules.delete(address))
  return compiling
}

async function compile(address: string): Promise<WebAssembly.Module> {
  const response = await request(address)
  // Servers that do not know the type are forgiven.
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm') === true
  try {
    return isTyped
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer())
  } catch (thrown) {
    throw new Failure('RuntimeError', 'noRuntime', { cause: String(thrown) })
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
