// Which functions of the engine for WebGPU a visit calls, seen in a browser.
import { readFileSync } from 'node:fs'
import { open, openPage } from '../../tests/browser/harness.mjs'
import { MARK, instrument } from './instrument.mjs'
import { ownFunctions, read } from './module.mjs'

const VISIT = new URL('visit.mjs', import.meta.url)
const CLASSIFIER = new URL('../../www/src/engine/judge-digits.safetensors', import.meta.url)

/** The names of the functions that have run, of the marks among an instance's exports. */
const ENGINE = `
import * as ganvas from '/pkg/ganvas_webgpu.js'
import { visit } from '/visit.js'

const exports = await ganvas.default({ module_or_path: '/pkg/ganvas_webgpu_bg.wasm' })

export async function ran(count) {
  await visit(ganvas, count)
  return Object.entries(exports)
    .filter(([name, global]) => name.startsWith('${MARK}') && global.value === 1)
    .map(([name]) => name.slice(${MARK.length}))
}`

const WORKER = `
import { ran } from '/engine.js'

// What is thrown goes to the page: it ends the profile.
ran().then(postMessage, (error) => setTimeout(() => { throw error }))`

/** Whether a hash table is full of what was removed is chance: any visit may call these. */
const BY_CHANCE = /rehash_in_place/

function byChance(bytes) {
  const module = read(bytes)
  const names = [...ownFunctions(module)].map(({ name }) => name)
  module.dispose()
  return names.filter((name) => BY_CHANCE.test(name))
}

/** The names of those that a visit calls; `script` is the module's own. */
export async function profile(bytes, script) {
  const session = await open()
  const put = (path, type, body) => session.put(path, { headers: { 'Content-Type': type }, body })
  put('/pkg/ganvas_webgpu.js', 'text/javascript', script)
  put('/pkg/ganvas_webgpu_bg.wasm', 'application/wasm', instrument(bytes))
  put('/judge-digits.safetensors', 'application/octet-stream', readFileSync(CLASSIFIER))
  put('/visit.js', 'text/javascript', readFileSync(VISIT))
  put('/engine.js', 'text/javascript', ENGINE)
  put('/worker.js', 'text/javascript', WORKER)
  try {
    const { page } = await openPage(session, '/blank')
    page.setDefaultTimeout(0)
    console.error('Visiting on WebGPU, to see what is called; this takes a while')
    // The page's own engine is in a worker; the package's may be on the page's thread.
    const called = [byChance(bytes), await page.evaluate(inWorker), await page.evaluate(onPage)]
    return new Set(called.flat())
  } finally {
    await session.close()
  }
}

const onPage = async () => await (await import('/engine.js')).ran(1)

const inWorker = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(data)
    }
  })
