import { serveWorker } from '../calls/serve'
import { Studio } from './studio'

serveWorker(new Studio())
