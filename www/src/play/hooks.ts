import type { BackendChoice } from '../shared/backend'
import type { Scene } from '../shared/place'

/** What Play tells the page, and asks of it. */
export interface PlayHooks {
  backend(): BackendChoice
  onBackend(choice: BackendChoice): void
  /** Another generator is open: what the address is to call it, or null if it has no address. */
  onModel(reference: string | null): void
  /** Something else of it is shown. */
  onScene(scene: Scene): void
  /** WebGPU was asked for and is not to be had. */
  onNoWebGpu(error: Error): void
  /** The generator of the training that is at hand, as a file. */
  trained(): Promise<Uint8Array<ArrayBuffer>>
}
