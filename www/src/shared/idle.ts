/** Most milliseconds that it waits for an idle moment. */
const PATIENCE = 5000

/** Does what nobody waits for once the page has loaded and has nothing else to do; a failure is no matter. */
export function whenIdle(work: () => Promise<unknown>): void {
  const begin = () => {
    work().catch(() => undefined)
  }
  const idle = () => {
    // Safari has no such callback.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: PATIENCE })
    else setTimeout(begin, 1000)
  }
  if (document.readyState === 'complete') idle()
  else window.addEventListener('load', idle, { once: true })
}
