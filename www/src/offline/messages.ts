/** What a page tells the service worker. */
export type ToWorker =
  /** Addresses that the page loaded before the worker was there. */
  | { kind: 'loaded'; urls: string[] }
  /** The page is installed: all of the site is wanted. */
  | { kind: 'installed' }
