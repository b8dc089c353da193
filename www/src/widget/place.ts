import type { Port } from '../calls/serve'

/** Under this name a script that runs beside the page leaves what serves a port. */
export const SERVE = Symbol.for('ganvas.serve')

export type Servant = Partial<Record<typeof SERVE, (port: Port) => void>>
