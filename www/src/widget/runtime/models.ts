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
  #directions: Promise<Numbers> | null = null

  constructor(header: Header, client: Client) {
    this.header = header
    this.#client = client
  }

  /** Whether what draws it has ended. */
  get isGone(): boolean {
    return this.#client.isOver
  }

  latents(count: number, seed: number, truncation: number): Promise<Numbers> {
    return this.#client.call('latents', [count, seed, truncation])
  }

  /** Worked out once. */
  directions(): Promise<Numbers> {
    if (this.#directions) return this.#directions
    const found = this.#client.call('directions', [])
    this.#directions = found
    // Whoever asks after a failure tries again.
    found.catch(() => {
      this.#directions = null
    })
    return found
  }

  draw(way: Way, columns: number): Promise<Picture> {
    return this.#client.call('draw', [way, columns])
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
  model: Promise<Model>
  users: number
  stop: AbortController
  heard: Set<OnProgress>
}

const shared = new Map<string, Shared>()

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
      if (entry.users > 0) return
      forget(id, entry)
      entry.stop.abort()
    },
  }
}

function begin(id: string, choice: Choice): Shared {
  const stop = new AbortController()
  const heard = new Set<OnProgress>()
  const onProgress: OnProgress = (loaded, total) => {
    for (const each of heard) each(loaded, total)
  }
  const model = open(choice, onProgress, stop.signal, () => {
    forget(id, entry)
  })
  const entry: Shared = { model, users: 0, stop, heard }
  shared.set(id, entry)
  // A failure is told to those who wait; whoever comes later tries again.
  model.catch(() => {
    forget(id, entry)
    stop.abort()
  })
  return entry
}

function forget(id: string, entry: Shared): void {
  if (shared.get(id) === entry) shared.delete(id)
}

/**
 * All that is needed is fetched at once. Each generator has a worker of its own, so that none waits for
 * a slow one, and one that nobody wants any more ends whatever it is at: when `signal` is aborted.
 */
async function open(
  { address, name, backend }: Choice,
  onProgress: OnProgress,
  signal: AbortSignal,
  onCrash: () => void,
): Promise<Model> {
  if (backend === 'webgpu' && !(await hasWebGpu())) {
    throw new Failure('BackendUnavailable', 'noWebGpu')
  }
  const [bytes, program, client] = await Promise.all([
    download(address, onProgress, signal),
    backend === 'webgpu' ? engineProgram() : cpuProgram(),
    start(signal, onCrash),
  ])
  signal.throwIfAborted()
  if (backend === 'auto' && bytes.length > HEAVY_BYTES && (await hasWebGpu())) {
    try {
      const header = await client.call('open', [{ name, bytes, program: await engineProgram() }])
      return new Model(header, client)
    } catch {
      // Then the CPU draws, in its own time.
    }
    signal.throwIfAborted()
  }
  const header = await client.call('open', [{ name, bytes, program }], [bytes.buffer])
  return new Model(header, client)
}

async function cpuProgram(): Promise<Opening['program']> {
  return { kind: 'cpu', module: await compiled(whereAssetsLie().runtime) }
}

async function engineProgram(): Promise<Opening['program']> {
  const { engine, engineModule, engineDeferred } = whereAssetsLie()
  const module = await compiled(engineModule)
  return { kind: 'webgpu', script: engine, module, deferred: engineDeferred }
}

/** What draws, until `signal` is aborted. */
async function start(signal: AbortSignal, onCrash: () => void): Promise<Client> {
  const client = new Client(await spawn(whereAssetsLie().worker), onCrash)
  const end = () => {
    client.end()
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return client
}
