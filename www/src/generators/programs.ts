import type { EngineFiles, Programs } from '../drawing/programs'
import { noWebGpu } from '../engine/backend'
import { downloadFault } from '../engine/download'
import { fault } from '../engine/errors'
import {
  engineDeferred,
  engineModule,
  engineScript,
  type Places,
  runtimeModule,
} from '../engine/places'

/** What draws for the page and the package: also what writes GIFs on the CPU. */
export interface StudioPrograms extends Programs {
  cpu: EngineFiles
}

/** Where it lies, and how the page and the package say that it cannot be had. */
export function programsAt({ cpu, webgpu, deferred, runtime }: Places = {}): StudioPrograms {
  return {
    runtime: runtime ?? runtimeModule(),
    cpu: { script: engineScript('cpu'), module: cpu ?? engineModule('cpu'), deferred: null },
    webgpu: {
      script: engineScript('webgpu'),
      module: webgpu ?? engineModule('webgpu'),
      deferred: deferred ?? engineDeferred(),
    },
    notFetched: (address) => downloadFault(address, false),
    notCompiled: (cause) => fault('EngineCrashed', 'engineStopped', { cause }),
    noWebGpu,
  }
}
