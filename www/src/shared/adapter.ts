/** The graphics adapter that the browser lends. */
export interface Adapter {
  /** Vendor and architecture, or the description: what the browser gives away. */
  name: string
  /** Whether the processor only plays a graphics card. */
  isSoftware: boolean
}

/** Why there is none. */
export type NoAdapter = 'noWebGpu' | 'insecurePage' | 'noAdapter' | 'noAnswer'

/** Some drivers never answer, and the page would wait with them. */
export const PATIENCE_SECONDS = 10

/** Software rasterisers that do not call themselves a fallback. */
const RASTERISERS = ['swiftshader', 'llvmpipe', 'lavapipe', 'basic render']

/** Asks the browser for its adapter. */
export async function requestAdapter(): Promise<Adapter | NoAdapter> {
  const { gpu } = navigator as { gpu?: Gpu }
  if (!gpu) return isSecureContext ? 'noWebGpu' : 'insecurePage'
  const silence = new Promise<'noAnswer'>((resolve) => {
    setTimeout(() => {
      resolve('noAnswer')
    }, 1000 * PATIENCE_SECONDS)
  })
  const asked = Promise.resolve(gpu.requestAdapter()).catch(() => null)
  const adapter = await Promise.race([asked, silence])
  if (adapter === 'noAnswer') return adapter
  return adapter ? described(adapter) : 'noAdapter'
}

export function isAdapter(found: Adapter | NoAdapter): found is Adapter {
  return typeof found !== 'string'
}

function described(adapter: GpuAdapter): Adapter {
  const { vendor = '', architecture = '', description = '' } = adapter.info ?? {}
  const name = [vendor, architecture].filter(Boolean).join(' ')
  const all = `${name} ${description}`.toLowerCase()
  const isFallback = adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false
  return {
    name: name || description || 'unnamed adapter',
    isSoftware: isFallback || RASTERISERS.some((known) => all.includes(known)),
  }
}

/** As much of WebGPU as is asked here; older browsers have less of it. */
interface Gpu {
  requestAdapter(): Promise<GpuAdapter | null>
}

interface GpuAdapter {
  info?: Partial<Record<'vendor' | 'architecture' | 'description', string>> & {
    isFallbackAdapter?: boolean
  }
  isFallbackAdapter?: boolean
}
