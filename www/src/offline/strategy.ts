/** How a request is answered. */
export type Strategy =
  /** What lies under a name made of its content never changes. */
  | 'kept'
  /** Kept for when there is no network. */
  | 'fresh'
  /** Left to the browser. */
  | 'passed'

interface Asked {
  url: string
  method: string
  headers: { has(name: string): boolean }
}

/** How the request for a file of the site at `scope` is answered. */
export function strategyFor({ url, method, headers }: Asked, scope: string): Strategy {
  const isOurs = url.startsWith(scope)
  // A part of a file must not be kept in the place of the whole.
  if (!isOurs || method !== 'GET' || headers.has('range')) return 'passed'
  return /^assets\/[^/]+-[\w-]{8}\.\w+$/.test(pathIn(url, scope)) ? 'kept' : 'fresh'
}

/** Under what a page or file is kept: pages are the same whatever their query says. */
export function keyFor(url: string, scope: string): string {
  const path = pathIn(url, scope)
  return scope + (path === '' ? 'index.html' : path)
}

function pathIn(url: string, scope: string): string {
  const [path = ''] = url.slice(scope.length).split(/[?#]/, 1)
  return path
}
