// Stages of the tests: one after the other in a lane, the lanes beside each other.
import { Failure, stopAll } from './programs.mjs'

const seconds = (since) => (performance.now() - since) / 1000

/**
 * Runs lanes of stages, each `[title, work]`, and gives each title with its seconds. `work` gets where to
 * write. Where there are several lanes, what a stage writes is shown when it ends. The first failure ends
 * everything.
 */
export async function runLanes(lanes) {
  const times = []
  let failure = null
  const runLane = async (lane) => {
    for (const [title, work] of lane) {
      if (failure) return
      const out = lanes.length > 1 ? new Kept() : process.stdout
      console.log(`\n=== ${title}${lanes.length > 1 ? ' begins' : ''}`)
      const since = performance.now()
      try {
        await work(out)
      } catch (error) {
        // What was only ended because of another failure has nothing to tell.
        if (failure) return
        failure = error
        stopAll()
      }
      if (out instanceof Kept) out.show(title)
      const time = seconds(since)
      if (failure instanceof Failure) {
        throw new Failure(`${title}, after ${time.toFixed(1)} s: ${failure.message}`)
      }
      if (failure) throw failure
      console.log(`=== ${title}: ${time.toFixed(1)} s`)
      times.push([title, time])
    }
  }
  const ended = await Promise.allSettled(lanes.map(runLane))
  const failed = ended.find(({ status }) => status === 'rejected')
  if (failed) throw failed.reason
  return times
}

/** Keeps what a stage writes, so that two of them do not mix. */
class Kept {
  #texts = []

  write(text) {
    this.#texts.push(Buffer.from(text))
  }

  show(title) {
    console.log(`\n=== ${title}`)
    process.stdout.write(Buffer.concat(this.#texts))
  }
}

/** Lines of `[name, seconds]`, the seconds under each other. */
export const asTable = (rows) =>
  rows.map(([name, time]) => `${time.toFixed(1).padStart(8)} s  ${name}`).join('\n')
