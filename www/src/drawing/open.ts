import type { Client } from '../calls/client'
import { isAdapter, requestAdapter } from '../shared/adapter'
import type { BackendChoice } from '../shared/backend'
import type { DrawingCalls, Opened } from './calls'
import { type Programs, runtimeProgram, webgpuProgram } from './programs'

/** Bytes from which on a generator is too large for the CPU to draw while one watches. */
const HEAVY_BYTES = 24e6

/** A generator's file, and what is wished to draw it: `auto` is the CPU, and WebGPU for large ones. */
export interface Wanted {
  /** What errors call it. */
  name: string
  bytes: Promise<Uint8Array<ArrayBuffer>>
  backend: BackendChoice
}

/**
 * Has a generator opened by whoever answers, until that is ended. All that is needed is fetched at once,
 * and the file handed over.
 */
export async function openWith(
  answering: Client<DrawingCalls> | Promise<Client<DrawingCalls>>,
  { name, bytes: coming, backend }: Wanted,
  programs: Programs,
): Promise<Opened> {
  const isGpu = backend === 'webgpu'
  const [bytes, client, program] = await Promise.all([
    coming,
    answering,
    isGpu ? webgpuProgram(programs) : runtimeProgram(programs),
  ])
  if (backend === 'auto' && bytes.length > HEAVY_BYTES) {
    const adapter = await requestAdapter()
    try {
      if (isAdapter(adapter) && !adapter.isSoftware) {
        const gpu = await webgpuProgram(programs, adapter)
        return await client.ask('open', [{ name, bytes, program: gpu }])
      }
    } catch {
      // Then the CPU draws, in its own time.
    }
  }
  return await client.ask('open', [{ name, bytes, program }], [bytes.buffer])
}
