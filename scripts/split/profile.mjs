// Which functions of the engine a visit calls, seen in a browser.
import { readFileSync } from 'node:fs'
import { open, openPage } from '../../tests/browser/harness.mjs'
import { MARK, instrument } from './instrument.mjs'

const VISIT = new URL('visit.mjs', import.meta.url)

/** The names of the functions that have run, of the marks among an instance's exports. */
const ENGINE = `
import * as ganvas from '/pkg/ganvas.js'
import { visit } from '/visit.js'

const exports = await ganvas.default({ module_or_path: '/pkg/ganvas_bg.wasm' })

export async function ran([backend, hasRelaxed], count) {
  if (!hasRelaxed) WebAssembly.validate = () => false
  await visit(ganvas, backend, count)
  return Object.entries(exports)
    .filter(([name, global]) => name.startsWith('${MARK}') && global.value === 1)
    .map(([name]) => name.slice(${MARK.length}))
}`

const WORKER = `
import { ran } from '/engine.js'

addEventListener('message', ({ data: way }) => {
  // What is thrown goes to the page: it ends the profile.
  void ran(way).then(postMessage, (error) => setTimeout(() => { throw error }))
})
postMessage('ready')`

/** Where it computes, and whether the browser has relaxed SIMD, which only the CPU asks for. */
const WAYS = [
  ['cpu', false],
  ['cpu', true],
  ['webgpu', true],
]

/** The names of those that a visit calls, on the CPU or on WebGPU; `script` is the module's own. */
export async function profile(bytes, script) {
  const session = await open()
  const put = (path, type, body) => session.put(path, { headers: { 'Content-Type': type }, body })
  put('/pkg/ganvas.js', 'text/javascript', script)
  put('/pkg/ganvas_bg.wasm', 'application/wasm', instrument(bytes))
  put('/visit.js', 'text/javascript', readFileSync(VISIT))
  put('/engine.js', 'text/javascript', ENGINE)
  put('/worker.js', 'text/javascript', WORKER)
  try {
    const { page } = await openPage(session, '/blank')
    page.setDefaultTimeout(0)
    const names = new Set()
    for (const way of WAYS) {
      const [backend, hasRelaxed] = way
      const browser = hasRelaxed ? '' : ' without relaxed SIMD'
      console.error(`Visiting on ${backend}${browser}, to see what is called; this takes a while`)
      // The page's own engine is in a worker; the package's may be on the page's thread.
      for (const where of [inWorker, onPage]) {
        for (const name of await page.evaluate(where, way)) names.add(name)
      }
    }
    return names
  } finally {
    await session.close()
  }
}

const onPage = async (way) => await (await import('/engine.js')).ran(way, 1)

const inWorker = (way) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }) => {
      if (data === 'ready') return worker.postMessage(way)
      worker.terminate()
      resolve(data)
    }
  })
