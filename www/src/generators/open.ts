import { Client, type Line } from '../calls/client'
import type { StudioCalls } from '../drawing/calls'
import { openWith, type Wanted } from '../drawing/open'
import { runtimeProgram } from '../drawing/programs'
import { asError } from '../engine/errors'
import { drawingWorker, type Places } from '../engine/places'
import { troubles } from '../engine/troubles'
import { OpenGenerator } from './generator'
import { programsAt } from './programs'

/** Where a generator is drawn, if not in a worker by what lies beside the page. */
export interface Where {
  places?: Places
  connect?: (() => Line) | undefined
}

/** A worker that waits for its generator. */
let spare: Client<StudioCalls> | null = null

/** Begins to fetch what will be needed, before it is known for which generator. */
export function prepare(): void {
  if (!spare || spare.ended) {
    spare = new Client(inWorker, troubles)
    spare.connect()
  }
  // Whoever opens a generator is told of a failure.
  runtimeProgram(programsAt()).catch(() => undefined)
}

/** Opens a generator; until it is open, aborting `signal` ends all of it. */
export async function openGenerator(
  wanted: Wanted,
  signal: AbortSignal,
  { places, connect }: Where = {},
): Promise<OpenGenerator> {
  const client = connect ? new Client<StudioCalls>(connect, troubles) : takeSpare()
  const abort = () => {
    client.end(asError(signal.reason))
  }
  signal.addEventListener('abort', abort)
  try {
    signal.throwIfAborted()
    const programs = programsAt(places)
    return new OpenGenerator(await openWith(client, wanted, programs), client, programs)
  } catch (thrown) {
    client.end(asError(thrown))
    throw thrown
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function takeSpare(): Client<StudioCalls> {
  const taken = spare
  spare = null
  return taken && !taken.ended ? taken : new Client(inWorker, troubles)
}

function inWorker(): Line {
  const worker = drawingWorker()
  const end = () => {
    worker.terminate()
  }
  return { port: worker, end }
}
