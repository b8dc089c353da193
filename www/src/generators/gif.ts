import type { EngineProgram, GifOptions, StudioCalls } from '../drawing/calls'
import type { StudioWay } from '../drawing/way'
import { NamedError } from '../engine/errors'
import type { Progress } from '../engine/types'

export interface GifHooks {
  onProgress?: Progress | undefined
  /** Once it is to stop, it ends between two frames, and rejects with `Stopped`. */
  isStopped: () => boolean
}

/** An animated GIF: it is asked for part by part, so that other frames come in between. */
export async function writeGif(
  calls: StudioCalls,
  engine: Promise<EngineProgram>,
  parts: readonly StudioWay[],
  options: GifOptions,
  { onProgress, isStopped }: GifHooks,
): Promise<Uint8Array<ArrayBuffer>> {
  const throwIfStopped = () => {
    if (isStopped()) throw new NamedError('Stopped', 'The GIF was not finished.')
  }
  const program = await engine
  throwIfStopped()
  const gif = await calls.beginGif(program, options)
  try {
    for (const [done, part] of parts.entries()) {
      onProgress?.(done, parts.length)
      throwIfStopped()
      await calls.addToGif(gif, part)
    }
    throwIfStopped()
    onProgress?.(parts.length, parts.length)
    return await calls.finishGif(gif)
  } catch (thrown) {
    // Of one that another has replaced nothing is left, and of a worker that is gone neither.
    await calls.dropGif(gif).catch(() => undefined)
    throw thrown
  }
}
