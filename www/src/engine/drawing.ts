import * as wasm from '../../../pkg/ganvas.js'
import { NamedError, superseded } from './errors'
import type {
  Directions,
  ModelHeader,
  Numbers,
  OpenModel,
  PathOptions,
  ReadCode,
  WalkOptions,
} from './model'
import type { Grid, Progress } from './types'

/** A frame of a GIF should not keep a training waiting for longer. */
const FRAMES_AT_A_TIME = 4

/** A generator that the worker has open. */
export interface Opened {
  generator: wasm.Generator
  header: ModelHeader
  /** The GIF that is under way. */
  animation: AbortController
  isClosed: boolean
}

/** What the rest of the worker lends. */
export interface Lent {
  /** Work that waits for the training, and that the training waits for. */
  inTurn: <Result>(work: () => Result | Promise<Result>) => Promise<Result>
  copy: (grid: wasm.Grid) => Grid
}

type Methods = {
  [Method in keyof OpenModel]: (
    opened: Opened,
    args: Parameters<OpenModel[Method]>,
    progress: Progress,
  ) => Awaited<ReturnType<OpenModel[Method]>> | ReturnType<OpenModel[Method]>
}

/** The worker's half of `OpenModel`. */
export function drawingMethods({ inTurn, copy }: Lent): Methods {
  /** Work for a generator, if that is still open when its turn has come. */
  function forOpen<Result>(opened: Opened, work: () => Promise<Result>): Promise<Result> {
    return inTurn(() => {
      if (opened.isClosed) throw superseded()
      return work()
    })
  }

  return {
    latents: ({ generator }, [count, seed]) => own(generator.latents(count, seed)),

    truncated: ({ generator }, [latents, truncation]) =>
      own(generator.truncated(latents, truncation)),

    draw: (opened, [{ latents, classes }, columns]) =>
      forOpen(opened, async () => copy(await opened.generator.draw(latents, classes, columns))),

    along: (
      _,
      [keys, width, parts, { spherical, closed }]: [Numbers, number, number[], PathOptions],
    ) => own(wasm.along(keys, width, Float32Array.from(parts), spherical, closed)),

    walk: ({ generator }, [times, { seed, start, truncation }]: [number[], WalkOptions]) =>
      own(generator.walk(seed, start, truncation, Float64Array.from(times))),

    neighbours: ({ generator }, [centre, side, radius, seed]) =>
      own(generator.neighbours(centre, side, radius, seed)),

    arithmetic: ({ generator }, [a, b, c]) => own(generator.arithmetic(a, b, c)),

    directions: (opened) =>
      forOpen(opened, async (): Promise<Directions> => {
        const found = await opened.generator.directions()
        const answer = { vectors: own(found.vectors()), strengths: own(found.strengths()) }
        found.free()
        return answer
      }),

    writeCode: ({ generator }, [latent, label]) => generator.writeCode(latent, label),

    readCode({ generator }, [text]): ReadCode {
      const read = generator.readCode(text)
      const answer = { latent: own(read.latent()), label: read.label ?? null }
      read.free()
      return answer
    },

    async gif(opened, [{ latents, classes }, { magnify, delay, images, columns }], progress) {
      opened.animation.abort()
      opened.animation = new AbortController()
      const { signal } = opened.animation
      const { image, latent, labels } = opened.header
      const [dimension, kinds] = [latent.dimension, labels?.length ?? 0]
      const count = latents.length / dimension
      const rows = Math.ceil(images / columns)
      const file = wasm.Animation.create(image.width * columns, image.height * rows, magnify, delay)
      const atATime = images === 1 ? FRAMES_AT_A_TIME : images
      for (let done = 0; done < count; done += atATime) {
        progress(done, count)
        await inTurn(async () => {
          if (signal.aborted) {
            file.free()
            throw new NamedError('Stopped', 'The GIF was not finished.')
          }
          const end = Math.min(done + atATime, count)
          const drawn = await opened.generator.draw(
            latents.subarray(done * dimension, end * dimension),
            classes.subarray(done * kinds, end * kinds),
            columns,
          )
          if (images === 1) file.add(drawn)
          else file.addPicture(drawn)
          drawn.free()
        })
        // So that word of a stop gets in.
        await new Promise((resolve) => setTimeout(resolve))
      }
      progress(count, count)
      return own(file.finish())
    },

    stopGif(opened) {
      opened.animation.abort()
    },
  }
}

/** A copy out of the memory of the wasm instance, that can be handed over. */
function own(numbers: Float32Array): Numbers
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer>
function own(array: Float32Array | Uint8Array) {
  return array.slice()
}
