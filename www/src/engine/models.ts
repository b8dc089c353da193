import * as wasm from '../../../pkg/ganvas.js'
import { download } from './download'
import { NamedError } from './errors'
import type {
  Directions,
  GifOptions,
  ModelHeader,
  ModelInfo,
  ModelSource,
  Numbers,
  PathOptions,
  Points,
  ReadCode,
  WalkOptions,
} from './model'
import type { BackendChoice, BackendInfo, Grid, Progress } from './types'
import { absoluteAddress } from '../shared/address'

/** Larger files are no generators. */
const MOST_BYTES = 320 * 2 ** 20
/** A frame of a GIF should not keep a training waiting for longer. */
const FRAMES_AT_A_TIME = 4

/** What the next build of the engine has. */
type Pictures = wasm.Animation & { addPicture: (grid: wasm.Grid) => void }

/** What the rest of the worker lends. */
export interface Lent {
  /** Work that waits for the training, and that the training waits for. */
  inTurn: <Result>(work: () => Result | Promise<Result>) => Promise<Result>
  /** The averaged generator of the training there is, as a file. */
  trained: () => Promise<Uint8Array>
  /** The address of the page. */
  page: () => string
  copy: (grid: wasm.Grid) => Grid
  opened: (choice: BackendChoice) => Promise<{ backend: wasm.Backend; info: BackendInfo }>
}

/** The worker's half of `ModelEngine`. */
export function modelMethods({ inTurn, trained, page, copy, opened }: Lent) {
  let generator: wasm.Generator | null = null
  let opening = new AbortController()
  let animation = new AbortController()

  function open(): wasm.Generator {
    if (generator) return generator
    throw new NamedError('NotReady', 'There is no generator open yet.')
  }

  async function fetched(address: string, onProgress: Progress, signal: AbortSignal) {
    const href = absoluteAddress(address, page())
    if (href === null) throw new NamedError('DownloadError', `“${address}” is not an address.`)
    const options = { signal, most: MOST_BYTES }
    if (new URL(href).origin === new URL(page()).origin)
      return await download(href, onProgress, options)
    // The browser does not tell scripts that this is why, if it is.
    const advice = 'Its server must let other pages read it (CORS).'
    return await download(href, onProgress, { ...options, advice })
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
        if (signal.aborted) {
          throw new NamedError('Superseded', 'Another choice was made meanwhile.')
        }
        const bytes = loaded ?? (source.kind === 'bytes' ? source.bytes : await trained())
        const { backend, info } = await opened(choice)
        try {
          const other = wasm.Generator.open(backend, name, bytes)
          generator?.free()
          generator = other
          return { header: JSON.parse(other.header()) as ModelHeader, backend: info }
        } finally {
          backend.free()
        }
      })
    },

    latents(_: Progress, [count, seed]: [number, number]): Numbers {
      return own(open().latents(count, seed))
    },

    truncated(_: Progress, [latents, truncation]: [Numbers, number]): Numbers {
      return own(open().truncated(latents, truncation))
    },

    draw(_: Progress, [{ latents, classes }, columns]: [Points, number]): Promise<Grid> {
      return inTurn(async () => copy(await open().draw(latents, classes, columns)))
    },

    along(
      _: Progress,
      [keys, width, parts, options]: [Numbers, number, number[], PathOptions],
    ): Numbers {
      const { spherical, closed } = options
      return own(wasm.along(keys, width, Float32Array.from(parts), spherical, closed))
    },

    walk(_: Progress, [times, options]: [number[], WalkOptions]): Numbers {
      const { seed, start, truncation } = options
      return own(open().walk(seed, start, truncation, Float64Array.from(times)))
    },

    neighbours(
      _: Progress,
      [centre, side, radius, seed]: [Numbers, number, number, number],
    ): Numbers {
      return own(open().neighbours(centre, side, radius, seed))
    },

    arithmetic(_: Progress, [a, b, c]: [Numbers, Numbers, Numbers]): Numbers {
      return own(open().arithmetic(a, b, c))
    },

    directions(): Promise<Directions> {
      return inTurn(async () => {
        const found = await open().directions()
        const answer = { vectors: own(found.vectors()), strengths: own(found.strengths()) }
        found.free()
        return answer
      })
    },

    writeCode(_: Progress, [latent, label]: [Numbers, number | null]): string {
      return open().writeCode(latent, label)
    },

    readCode(_: Progress, [text]: [string]): ReadCode {
      const read = open().readCode(text)
      const answer = { latent: own(read.latent()), label: read.label ?? null }
      read.free()
      return answer
    },

    async gif(
      progress: Progress,
      [{ latents, classes }, { magnify, delay, images, columns }]: [Points, GifOptions],
    ): Promise<Uint8Array<ArrayBuffer>> {
      animation.abort()
      animation = new AbortController()
      const { signal } = animation
      const header = JSON.parse(open().header()) as ModelHeader
      const { height, width } = header.image
      const [dimension, kinds] = [header.latent.dimension, header.labels?.length ?? 0]
      const count = latents.length / dimension
      const rows = Math.ceil(images / columns)
      const file = wasm.Animation.create(width * columns, height * rows, magnify, delay)
      const atATime = images === 1 ? FRAMES_AT_A_TIME : images
      for (let done = 0; done < count; done += atATime) {
        progress(done, count)
        await inTurn(async () => {
          if (signal.aborted) {
            file.free()
            throw new NamedError('Stopped', 'The GIF was not finished.')
          }
          const end = Math.min(done + atATime, count)
          const drawn = await open().draw(
            latents.subarray(done * dimension, end * dimension),
            classes.subarray(done * kinds, end * kinds),
            columns,
          )
          if (images === 1) file.add(drawn)
          else (file as Pictures).addPicture(drawn)
          drawn.free()
        })
        // So that word of a stop gets in.
        await new Promise((resolve) => setTimeout(resolve))
      }
      progress(count, count)
      return own(file.finish())
    },

    stopGif(): void {
      animation.abort()
    },

    closeModel(): void {
      opening.abort()
      animation.abort()
      generator?.free()
      generator = null
    },
  }
}

/** A copy out of the memory of the wasm instance, that can be handed over. */
function own(numbers: Float32Array): Numbers
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer>
function own(array: Float32Array | Uint8Array) {
  return array.slice()
}
