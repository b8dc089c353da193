import { asked } from '../calls/asked'
import { Client } from '../calls/client'
import { Listeners } from '../calls/listeners'
import type { Reply } from '../calls/messages'
import { said } from '../shared/sentence'
import { asError, closed, fault } from './errors'
import type { HeldEngine } from './held'
import { engineWorker } from './places'
import { troubles } from './troubles'
import type { Engine } from './types'

/** A worker; some browsers refuse any. */
function started(): Worker {
  try {
    return engineWorker()
  } catch (thrown) {
    throw fault('EngineCrashed', 'engineStopped', { cause: asError(thrown).message })
  }
}

/** An engine in a worker of its own, which starts when it is first asked. */
export function engineInWorker(onNotice: (sentence: string) => void): HeldEngine {
  const connect = () => {
    const worker = started()
    const end = () => {
      worker.terminate()
    }
    return { port: worker, end }
  }
  const listeners = new Listeners()
  const onOther = (reply: Reply) => {
    if (reply.kind === 'notice') onNotice(said(reply.sentence))
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
