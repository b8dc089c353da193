import type { Programs } from '../drawing/programs'
import { downloadFault } from '../engine/download'
import { fault } from '../engine/errors'
import {
  engineDeferred,
  engineModule,
  engineScript,
  type Places,
  runtimeModule,
} from '../engine/places'

/** What draws for the page and the package, and how they say that it cannot be had. */
export function programsAt({ module, deferred, runtime }: Places = {}): Programs {
  return {
    runtime: runtime ?? runtimeModule(),
    engine: engineScript(),
    engineModule: module ?? engineModule(),
    engineDeferred: deferred ?? engineDeferred(),
    notFetched: (address) => downloadFault(address, false),
    notCompiled: (cause) => fault('EngineCrashed', 'engineStopped', { cause }),
  }
}
