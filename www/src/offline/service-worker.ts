/// <reference lib="webworker" />
import type { ToWorker } from './messages'
import { keyFor, strategyFor } from './strategy'

/**
 * Keeps what the page has loaded, so that it opens without a network; and adds the headers of an isolated
 * page on hosts that cannot send them, if the site was built for such a host.
 */
declare const self: ServiceWorkerGlobalScope
/** Files of the site, by their paths; a build fills it in. */
declare const FILES: readonly string[]
/** What names this build. */
declare const BUILD: string
/** Headers that are added where they are missing; none in a usual build. */
declare const HEADERS: Readonly<Record<string, string>>

const PREFIX = 'ganvas-site-'
const CACHE = PREFIX + BUILD
const scope = self.registration.scope

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), dropOthers()]))
})

self.addEventListener('message', (event) => {
  const told = event.data as ToWorker
  const urls = told.kind === 'loaded' ? told.urls : FILES.map((path) => scope + path)
  event.waitUntil(keepAll(urls))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const strategy = strategyFor(request, scope)
  if (strategy === 'passed') return
  event.respondWith(strategy === 'kept' ? kept(event) : fresh(event))
})

async function kept(event: FetchEvent): Promise<Response> {
  const found = await stored(event.request.url)
  return found ? withHeaders(found) : await fetched(event)
}

async function fresh(event: FetchEvent): Promise<Response> {
  try {
    return await fetched(event)
  } catch (thrown) {
    const found = await stored(event.request.url)
    if (found) return withHeaders(found)
    throw thrown
  }
}

async function fetched(event: FetchEvent): Promise<Response> {
  const response = await fetch(event.request)
  if (response.status === 200 && response.type === 'basic') {
    event.waitUntil(keep(event.request.url, response.clone()))
  }
  return withHeaders(response)
}

/** A full disk is no reason to fail: the page only opens without a network less often. */
async function keep(url: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(CACHE)
    await cache.put(keyFor(url, scope), response)
  } catch {
    await response.body?.cancel().catch(() => undefined)
  }
}

async function stored(url: string): Promise<Response | undefined> {
  try {
    const cache = await caches.open(CACHE)
    return await cache.match(keyFor(url, scope))
  } catch {
    return undefined
  }
}

/** One after the other, so that what the page wants meanwhile need not wait. */
async function keepAll(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const strategy = strategyFor(new Request(url), scope)
    if (strategy === 'passed' || (await stored(url))) continue
    const response = await fetch(url).catch(() => null)
    if (response?.status === 200) await keep(url, response)
  }
}

/** Earlier builds; MNIST lies in a cache of its own. */
async function dropOthers(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(names.map((name) => caches.delete(name)))
}

function withHeaders(response: Response): Response {
  const missing = Object.entries(HEADERS).filter(([name]) => !response.headers.has(name))
  if (missing.length === 0 || response.status === 0) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of missing) headers.set(name, value)
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}
