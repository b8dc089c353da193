import { beside } from '../calls/beside'
import type { Line } from '../calls/client'
import type { Reply } from '../calls/messages'
import { Failure } from './failure'
import { SERVE, type Servant } from './place'

/**
 * Starts what draws: in a worker; where the script is another site's, in a worker of this site that
 * imports it; and where this page allows no such worker, beside the page.
 */
export async function spawn(script: string): Promise<Line> {
  const isOwn = new URL(script).origin === location.origin
  try {
    if (isOwn) return await inWorker(script)
  } catch {
    // Forbidden here, or not there: then the next says so.
  }
  try {
    return await inImportingWorker(script)
  } catch {
    return await besideThePage(script)
  }
}

async function inImportingWorker(script: string): Promise<Line> {
  const code = new Blob([`import ${JSON.stringify(script)}`], { type: 'text/javascript' })
  const address = URL.createObjectURL(code)
  try {
    return await inWorker(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function inWorker(address: string): Promise<Line> {
  const worker = new Worker(address, { type: 'module', name: 'ganvas-widget' })
  const end = () => {
    worker.terminate()
  }
  try {
    await readiness(worker)
    return { port: worker, end }
  } catch (thrown) {
    end()
    throw thrown
  }
}

async function besideThePage(script: string): Promise<Line> {
  let serve
  try {
    await import(/* @vite-ignore */ script)
    serve = (globalThis as Servant)[SERVE]
  } catch (thrown) {
    throw new Failure('RuntimeError', 'noRuntime', { cause: String(thrown) })
  }
  if (!serve) throw new Failure('RuntimeError', 'noRuntime', { cause: script })
  return beside(serve)
}

/** Resolves with the first word, rejects when the script could not be run. */
function readiness(port: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'ready') resolve()
    }
    port.addEventListener('message', heard, { once: true })
    port.addEventListener(
      'error',
      (event) => {
        event.preventDefault()
        reject(new Failure('RuntimeError', 'crashed'))
      },
      { once: true },
    )
  })
}
