import { beside } from '../calls/beside'
import type { Line } from '../calls/client'
import type { Reply } from '../calls/messages'
import { serve } from '../calls/serve'
import { Studio } from '../drawing/studio'

/** A line to what draws on the thread that asks. */
export function drawingHere(): Line {
  const listening = new AbortController()
  const line = beside((port) => {
    serve(port, new Studio())
    // The engine's second part is missing: what has called it, in the midst of wasm, never answers.
    const heard = ({ error }: ErrorEvent) => {
      if (!(error instanceof Error) || error.name !== 'DownloadError') return
      port.postMessage({ kind: 'crash', message: error.message } satisfies Reply, [])
    }
    addEventListener('error', heard, { signal: listening.signal })
  })
  const end = () => {
    listening.abort()
    line.end()
  }
  return { port: line.port, end }
}
