import type { Sentence } from './sentence'

export type BackendChoice = 'auto' | 'webgpu' | 'cpu'

/** What computes. */
export interface BackendInfo {
  kind: 'webgpu' | 'cpu'
  /** What the adapter calls itself, as "google swiftshader"; "WebAssembly SIMD" on the CPU. */
  adapter: string
  /** Threads that compute on the CPU: more than one where the page is isolated from other origins. */
  threads: number
  /** One sentence: why WebGPU was not taken. Null when it was, or when the CPU was asked for. */
  reason: Sentence | null
}

/** What a module without a graphics card computes on. */
export const ON_CPU = { kind: 'cpu', adapter: 'WebAssembly SIMD' } as const
