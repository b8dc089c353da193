import { asked } from '../calls/asked'
import { Client } from '../calls/client'
import { Listeners } from '../calls/listeners'
import type { Reply } from '../calls/messages'
import { said } from '../shared/sentence'
import { closed } from './errors'
import type { HeldEngine } from './held'
import { engineWorker } from './places'
import { troubles } from './troubles'
import type { Engine } from './types'

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
