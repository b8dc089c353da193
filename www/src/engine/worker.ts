/// <reference lib="webworker" />
import { revived } from '../calls/listeners'
import type { Reply } from '../calls/messages'
import { serveWorker } from '../calls/serve'
import { engineMethods } from './methods'

const methods = engineMethods((sentence) => {
  postMessage({ kind: 'notice', sentence } satisfies Reply)
})

// Methods that touch the training take turns by themselves; others go on meanwhile.
serveWorker(methods, { atOnce: true, revive: revived })
