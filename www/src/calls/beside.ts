import type { Line } from './client'
import type { Request } from './messages'
import type { Port } from './serve'

/** A line to what serves a port on the same thread. */
export function beside(attend: (port: Port) => void): Line {
  const { port1, port2 } = new MessageChannel()
  attend(port2)
  port2.start()
  const end = () => {
    port1.postMessage({ id: 0, method: 'close', args: [] } satisfies Request)
    port1.close()
  }
  return { port: port1, end }
}
