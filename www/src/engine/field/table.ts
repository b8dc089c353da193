import type { DataSet } from '../../../../pkg/ganvas_webgpu.js'
import { asError, fault } from '../errors'
import type { Wasm } from '../module'
import type { Progress, TableSource } from '../types'

/** The data set in a table as text (CSV), packed by gzip or not. */
export async function readTable(
  wasm: Wasm,
  { name, file }: TableSource,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<DataSet> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isGzip = start[0] === 0x1f && start[1] === 0x8b
  const stream = file.stream()
  const plain = isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
  const reader = plain.getReader()
  const table = new wasm.TableReader(name)
  try {
    let bytes = 0
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await reader.read().catch((thrown: unknown) => {
        throw fault('DataError', 'tableUnreadable', { name, cause: asError(thrown).message })
      })
      if (done) return table.finish()
      table.push(value)
      bytes += value.length
      onProgress(bytes, isGzip ? null : file.size)
    }
  } finally {
    table.free()
    await reader.cancel().catch(() => undefined)
  }
}
