import { serve, serveWorker } from '../calls/serve'
import { Service } from '../drawing/service'
import { SERVE, type Servant } from './place'

// The same file runs as a worker, is imported by one, or is imported by the page where workers are
// forbidden.
if ('WorkerGlobalScope' in globalThis) serveWorker(new Service())
else {
  const servant = globalThis as Servant
  servant[SERVE] = (port) => {
    serve(port, new Service())
  }
}
