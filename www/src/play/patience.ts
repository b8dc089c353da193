import type { ModelEngine } from '../engine/model'

/** Time that an engine has to come to what was chosen last, in parts. */
const PARTS = 20
const PART_MILLISECONDS = 100

/** Whether an engine is done in good time with all that it was asked until now. */
export async function answersSoon(engine: ModelEngine): Promise<boolean> {
  let isDone = false
  const done = () => {
    isDone = true
  }
  // An engine that fails is told elsewhere.
  engine.itsTurn().then(done, done)
  for (let part = 0; part < PARTS;) {
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, PART_MILLISECONDS))
    if (isDone) return true
    // Where the page itself comes late, the whole machine is slow, and the engine is not to blame.
    if (performance.now() - before < 2 * PART_MILLISECONDS) part += 1
  }
  return false
}
