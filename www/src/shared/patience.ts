/** Milliseconds after which one who waits is told, or need not wait any longer. */
export const PATIENCE = 2000

/** Waiting is counted in parts of so many milliseconds. */
const PART = 100

/** Whether something comes to an end within so many milliseconds; how it ends is told elsewhere. */
export async function settlesWithin(
  work: Promise<unknown>,
  milliseconds = PATIENCE,
): Promise<boolean> {
  const settled = work.then(
    () => true,
    () => true,
  )
  for (let waited = 0; waited < milliseconds;) {
    const before = performance.now()
    const silence = new Promise<boolean>((resolve) => {
      setTimeout(resolve, PART, false)
    })
    if (await Promise.race([settled, silence])) return true
    // Where the page itself comes late, the whole machine is slow, and nobody else is to blame.
    if (performance.now() - before < 2 * PART) waited += PART
  }
  return false
}
