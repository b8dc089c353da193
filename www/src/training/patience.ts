/** Milliseconds after which one who waits is told, or need not wait any longer. */
export const PATIENCE = 2000

/** Whether something comes to an end within so many milliseconds. */
export function settlesWithin(work: Promise<unknown>, milliseconds = PATIENCE): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(false)
    }, milliseconds)
    const settled = () => {
      clearTimeout(timer)
      resolve(true)
    }
    work.then(settled, settled)
  })
}
