/** Where the engine's files lie in the npm package, in place of `www/src/engine/places.ts`. */

export type { Places } from '../../www/src/engine/places'

export function engineWorker(): Worker {
  // Only an address that is written out here is seen by bundlers.
  return started(
    'ganvas-engine',
    new URL('./ganvas-worker.js', import.meta.url),
    () =>
      new Worker(new URL('./ganvas-worker.js', import.meta.url), {
        type: 'module',
        name: 'ganvas-engine',
      }),
  )
}

/** A thread that helps the engine. */
export function helperWorker(): Worker {
  return started(
    'ganvas-helper',
    new URL('./ganvas-helper.js', import.meta.url),
    () =>
      new Worker(new URL('./ganvas-helper.js', import.meta.url), {
        type: 'module',
        name: 'ganvas-helper',
      }),
  )
}

/** What draws with a generator. */
export function drawingWorker(): Worker {
  return started(
    'ganvas-drawing',
    new URL('./ganvas-drawing-worker.js', import.meta.url),
    () =>
      new Worker(new URL('./ganvas-drawing-worker.js', import.meta.url), {
        type: 'module',
        name: 'ganvas-drawing',
      }),
  )
}

function started(name: string, { href, origin }: URL, start: () => Worker): Worker {
  if (origin === location.origin) return start()
  // A worker cannot be another site's script, but it can import one.
  const code = new Blob([`import ${JSON.stringify(href)}`], { type: 'text/javascript' })
  return new Worker(URL.createObjectURL(code), { type: 'module', name })
}

/** What draws on the CPU and does nothing else. */
export function runtimeModule(): string {
  return new URL('./ganvas_runtime_bg.wasm', import.meta.url).href
}

/** The engine's scripts for those who import one when they need it. */
export function engineScript(kind: 'cpu' | 'webgpu'): string {
  // Each address is written out, or bundlers do not see it.
  const cpu = new URL('./ganvas_cpu.js', import.meta.url)
  const webgpu = new URL('./ganvas_webgpu.js', import.meta.url)
  return { cpu, webgpu }[kind].href
}

export function engineModule(kind: 'cpu' | 'webgpu'): string {
  const cpu = new URL('./ganvas_cpu_bg.wasm', import.meta.url)
  const webgpu = new URL('./ganvas_webgpu_bg.wasm', import.meta.url)
  return { cpu, webgpu }[kind].href
}

/** What the engine for WebGPU fetches when something of it is called. */
export function engineDeferred(): string {
  return new URL('./ganvas_webgpu_deferred_bg.wasm', import.meta.url).href
}

/** The classifier that judges digits. */
export function digitClassifier(): string {
  return new URL('./judge-digits.safetensors', import.meta.url).href
}

/** A generator that ships, by its name. */
export function shippedModel(name: string): string {
  return new URL(`./models/${name}.safetensors`, import.meta.url).href
}
