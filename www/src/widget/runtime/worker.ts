import { SERVE, type Servant } from './place'
import type { Reply } from './protocol'
import { type Port, serve } from './serve'

// The same file runs as a worker, is imported by one, or is imported by the page where workers are
// forbidden.
const scope: unknown = globalThis
if ('WorkerGlobalScope' in globalThis) {
  serve(scope as Port)
  // What fails inside an asynchronous call of the whole engine surfaces here and not in the call.
  addEventListener('unhandledrejection', ({ reason }) => {
    postMessage({ kind: 'crash', message: String(reason) } satisfies Reply)
  })
} else (scope as Servant)[SERVE] = serve
