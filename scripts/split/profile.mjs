// Which functions of the engine a visit calls, seen in a browser.
import { readFileSync } from 'node:fs'
import { open, openPage } from '../../tests/browser/harness.mjs'
import { MARK, instrument } from './instrument.mjs'
import { ownFunctions, read } from './module.mjs'

const VISIT = new URL('visit.mjs', import.meta.url)

/** The names of the functions that have run, of the marks among an instance's exports. */
const ENGINE = `
import * as ganvas from '/pkg/ganvas.js'
import { visit } from '/visit.js'

const exports = await ganvas.default({ module_or_path: '/pkg/ganvas_bg.wasm' })

export const marked = () =>
  Object.entries(exports)
    .filter(([name, global]) => name.startsWith('${MARK}') && global.value === 1)
    .map(([name]) => name.slice(${MARK.length}))

export async function ran([backend, hasRelaxed], count) {
  if (!hasRelaxed) WebAssembly.validate = () => false
  await visit(ganvas, backend, count)
  return marked()
}

export { ganvas }`

/** With a thread that helps, however little there is to do. */
const WORKER = `
import { ganvas, ran } from '/engine.js'

const names = new Set()
const helper = new Worker('/helper.js', { type: 'module' })
helper.onmessage = ({ data }) => {
  if (data !== 'ready') return data.forEach((name) => names.add(name))
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1024, shared: true })
  helper.postMessage(memory)
  ganvas.enlistHelper(memory, 1)
  postMessage('ready')
}

addEventListener('message', async ({ data: way }) => {
  try {
    for (const name of await ran(way)) names.add(name)
    // What the helper has said arrives now.
    await new Promise((resolve) => setTimeout(resolve, 500))
    postMessage([...names])
  } catch (error) {
    // What is thrown goes to the page: it ends the profile.
    setTimeout(() => { throw error })
  }
})`

const HELPER = `
import { ganvas, marked } from '/engine.js'

addEventListener('message', ({ data: memory }) => {
  for (let told = 0; ; ) {
    ganvas.help(memory)
    const names = marked()
    if (names.length > told) postMessage(names)
    told = names.length
  }
})
postMessage('ready')`

/** Where it computes, and whether the browser has relaxed SIMD, which only the CPU asks for. */
const WAYS = [
  ['cpu', false],
  ['cpu', true],
  ['webgpu', true],
]

/** Whether a hash table is full of what was removed is chance: any visit may call these. */
const BY_CHANCE = /rehash_in_place/

function byChance(bytes) {
  const module = read(bytes)
  const names = [...ownFunctions(module)].map(({ name }) => name)
  module.dispose()
  return names.filter((name) => BY_CHANCE.test(name))
}

/** The names of those that a visit calls, on the CPU or on WebGPU; `script` is the module's own. */
export async function profile(bytes, script) {
  const session = await open()
  const put = (path, type, body) => session.put(path, { headers: { 'Content-Type': type }, body })
  put('/pkg/ganvas.js', 'text/javascript', script)
  put('/pkg/ganvas_bg.wasm', 'application/wasm', instrument(bytes))
  put('/visit.js', 'text/javascript', readFileSync(VISIT))
  put('/engine.js', 'text/javascript', ENGINE)
  put('/worker.js', 'text/javascript', WORKER)
  put('/helper.js', 'text/javascript', HELPER)
  try {
    const { page } = await openPage(session, '/blank')
    page.setDefaultTimeout(0)
    const names = new Set(byChance(bytes))
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
