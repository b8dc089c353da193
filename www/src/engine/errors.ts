/** An `Error` with a stable name, by which the page tells failures apart. */
export class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new NamedError('Error', String(thrown))
}

/** After these the worker's engine is of no use: going on takes a new worker. */
const FATAL = ['EngineCrashed', 'DeviceError', 'DeviceLost']

export function needsNewEngine(error: Error): boolean {
  return FATAL.includes(error.name)
}

/** Whether nobody waits for it any more, which is no failure. */
export function isGivenUp(error: Error): boolean {
  return error.name === 'Superseded' || error.name === 'Cancelled'
}
