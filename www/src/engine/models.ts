import * as wasm from '../../../pkg/ganvas.js'
import { download } from './download'
import { fault, NamedError, superseded } from './errors'
import { drawingMethods, type Lent as LentForDrawing, type Opened } from './drawing'
import type { ModelHeader, ModelInfo, ModelSource, OpenModel } from './model'
import type { BackendChoice, BackendInfo, Progress } from './types'
import { absoluteAddress } from '../shared/address'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20

/** What the rest of the worker lends. */
export interface Lent extends LentForDrawing {
  /** The averaged generator of the training there is, as a file. */
  trained: () => Promise<Uint8Array>
  /** The address of the page. */
  page: () => string
  opened: (choice: BackendChoice) => Promise<{ backend: wasm.Backend; info: BackendInfo }>
}

/** The worker's half of `ModelEngine`. */
export function modelMethods({ inTurn, trained, page, copy, opened }: Lent) {
  const generators = new Map<number, Opened>()
  let lastKey = 0
  let opening = new AbortController()
  const drawing = drawingMethods({ inTurn, copy })

  function at(key: number): Opened {
    const opened = generators.get(key)
    if (opened) return opened
    throw new NamedError('NotReady', 'This generator is not open.')
  }

  async function fetched(address: string, onProgress: Progress, signal: AbortSignal) {
    const href = absoluteAddress(address, page())
    if (href === null) throw fault('DownloadError', 'notAnAddress', { address })
    const isElsewhere = new URL(href).origin !== new URL(page()).origin
    return await download(href, onProgress, { signal, most: MOST_BYTES, isElsewhere })
  }

  return {
    async openModel(
      progress: Progress,
      [name, source, choice]: [string, ModelSource, BackendChoice],
    ): Promise<ModelInfo> {
      opening.abort()
      opening = new AbortController()
      const { signal } = opening
      // A download does not wait for its turn.
      const loaded =
        source.kind === 'address' ? await fetched(source.address, progress, signal) : null
      return await inTurn(async () => {
        if (signal.aborted) throw superseded()
        const bytes = loaded ?? (source.kind === 'bytes' ? source.bytes : await trained())
        const { backend, info } = await opened(choice)
        try {
          const generator = wasm.Generator.open(backend, name, bytes)
          const header = JSON.parse(generator.header()) as ModelHeader
          const key = ++lastKey
          const animation = new AbortController()
          generators.set(key, { generator, header, animation, isClosed: false })
          return { key, header, backend: info }
        } finally {
          backend.free()
        }
      })
    },

    /** Gives up the opening that is under way. */
    stopOpening(): void {
      opening.abort()
    },

    ofModel(
      progress: Progress,
      [key, method, args]: [number, keyof OpenModel, unknown[]],
    ): unknown {
      const asked = drawing[method] as (
        opened: Opened,
        args: unknown[],
        progress: Progress,
      ) => unknown
      return asked(at(key), args, progress)
    },

    closeModel(_: Progress, [key]: [number]): Promise<void> {
      const opened = generators.get(key)
      generators.delete(key)
      if (opened) end(opened)
      return inTurn(() => {
        opened?.generator.free()
      })
    },

    /** Lets go of all of them; to be called in turn. */
    closeModels(): void {
      opening.abort()
      for (const opened of generators.values()) {
        end(opened)
        opened.generator.free()
      }
      generators.clear()
    },
  }
}

function end(opened: Opened): void {
  opened.isClosed = true
  opened.animation.abort()
}
