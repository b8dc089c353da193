import worker from './worker.ts?worker&url'

/** Where the files lie that the widget fetches: all of them are named here and nowhere else. */
export interface Assets {
  /** The module script that draws, in a worker or beside the page. */
  worker: string
  /** The WebAssembly that draws on the CPU. */
  runtime: string
  /** The engine for WebGPU, script and WebAssembly: fetched only for that. */
  engine: string
  engineModule: string
  /** What that engine fetches when something of it is called. */
  engineDeferred: string
  /** The generators that ship, by their names. */
  models: Readonly<Record<string, string>>
}

/** Beside the built script; in full, so that bundlers find the files. */
const besideScript: Assets['models'] = {
  'anime-64': new URL(/* @vite-ignore */ './models/anime-64.safetensors', import.meta.url).href,
  'drawn-faces-64': new URL(
    /* @vite-ignore */ './models/drawn-faces-64.safetensors',
    import.meta.url,
  ).href,
  'anime-48': new URL(/* @vite-ignore */ './models/anime-48.safetensors', import.meta.url).href,
  'mnist-28': new URL(/* @vite-ignore */ './models/mnist-28.safetensors', import.meta.url).href,
  'mnist-28-labels': new URL(
    /* @vite-ignore */ './models/mnist-28-labels.safetensors',
    import.meta.url,
  ).href,
}

/** The page's development server has the folder elsewhere. */
const shipped = import.meta.env.DEV
  ? Object.fromEntries(
      Object.keys(besideScript).map((name) => [
        name,
        new URL(`/models/${name}.safetensors`, location.href).href,
      ]),
    )
  : besideScript

let assets: Assets = {
  worker: new URL(worker, import.meta.url).href,
  runtime: new URL('../../../pkg/ganvas_runtime_bg.wasm', import.meta.url).href,
  engine: new URL('../../../pkg/ganvas_webgpu.js', import.meta.url).href,
  engineModule: new URL('../../../pkg/ganvas_webgpu_bg.wasm', import.meta.url).href,
  engineDeferred: new URL('../../../pkg/ganvas_webgpu_deferred_bg.wasm', import.meta.url).href,
  models: shipped,
}

/**
 * Says where files lie, if not where the build has put them. To be called before the first widget
 * loads: right after the import, or in a script before the widget's.
 */
export function configure({ models, ...files }: Partial<Assets>): void {
  const { models: known, ...others } = assets
  assets = {
    ...others,
    ...absolute(files),
    models: { ...known, ...absolute(models ?? {}) },
  }
}

export function whereAssetsLie(): Readonly<Assets> {
  return assets
}

/** Addresses as the page has them; on a server that makes pages there is none yet. */
function absolute(addresses: Readonly<Record<string, string>>): Record<string, string> {
  if (typeof document === 'undefined') return { ...addresses }
  const given = Object.entries(addresses)
  return Object.fromEntries(given.map(([name, at]) => [name, new URL(at, document.baseURI).href]))
}
