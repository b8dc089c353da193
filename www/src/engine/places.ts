/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */

/** Addresses of the two parts of the module, if they do not lie where they are built. */
export interface Places {
  module?: string | undefined
  deferred?: string | undefined
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

export function engineModule(): string {
  return new URL('../../../pkg/ganvas_bg.wasm', import.meta.url).href
}

/** What the module fetches when something of it is called. */
export function engineDeferred(): string {
  return new URL('../../../pkg/ganvas_deferred_bg.wasm', import.meta.url).href
}

/** A generator that ships, by its name. */
export function shippedModel(name: string): string {
  return new URL(`models/${name}.safetensors`, document.baseURI).href
}
