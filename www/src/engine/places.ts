/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */

/** Addresses of the modules and of the classifier, if they do not lie where they are built. */
export interface Places {
  cpu?: string | undefined
  webgpu?: string | undefined
  deferred?: string | undefined
  runtime?: string | undefined
  classifier?: string | undefined
}

export function engineWorker(): Worker {
  // Only an address that is written out here is seen by bundlers.
  return new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-engine',
  })
}

/** A thread that helps the engine. */
export function helperWorker(): Worker {
  return new Worker(new URL('./helper.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-helper',
  })
}

/** What draws with a generator. */
export function drawingWorker(): Worker {
  return new Worker(new URL('../drawing/worker.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-drawing',
  })
}

/** What draws on the CPU and does nothing else. */
export function runtimeModule(): string {
  return new URL('../../../pkg/ganvas_runtime_bg.wasm', import.meta.url).href
}

/** The engine's scripts for those who import one when they need it. */
export function engineScript(kind: 'cpu' | 'webgpu'): string {
  // Each address is written out, or bundlers do not see it.
  const cpu = new URL('../../../pkg/ganvas_cpu.js', import.meta.url)
  const webgpu = new URL('../../../pkg/ganvas_webgpu.js', import.meta.url)
  return { cpu, webgpu }[kind].href
}

export function engineModule(kind: 'cpu' | 'webgpu'): string {
  const cpu = new URL('../../../pkg/ganvas_cpu_bg.wasm', import.meta.url)
  const webgpu = new URL('../../../pkg/ganvas_webgpu_bg.wasm', import.meta.url)
  return { cpu, webgpu }[kind].href
}

/** What the engine for WebGPU fetches when something of it is called. */
export function engineDeferred(): string {
  return new URL('../../../pkg/ganvas_webgpu_deferred_bg.wasm', import.meta.url).href
}

/** The classifier that judges digits. */
export function digitClassifier(): string {
  return new URL('./judge-digits.safetensors', import.meta.url).href
}

/** A generator that ships, by its name. */
export function shippedModel(name: string): string {
  return new URL(`models/${name}.safetensors`, document.baseURI).href
}
