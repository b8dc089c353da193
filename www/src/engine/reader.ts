/// <reference lib="webworker" />
import init, { ImportFiles } from '../../../pkg/ganvas_reader.js'
import { asError } from './errors'
import type { Imported, ImportReply, ImportRequest } from './import'

declare const self: DedicatedWorkerGlobalScope

/** One import and then it is over: what hostile files leave in its memory goes with it. */
async function read({ files, key, spec }: ImportRequest): Promise<Imported> {
  await init()
  const given = new ImportFiles()
  for (const { name, bytes } of files) given.add(name, bytes)
  const model = given.import(key ?? undefined, spec ?? undefined)
  const {
    format,
    assumed,
    spec: stated,
  } = JSON.parse(model.report()) as Omit<Imported, 'bytes' | 'spec'> & { spec: unknown }
  const bytes = model.file().slice()
  return { bytes, format, assumed, spec: JSON.stringify(stated, null, 2) }
}

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  const answer = async () => {
    let reply: ImportReply
    try {
      reply = { imported: await read(event.data) }
    } catch (thrown) {
      const { name, message } = asError(thrown)
      reply = { error: { name, message } }
    }
    self.postMessage(reply, reply.imported ? [reply.imported.bytes.buffer] : [])
  }
  void answer()
})
