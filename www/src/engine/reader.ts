/// <reference lib="webworker" />
import init, { ImportFiles } from '../../../pkg/ganvas_reader.js'
import { failureOf } from './errors'
import type { Imported, ImportReply, ImportRequest } from './import'

declare const self: DedicatedWorkerGlobalScope

function read(given: ImportFiles, { key, spec }: ImportRequest): Imported {
  const model = given.import(key ?? undefined, spec ?? undefined)
  const {
    format,
    assumed,
    spec: stated,
  } = JSON.parse(model.report()) as Omit<Imported, 'bytes' | 'spec'> & { spec: unknown }
  // A copy already, of the module's memory.
  const bytes = model.file() as Imported['bytes']
  return { bytes, format, assumed, spec: JSON.stringify(stated, null, 2) }
}

/** What is known of layers and tensors that could not be imported. */
function known(given: ImportFiles | null, key: string | null): string | null {
  try {
    return given?.outline(key ?? undefined) ?? null
  } catch {
    // Out of memory, as the import was.
    return null
  }
}

/** One import and then it is over: what hostile files leave in its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  const answer = async () => {
    let reply: ImportReply
    let given: ImportFiles | null = null
    try {
      await init()
      given = new ImportFiles()
      for (const { name, bytes } of event.data.files) given.add(name, bytes)
      reply = { imported: read(given, event.data) }
    } catch (thrown) {
      const spec = event.data.spec ?? known(given, event.data.key)
      reply = { error: { ...failureOf(thrown), spec } }
    }
    self.postMessage(reply, reply.imported ? [reply.imported.bytes.buffer] : [])
  }
  void answer()
})
