// The second part of the engine for WebGPU: fetched when something of it is called, and not before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openEngine } from './harness.mjs'

const SECOND = '/pkg/ganvas_webgpu_deferred_bg.wasm'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** The losses of three steps; `layers` are put before the generator's last two. */
const train = (page, layers = []) =>
  page.evaluate(async (layers) => {
    const preset = JSON.parse(window.ganvas.presets()).find(({ name }) => name === 'dcgan-mnist')
    const generator = [...preset.generator]
    generator.splice(-2, 0, ...layers)
    const data = window.ganvas.DataSet.drawnDigits(1)
    const training = await window.training({ width: 2, batch: 4, generator }, data, 7)
    const reports = JSON.parse(await training.next(3))
    ;(await training.samples(true)).rgba()
    return reports.map(({ d_loss, g_loss }) => [d_loss, g_loss])
  }, layers)

/** Layers of no recipe; they leave images as large as they were there. */
const RARE = [
  { layer: 'instance-norm' },
  { layer: 'softplus' },
  { layer: 'resize', to: [14, 14], mode: 'bilinear' },
]

test('the page opens and trains without it', async () => {
  for (const query of ['?backend=webgpu&data=drawn-digits', '?backend=cpu&data=drawn-digits']) {
    const requests = []
    const app = await openApp(session, `${query}&width=2&batch=4`, {
      prepare: (page) =>
        page.context().on('request', (request) => {
          if (request.url().includes('deferred')) requests.push(request.url())
        }),
    })
    await app.start()
    await app.reachesStep(3)
    assert.deepEqual(requests, [], query)
    await app.close()
  }
})

test('what is called of it is fetched, once, and computes what the CPU does', async () => {
  const requests = []
  const engine = await openEngine(session, {
    backend: 'webgpu',
    prepare: (page) =>
      page.on('request', (request) => {
        if (request.url().endsWith(SECOND)) requests.push(request.url())
      }),
  })
  const plain = await train(engine.page)
  assert.ok(plain.flat().every(Number.isFinite))
  assert.deepEqual(requests, [])
  const cpu = await openEngine(session)
  const [expected, found] = [await train(cpu.page, RARE), await train(engine.page, RARE)]
  for (const [step, losses] of expected.entries()) {
    for (const [index, loss] of losses.entries()) {
      const apart = Math.abs(found[step][index] - loss) / Math.abs(loss)
      assert.ok(apart < 1e-3, `step ${step + 1}: ${loss} on the CPU, ${found[step][index]}`)
    }
  }
  assert.equal(requests.length, 1)
  assert.deepEqual([...engine.complaints, ...cpu.complaints], [])
  await Promise.all([engine.close(), cpu.close()])
})
