import { asked } from '../calls/asked'
import { Client } from '../calls/client'
import { Listeners } from '../calls/listeners'
import type { Reply } from '../calls/messages'
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
  const listeners = new Listeners()
  const onOther = (reply: Reply) => {
    if (reply.kind === 'notice') onNotice(reply.sentence)
    else listeners.hear(reply)
  }
  const client = new Client<Engine>(connect, troubles, { onOther })
  return {
    calls: asked(client, listeners),
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
