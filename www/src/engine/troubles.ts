import type { Troubles } from '../calls/client'
import { fault, failureOf, NamedError } from './errors'

/** How the page and the package say that a worker has stopped, and what it threw. */
export const troubles: Troubles = {
  failed: ({ message, ...rest }) =>
    NamedError.from(failureOf(Object.assign(new Error(message), rest))),
  crashed(cause) {
    if (typeof cause !== 'string') {
      if (cause.type === 'messageerror') return fault('EngineCrashed', 'engineUnreadable')
      const { message = '' } = cause as Partial<ErrorEvent>
      if (message === '') return fault('EngineCrashed', 'engineNotStarted')
      return troubles.crashed(message)
    }
    const why = cause.replace(/^(Uncaught )?(\w*Error: )?/, '').replace(/\.$/, '')
    return fault('EngineCrashed', 'engineStopped', { cause: why })
  },
}
