/** Where the engine's files lie. The npm package has them elsewhere: `scripts/package/places.ts`. */

export function engineWorker(): Worker {
  // Only an address that is written out here is seen by bundlers.
  return new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'ganvas-engine',
  })
}

export function engineModule(): string {
  return new URL('../../../pkg/ganvas_bg.wasm', import.meta.url).href
}

/** A generator that ships, by its name. */
export function shippedModel(name: string): string {
  return new URL(`models/${name}.safetensors`, document.baseURI).href
}
