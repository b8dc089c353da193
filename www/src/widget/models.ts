import { Client, type Troubles } from '../calls/client'
import type { DrawingCalls, Picture } from '../drawing/calls'
import type { Header } from '../drawing/header'
import { openWith } from '../drawing/open'
import type { Programs } from '../drawing/programs'
import type { Way } from '../drawing/way'
import type { Numbers } from '../shared/numbers'
import { whereAssetsLie } from './assets'
import { download, errorOf, type OnProgress } from './download'
import { Failure } from './failure'
import type { WidgetBackend } from './options'
import { spawn } from './spawn'

/** A generator that is open. */
export class Model {
  readonly header: Header
  readonly #client: Client<DrawingCalls>
  #directions: Promise<Numbers> | null = null

  constructor(header: Header, client: Client<DrawingCalls>) {
    this.header = header
    this.#client = client
  }

  /** Whether what draws it has ended. */
  get isGone(): boolean {
    return this.#client.ended !== null
  }

  /** The first latents of a seed. */
  async latents(count: number, seed: number, truncation: number): Promise<Numbers> {
    const classes = new Float32Array()
    const way: Way = { kind: 'samples', seed, first: 0, count, truncation, classes }
    return (await this.#client.ask('points', [way])).latents
  }

  /** Directions of length 1, one after another; worked out once. */
  directions(): Promise<Numbers> {
    if (this.#directions) return this.#directions
    const found = this.#client.ask('directions', []).then(({ vectors }) => vectors)
    this.#directions = found
    // Whoever asks after a failure tries again.
    found.catch(() => {
      this.#directions = null
    })
    return found
  }

  draw(way: Way, columns: number): Promise<Picture> {
    return this.#client.ask('draw', [way, columns])
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
 * Each generator has a worker of its own, so that none waits for a slow one, and one that nobody wants
 * any more ends whatever it is at: when `signal` is aborted.
 */
async function open(
  { address, name, backend }: Choice,
  onProgress: OnProgress,
  signal: AbortSignal,
  onCrash: () => void,
): Promise<Model> {
  const bytes = download(address, onProgress, signal)
  const client = start(signal, onCrash)
  const { header } = await openWith(client, { name, bytes, backend }, programs())
  return new Model(header, await client)
}

const TROUBLES: Troubles = {
  failed: ({ name, message }) => Object.assign(new Error(message), { name }),
  crashed: () => new Failure('RuntimeError', 'crashed'),
}

function programs(): Programs {
  const { runtime, engine, engineModule, engineDeferred } = whereAssetsLie()
  return {
    runtime,
    webgpu: { script: engine, module: engineModule, deferred: engineDeferred },
    notFetched: errorOf,
    notCompiled: (cause) => new Failure('RuntimeError', 'noRuntime', { cause }),
    noWebGpu: () => new Failure('BackendUnavailable', 'noWebGpu'),
  }
}

/** What draws, until `signal` is aborted. */
async function start(signal: AbortSignal, onCrash: () => void): Promise<Client<DrawingCalls>> {
  const line = await spawn(whereAssetsLie().worker)
  const client = new Client<DrawingCalls>(() => line, TROUBLES, { onCrash })
  client.connect()
  const end = () => {
    client.end(new Failure('RuntimeError', 'crashed'))
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return client
}
