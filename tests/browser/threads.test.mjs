// Threads that help the CPU where the page is isolated from other origins.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'

let isolated, plain
before(async () => {
  ;[isolated, plain] = await Promise.all([open(), open({ isolated: false })])
})
after(() => Promise.all([isolated.close(), plain.close()]))

/** Steps of small networks, large enough to be shared out. */
const SIZE = { width: 32, batch: 16 }
const STEPS = 3

/** An engine that helpers help, and what became of the memory that they share. */
const ENGINE = `
import * as ganvas from '/pkg/ganvas_cpu.js'

async function train({ helpers, size, steps }) {
  const memories = [(await ganvas.default()).memory]
  for (let helper = 0; helper < helpers; helper += 1) {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 512, shared: true })
    new Worker('/helper.js', { type: 'module' }).postMessage(memory)
    ganvas.enlistHelper(memory, 1e5)
    memories.push(memory)
    const state = new Int32Array(memory.buffer)
    while (Atomics.load(state, 0) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const preset = JSON.parse(ganvas.presets()).find(({ name }) => name === 'dcgan-mnist')
  const recipe = { ...preset, ...size }
  const backend = await ganvas.Backend.open()
  const data = ganvas.DataSet.drawnDigits(1)
  const training = ganvas.Training.create(backend, JSON.stringify(recipe), data, 7)
  const reports = JSON.parse(await training.next(steps))
  // What is reused has its size by then.
  await training.next(20)
  const sizes = () => memories.map((memory) => memory.buffer.byteLength)
  const first = sizes()
  await training.next(40)
  return {
    losses: reports.map(({ d_loss, g_loss }) => [d_loss, g_loss]),
    first,
    later: sizes(),
  }
}

addEventListener('message', async ({ data }) => {
  try { postMessage(await train(data)) } catch (error) { setTimeout(() => { throw error }) }
})`

const HELPER = `
import init, { help } from '/pkg/ganvas_cpu.js'

addEventListener('message', async ({ data: memory }) => {
  await init()
  for (;;) help(memory)
})`

function train(page, helpers) {
  return page.evaluate(
    (asked) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/engine.js', { type: 'module' })
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.onmessage = ({ data }) => {
          worker.terminate()
          resolve(data)
        }
        worker.postMessage(asked)
      }),
    { helpers, size: SIZE, steps: STEPS },
  )
}

test('helpers take their share, and every loss is that of one thread', async () => {
  const script = (body) => ({ headers: { 'Content-Type': 'text/javascript' }, body })
  isolated.put('/engine.js', script(ENGINE))
  isolated.put('/helper.js', script(HELPER))
  const { page, close } = await openPage(isolated, '/blank')
  const alone = await train(page, 0)
  assert.ok(alone.losses.flat().every(Number.isFinite), JSON.stringify(alone))
  for (const count of [1, 2]) {
    const helped = await train(page, count)
    assert.deepEqual(helped.losses, alone.losses)
    // A shared memory grows with the first work that goes through it, and none after that.
    for (const bytes of helped.first.slice(1)) assert.ok(bytes > 2 ** 16, `${bytes} bytes`)
    assert.equal(helped.first.length, 1 + count)
    assert.deepEqual(helped.later, helped.first)
  }
  await close()
})

/** Losses of a training by the package, and how many threads it says there are. */
async function trainByPackage(session, thread = 'worker') {
  const { page, complaints, close } = await openPage(session, '/blank')
  const trained = await page.evaluate(
    async ({ size, steps, thread }) => {
      const { recipes, startTraining } = await import('/pkg/index.js')
      const recipe = { ...(await recipes())[0], ...size }
      const options = { recipe, data: 'drawn-digits', backend: 'cpu', thread }
      const training = await startTraining(options)
      const reports = await training.next(steps)
      training.close()
      const losses = reports.map(({ d_loss, g_loss }) => [d_loss, g_loss])
      return { losses, threads: training.backend.threads, cores: navigator.hardwareConcurrency }
    },
    { size: SIZE, steps: STEPS, thread },
  )
  assert.deepEqual(complaints, [])
  await close()
  return trained
}

test('the package has helpers where the page is isolated, and does without elsewhere', async () => {
  const helped = await trainByPackage(isolated)
  const alone = await trainByPackage(plain)
  assert.equal(alone.threads, 1)
  // A page's own thread may not wait for another.
  assert.deepEqual(await trainByPackage(isolated, 'main'), { ...alone, cores: helped.cores })
  // Of few cores all are used, of many the faster half.
  const { cores } = helped
  const wanted = cores <= 4 ? cores : Math.min(Math.max(4, Math.floor(cores / 2)), 8)
  assert.equal(helped.threads, wanted, `of ${cores} cores`)
  assert.deepEqual(helped.losses, alone.losses)
})

test('a helper that fails is done without', async () => {
  const alone = await trainByPackage(plain)
  for (const broken of [
    null,
    'throw new Error("This helper is broken.")',
    'postMessage("Hello.")',
  ]) {
    const answer = { headers: { 'Content-Type': 'text/javascript' }, body: broken }
    isolated.put('/pkg/ganvas-helper.js', broken && answer)
    const { losses } = await trainByPackage(isolated)
    assert.deepEqual(losses, alone.losses)
  }
  isolated.put('/pkg/ganvas-helper.js')
})

test('the page says with how many threads it trains', async () => {
  for (const session of [isolated, plain]) {
    const app = await openApp(session, '?backend=cpu&data=drawn-digits&width=4&batch=8')
    const cores = await app.page.evaluate(() => navigator.hardwareConcurrency)
    const text = await app.text('adapter-name')
    const isShared = session === isolated && cores > 1
    assert.match(text, isShared ? /^WebAssembly SIMD, \d threads$/ : /^WebAssembly SIMD$/)
    await app.start()
    await app.reachesStep(3)
    assert.deepEqual(app.complaints, [])
    await app.close()
  }
})
