import { asked } from '../calls/asked'
import { ListeningClient } from '../calls/listening'
import { NamedError } from './errors'
import { engineWorker } from './places'
import { troubles } from './troubles'
import type { Engine } from './types'

/** An engine that somebody has. */
export interface HeldEngine {
  /** What can be asked of it. */
  readonly calls: Engine
  /** Why it answers no more, if it does not. */
  readonly ended: Error | null
  /** Ends it; whatever is still under way is rejected. */
  close(): void
}

/** An engine in a worker of its own, which starts when it is first asked. */
export function engineInWorker(onNotice: (sentence: string) => void): HeldEngine {
  const connect = () => {
    const worker = engineWorker()
    const end = () => {
      worker.terminate()
    }
    return { port: worker, end }
  }
  const client = new ListeningClient<Engine>(connect, troubles, onNotice)
  return {
    calls: asked(client),
    get ended() {
      return client.ended
    },
    close() {
      client.end(closed())
    },
  }
}

/** What is rejected because the engine was closed. */
export function closed(): NamedError {
  return new NamedError('EngineClosed', 'The engine was closed.')
}
