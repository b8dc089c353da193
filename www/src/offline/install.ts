import type { ToWorker } from './messages'

/** Set by a build for a host that cannot send headers. */
declare const __ADDS_HEADERS__: boolean

const KEY = 'ganvas-isolated'

/**
 * Has a service worker keep what this visit loads, so that the page opens without a network. In a build that
 * adds headers the page is loaded once more, as only what comes through the worker has them; `leave` puts
 * things by before, and says whether it may.
 */
export async function installOffline(leave: () => Promise<boolean>): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('./service-worker.js')
  } catch {
    // Private windows and strict settings refuse it: all else works without.
    return
  }
  const { active } = await navigator.serviceWorker.ready
  if (!active) return
  if (__ADDS_HEADERS__ && !crossOriginIsolated && isFirstTry() && (await leave())) {
    location.reload()
    return
  }
  const tell = (message: ToWorker) => {
    active.postMessage(message)
  }
  // Until then files are loaded past the worker, and from then on through it: none is missed.
  await controlled()
  tell({ kind: 'loaded', urls: [location.href, ...loaded()] })
  if (matchMedia('(display-mode: standalone)').matches) tell({ kind: 'installed' })
  window.addEventListener('appinstalled', () => {
    tell({ kind: 'installed' })
  })
}

/** Waits until what the page loads comes through the worker. */
async function controlled(): Promise<void> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

/** Where the headers do not help, the page is not loaded again and again. */
function isFirstTry(): boolean {
  try {
    const isFirst = sessionStorage.getItem(KEY) === null
    sessionStorage.setItem(KEY, '1')
    return isFirst
  } catch {
    return false
  }
}

function loaded(): string[] {
  return performance.getEntriesByType('resource').map(({ name }) => name)
}
