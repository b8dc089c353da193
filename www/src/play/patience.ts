import type { ModelEngine } from '../engine/model'

/** Time that an engine has to come to what was chosen last. */
const PATIENCE_MILLISECONDS = 2000

/** Whether an engine is done in good time with all that it was asked until now. */
export async function answersSoon(engine: ModelEngine): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MILLISECONDS, false)
  })
  // An engine that fails is told elsewhere.
  const answered = engine.itsTurn().then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([answered, late])
  } finally {
    clearTimeout(timer)
  }
}
