// The engine's second part: fetched when something of it is called, and not before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openEngine } from './harness.mjs'

const SECOND = '/pkg/ganvas_deferred_bg.wasm'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** An engine, and the requests for its second part. */
async function openWatched() {
  const requests = []
  const engine = await openEngine(session, (page) =>
    page.on('request', (request) => {
      if (request.url().endsWith(SECOND)) requests.push(request.url())
    }),
  )
  return { ...engine, requests }
}

/** The losses of three steps; `layers` are put before the generator's last two. */
const train = (page, backend, layers = []) =>
  page.evaluate(
    async ([backend, layers]) => {
      const preset = JSON.parse(window.ganvas.presets())[0]
      const generator = [...preset.generator]
      generator.splice(-2, 0, ...layers)
      const data = window.ganvas.DataSet.drawnDigits(1)
      const training = await window.training(backend, { width: 2, batch: 4, generator }, data, 7)
      const reports = JSON.parse(await training.next(3))
      ;(await training.samples(true)).rgba()
      return reports.map(({ d_loss, g_loss }) => [d_loss, g_loss])
    },
    [backend, layers],
  )

/** Layers of no recipe; they leave images as large as they were there. */
const RARE = [
  { layer: 'instance-norm' },
  { layer: 'softplus' },
  { layer: 'resize', to: [14, 14], mode: 'bilinear' },
]

test('the page opens and trains without it', async () => {
  const queries = [
    '?backend=cpu',
    '?backend=cpu&width=32&batch=16',
    '?backend=webgpu',
    '?backend=cpu&recipe=drawn-faces-64',
    '?backend=cpu&recipe=drawn-faces-64&width=16&batch=4',
  ]
  for (const query of queries) {
    const requests = []
    const data = query.includes('recipe') ? '' : '&data=drawn-digits'
    const size = query.includes('width') ? '' : '&width=2&batch=4'
    const app = await openApp(session, `${query}${size}${data}`, {
      prepare: (page) =>
        page.context().on('request', (request) => {
          if (request.url().includes('ganvas_deferred')) requests.push(request.url())
        }),
    })
    await app.start()
    await app.reachesStep(3)
    assert.deepEqual(requests, [], query)
    await app.close()
  }
})

test('a training does without it, on the CPU and on WebGPU', async () => {
  const { page, requests, complaints, close } = await openWatched()
  for (const backend of ['cpu', 'webgpu']) {
    const losses = await train(page, backend)
    assert.ok(losses.flat().every(Number.isFinite))
  }
  assert.deepEqual([requests, complaints], [[], []])
  await close()
})

test('what is called of it is fetched, once, and computes on WebGPU what it does on the CPU', async () => {
  const { page, requests, complaints, close } = await openWatched()
  const [cpu, webgpu] = [await train(page, 'cpu', RARE), await train(page, 'webgpu', RARE)]
  for (const [step, losses] of cpu.entries()) {
    for (const [index, loss] of losses.entries()) {
      const apart = Math.abs(webgpu[step][index] - loss) / Math.abs(loss)
      assert.ok(apart < 1e-3, `step ${step + 1}: ${loss} on the CPU, ${webgpu[step][index]}`)
    }
  }
  assert.equal(requests.length, 1)
  assert.deepEqual(complaints, [])
  await close()
})
