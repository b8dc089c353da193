// A static server for dist/ and pkg/, and a real Chromium with WebGPU.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { headersOf } from '../../scripts/headers.mjs'
import { serveMnist } from '../../scripts/mnist-server.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const FOLDERS = { '/pkg/': join(root, 'pkg'), '/': join(root, 'dist') }
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}

export const BASIC_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No test reaches another machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** WebGPU without a GPU in the machine: Chromium then computes on SwiftShader. */
export const FLAGS = [...BASIC_FLAGS, '--enable-unsafe-webgpu', '--enable-unsafe-swiftshader']

function answer({ extra, folders, headers }, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://page').pathname))
  for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value)
  if (extra.has(path)) {
    const { status = 200, headers = {}, body } = extra.get(path) ?? {}
    // A server that is gone.
    if (body === undefined) return response.destroy()
    response.writeHead(status, headers)
    return response.end(body)
  }
  if (path === '/blank') {
    // Without an icon of its own the browser asks for one, and complains that there is none.
    response.setHeader('Content-Type', TYPES['.html'])
    return response.end('<!doctype html><title>blank</title><link rel="icon" href="data:," />')
  }
  const prefix = Object.keys(folders).find((prefix) => path.startsWith(prefix))
  const file = join(folders[prefix], path.slice(prefix.length) || 'index.html')
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) {
    response.statusCode = 404
    return response.end()
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
  response.setHeader('Content-Length', found.size)
  // As servers of scripts for other sites do.
  response.setHeader('Access-Control-Allow-Origin', '*')
  createReadStream(file).pipe(response)
}

/**
 * Starts a server; another one is another origin. `put` has a path answered with `{ status, headers,
 * body }`, with null not at all, and with nothing from the files again. `headers` says what goes with
 * the answer for a path.
 */
export async function serve({ folders = FOLDERS, headers = () => ({}) } = {}) {
  const extra = new Map()
  const site = { extra, folders, headers }
  const mnist = serveMnist()
  const server = createServer((request, response) =>
    mnist(request, response, () => answer(site, request, response)),
  )
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    put: (path, answer) => (answer === undefined ? extra.delete(path) : extra.set(path, answer)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The browsers that run, by their flags, and how many use each. */
const browsers = new Map()

/** A browser with these flags, shared by all who want it at the same time; `close` lets go of it. */
async function launch(flags) {
  const key = flags.join(' ')
  if (!browsers.has(key)) {
    const { HEADLESS_SHELL_PATH, CHROME_PATH } = process.env
    const executablePath = HEADLESS_SHELL_PATH ?? CHROME_PATH ?? '/usr/bin/chromium'
    browsers.set(key, { users: 0, launched: chromium.launch({ executablePath, args: flags }) })
  }
  const shared = browsers.get(key)
  shared.users += 1
  const browser = await shared.launched
  const close = async () => {
    shared.users -= 1
    if (shared.users > 0) return
    browsers.delete(key)
    await browser.close()
  }
  return { browser, close }
}

/** Starts server and browser; `close` ends both. Headers are those of `npm start`, or none. */
export async function open({ flags = FLAGS, isolated = true } = {}) {
  const { browser, close } = await launch(flags)
  const server = await serve(isolated ? { headers: headersOf } : {})
  return {
    ...server,
    browser,
    async close() {
      await close()
      server.close()
    },
  }
}

/** Bytes as text: a page hands over arrays number by number, which takes seconds for a picture. */
function addBase64() {
  window.base64 = (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    }
    return btoa(text)
  }
}

/** What a page made with `base64`. */
export const bytesOf = (text) => Buffer.from(text, 'base64')

/**
 * A page of its own context, or of the `context` in `like`, which otherwise says more about the browser,
 * as its `locale`. `complaints` gathers what its console has to complain of; `prepare` gets it before it
 * is loaded.
 */
export async function openPage({ browser, origin }, path, prepare = () => {}, like = {}) {
  // What a service worker fetches, `page.route` does not see.
  const usual = { viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' }
  const context = like.context ?? (await browser.newContext({ ...usual, ...like }))
  const page = await context.newPage()
  const complaints = []
  page.on('console', (message) => {
    const isOurs = !message.text().startsWith('Service Worker registration blocked')
    if (['error', 'warning'].includes(message.type()) && isOurs) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(addBase64)
  await prepare(page)
  await page.goto(origin + path)
  return { page, complaints, close: () => context.close() }
}

/** An engine without the page, that for the CPU or for WebGPU: the wasm module in a blank page, as `window.ganvas`. */
export async function openEngine(session, { backend = 'cpu', prepare } = {}) {
  const opened = await openPage(session, '/blank', prepare)
  await opened.page.evaluate(async (backend) => {
    const ganvas = await import(`/pkg/ganvas_${backend}.js`)
    await ganvas.default()
    window.ganvas = ganvas
    window.mnist = async () => {
      const bytes = async (name) =>
        new Uint8Array(await (await fetch(`/data/mnist/${name}`)).arrayBuffer())
      const [images, labels] = await Promise.all([
        bytes('train-images-idx3-ubyte.gz'),
        bytes('train-labels-idx1-ubyte.gz'),
      ])
      return ganvas.DataSet.idx('MNIST', images, labels)
    }
    /** A training of dcgan-mnist with changes. */
    window.training = async (changes, data, seed) => {
      const preset = JSON.parse(ganvas.presets()).find(({ name }) => name === 'dcgan-mnist')
      const recipe = { ...preset, ...changes }
      const opened = await ganvas.Backend.open()
      return ganvas.Training.create(opened, JSON.stringify(recipe), data, seed)
    }
  }, backend)
  return opened
}

/**
 * Lets the page draw so many frames. What it does by itself it has begun by then: waiting longer would not
 * show more.
 */
export async function passFrames(page, count = 20) {
  await page.evaluate(async (count) => {
    for (let left = count; left > 0; left -= 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, count)
}

/** Repeats a check until it passes; a check that never does fails as it failed last. */
export async function eventually(check, patience = 10_000) {
  for (const end = performance.now() + patience; ; await pause(50)) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > end) throw error
    }
  }
}
