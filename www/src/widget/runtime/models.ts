import { whereAssetsLie } from '../assets'
import { download, type OnProgress } from '../download'
import { Failure } from '../failure'
import type { WidgetBackend } from '../options'
import { Client } from './client'
import { compiled, hasWebGpu } from './programs'
import type { Header, Numbers, Opening, Picture, Way } from './protocol'
import { spawn } from './spawn'

/** Bytes from which on a generator is too large for the CPU to draw while one watches. */
const HEAVY_BYTES = 24e6

/** A generator that is open. */
export class Model {
  readonly header: Header
  readonly #client: Client
  readonly #key: number
  #directions: Promise<Numbers> | null = null

  constructor(header: Header, client: Client, key: number) {
    this.header = header
    this.#client = client
    this.#key = key
  }

  latents(count: number, seed: number, truncation: number): Promise<Numbers> {
    return this.#client.call('latents', [this.#key, count, seed, truncation])
  }

  /** Worked out once. */
  directions(): Promise<Numbers> {
    return (this.#directions ??= this.#client.call('directions', [this.#key]))
  }

  draw(way: Way, columns: number): Promise<Picture> {
    return this.#client.call('draw', [this.#key, way, columns])
  }
}

/** A generator that somebody wants: open until the last of them lets go. */
export interface Hold {
  model: Promise<Model>
  release(): void
}

/** Which generator, and what is to draw it. */
export interface Choice {
  address: string
  /** What errors call it. */
  name: string
  backend: WidgetBackend
}

interface Shared {
  key: number
  model: Promise<Model>
  users: number
  stop: AbortController
  heard: Set<OnProgress>
}

const shared = new Map<string, Shared>()
let client: Promise<Client> | null = null
let lastKey = 0

/** Opens the generator at an address, or joins those who have it open. */
export function hold(choice: Choice, onProgress: OnProgress): Hold {
  const id = JSON.stringify([choice.address, choice.backend])
  const entry = shared.get(id) ?? begin(id, choice)
  entry.users += 1
  entry.heard.add(onProgress)
  let isHeld = true
  return {
    model: entry.model,
    release() {
      if (!isHeld) return
      isHeld = false
      entry.heard.delete(onProgress)
      entry.users -= 1
      if (entry.users === 0) end(id, entry)
    },
  }
}

function begin(id: string, choice: Choice): Shared {
  const stop = new AbortController()
  const heard = new Set<OnProgress>()
  const key = ++lastKey
  const onProgress: OnProgress = (loaded, total) => {
    for (const each of heard) each(loaded, total)
  }
  const model = open(key, choice, onProgress, stop.signal)
  const entry: Shared = { key, model, users: 0, stop, heard }
  shared.set(id, entry)
  // A failure is told to those who wait; whoever comes later tries again.
  model.catch(() => {
    if (shared.get(id) === entry) shared.delete(id)
    endIfUnused()
  })
  return entry
}

function end(id: string, entry: Shared): void {
  if (shared.get(id) === entry) shared.delete(id)
  entry.stop.abort()
  const close = async () => {
    await (await client)?.call('close', [entry.key])
  }
  close()
    .catch(() => undefined)
    .finally(endIfUnused)
}

/** With nothing open there need be no worker. */
function endIfUnused(): void {
  if (shared.size > 0) return
  const last = client
  client = null
  last?.then(
    (client) => {
      client.end()
    },
    () => undefined,
  )
}

/** All that is needed is fetched at once. */
async function open(
  key: number,
  { address, name, backend }: Choice,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Model> {
  if (backend === 'webgpu' && !(await hasWebGpu())) {
    throw new Failure('BackendUnavailable', 'noWebGpu')
  }
  const [bytes, program, client] = await Promise.all([
    download(address, onProgress, signal),
    backend === 'webgpu' ? engineProgram() : cpuProgram(),
    theClient(),
  ])
  signal.throwIfAborted()
  if (backend === 'auto' && bytes.length > HEAVY_BYTES && (await hasWebGpu())) {
    try {
      const header = await client.call('open', [
        key,
        { name, bytes, program: await engineProgram() },
      ])
      return new Model(header, client, key)
    } catch {
      // Then the CPU draws, in its own time.
    }
    signal.throwIfAborted()
  }
  const header = await client.call('open', [key, { name, bytes, program }], [bytes.buffer])
  return new Model(header, client, key)
}

async function cpuProgram(): Promise<Opening['program']> {
  return { kind: 'cpu', module: await compiled(whereAssetsLie().runtime) }
}

async function engineProgram(): Promise<Opening['program']> {
  const { engine, engineModule, engineDeferred } = whereAssetsLie()
  const module = await compiled(engineModule)
  return { kind: 'webgpu', script: engine, module, deferred: engineDeferred }
}

function theClient(): Promise<Client> {
  if (client) return client
  const starting = spawn(whereAssetsLie().worker).then((line) => {
    const made = new Client(line)
    made.onOver = () => {
      if (client !== starting) return
      client = null
      shared.clear()
    }
    return made
  })
  client = starting
  starting.catch(() => {
    if (client === starting) client = null
  })
  return starting
}
