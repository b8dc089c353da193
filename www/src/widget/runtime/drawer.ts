import init, * as runtime from '../../../../pkg/ganvas_runtime.js'
import type * as engineModule from '../../../../pkg/ganvas.js'
import type { EngineProgram, Opening } from './protocol'

type Engine = typeof engineModule

/** A generator that is open, in the runtime or in the whole engine: both have these. */
export type Drawer = Pick<
  runtime.Generator,
  'header' | 'latents' | 'truncated' | 'walk' | 'free'
> & {
  draw(latents: Float32Array, classes: Float32Array, columns: number): MaybePromise<runtime.Grid>
  directions(): MaybePromise<runtime.Directions>
}

type MaybePromise<Value> = Value | Promise<Value>

export interface Opened {
  drawer: Drawer
  along: typeof runtime.along
}

/** Opens a generator's file with the program that is to draw it. */
export async function openDrawer({ name, bytes, program }: Opening): Promise<Opened> {
  if (program.kind === 'webgpu') return await openInEngine(name, bytes, program)
  await init({ module_or_path: program.module })
  return { drawer: runtime.Generator.open(name, bytes), along: runtime.along }
}

async function openInEngine(
  name: string,
  bytes: Uint8Array,
  { script, module, deferred }: EngineProgram,
): Promise<Opened> {
  // Not bundled: it lies beside, and most never need it.
  const engine = (await import(/* @vite-ignore */ script)) as Engine
  engine.placeDeferred(deferred)
  await engine.default({ module_or_path: module })
  const backend = await engine.Backend.open('webgpu')
  try {
    return { drawer: engine.Generator.open(backend, name, bytes), along: engine.along }
  } finally {
    backend.free()
  }
}
