import init, * as runtime from '../../../pkg/ganvas_runtime.js'
import type * as engineModule from '../../../pkg/ganvas_webgpu.js'
import type { BackendInfo } from '../shared/backend'
import type { DrawnGrid } from '../shared/picture'
import type { EngineProgram, Opened, Opening } from './calls'

/** The script of an engine. */
export type Engine = typeof engineModule

/** At once by the runtime, later by an engine. */
export type Drawn = DrawnGrid | Promise<DrawnGrid>

/** A generator that is open, in the runtime or in an engine: both have these. */
export type Drawer = Omit<runtime.Generator, 'draw' | 'drawStyled' | 'directions'> & {
  draw(latents: Float32Array, classes: Float32Array, columns: number): Drawn
  drawStyled(
    latents: Float32Array,
    classes: Float32Array,
    others: Float32Array,
    ownLayers: Uint32Array,
    columns: number,
  ): Drawn
  directions(): runtime.Directions | Promise<runtime.Directions>
}

/** A generator, and what draws it. */
export interface Program {
  drawer: Drawer
  along: typeof runtime.along
  backend: Opened['backend']
}

/** Opens a generator's file with the program that is to draw it. */
export async function openProgram({ name, bytes, program }: Opening): Promise<Program> {
  if (program.kind === 'engine') return await openInEngine(name, bytes, program)
  await init({ module_or_path: program.module })
  return { drawer: runtime.Generator.open(name, bytes), along: runtime.along, backend: null }
}

async function openInEngine(
  name: string,
  bytes: Uint8Array,
  program: EngineProgram,
): Promise<Program> {
  const engine = await startEngine(program)
  const backend = await engine.Backend.open()
  try {
    const drawer = engine.DeviceGenerator.open(backend, name, bytes)
    const kind = backend.kind as BackendInfo['kind']
    return { drawer, along: engine.along, backend: { kind, adapter: program.adapter } }
  } finally {
    backend.free()
  }
}

/** The engine's script, with its module at work. */
export async function startEngine({ script, module, deferred }: EngineProgram): Promise<Engine> {
  // Not bundled: it lies beside, and most never need it.
  const engine = (await import(/* @vite-ignore */ script)) as Engine
  if (deferred !== null) engine.placeDeferred(deferred)
  await engine.default({ module_or_path: module })
  return engine
}
