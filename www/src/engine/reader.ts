/// <reference lib="webworker" />
import init, { ImportFiles } from '../../../pkg/ganvas_reader.js'
import { taken } from '../shared/picture'
import { failureOf } from './errors'
import type { Imported, ImportReply, ImportRequest, ImportSource, Proposal } from './import'

declare const self: DedicatedWorkerGlobalScope

/** Images side by side of one proposal: eight make two rows. */
const COLUMNS = 4

/** What the module says of an import, and of a proposal. */
type Report = Pick<Imported, 'format' | 'assumed'> & { says_layers: boolean; spec: unknown }
type ProposalReport = Omit<Proposal, 'spec' | 'images'> & { spec: unknown }

function generator(given: ImportFiles, { key, spec }: ImportSource): Imported {
  const model = given.import(key ?? undefined, spec ?? undefined)
  const { says_layers: saysLayers, spec: stated, ...rest } = JSON.parse(model.report()) as Report
  // A copy already, of the module's memory.
  const bytes = model.file() as Imported['bytes']
  return { ...rest, bytes, saysLayers, spec: written(stated) }
}

function proposals(given: ImportFiles, { key, spec }: ImportSource): Proposal[] {
  const all = given.proposals(key ?? undefined, spec ?? undefined)
  const reports = JSON.parse(all.report()) as ProposalReport[]
  return reports.flatMap(({ spec: stated, ...rest }, at) => {
    const images = all.images(at, COLUMNS)
    return images ? [{ ...rest, spec: written(stated), images: taken(images) }] : []
  })
}

/** A SPEC.json as people read it. */
function written(spec: unknown): string {
  return JSON.stringify(spec, null, 2)
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

/** One answer and then it is over: what hostile files leave in its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  const answer = async () => {
    const request = event.data
    let reply: ImportReply
    let given: ImportFiles | null = null
    try {
      await init()
      given = new ImportFiles()
      for (const { name, bytes } of request.files) given.add(name, bytes)
      const read = request.wanted === 'generator' ? generator : proposals
      reply = { answer: read(given, request) }
    } catch (thrown) {
      const spec = request.spec ?? known(given, request.key)
      reply = { error: { ...failureOf(thrown), spec } }
    }
    self.postMessage(reply, buffersOf(reply))
  }
  void answer()
})

/** What is handed over, not copied. */
function buffersOf({ answer }: ImportReply): ArrayBuffer[] {
  if (!answer) return []
  return Array.isArray(answer)
    ? answer.map(({ images }) => images.rgba.buffer)
    : [answer.bytes.buffer]
}
