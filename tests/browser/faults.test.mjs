// What goes wrong in other people's browsers: the page says so in a sentence, and goes on.
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { choose, drop, mnist, packedMnist } from './files.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'

const CPU = '?backend=cpu&width=4&batch=8'
const DRAWN = '&data=drawn-digits'
/** A recipe that few train: it calls the engine's second part. */
const MIRROR = 'https://cdn.jsdelivr.net/**'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

async function assertTrains(app) {
  const before = await app.step()
  await app.takeSteps(2)
  assert.equal(await app.phase(), 'ready')
  const reports = (await app.log()).reports.slice(-2)
  assert.deepEqual(
    reports.map(({ step }) => step),
    [before + 1, before + 2],
  )
  assert.ok(reports.every(({ d_loss, g_loss }) => Number.isFinite(d_loss + g_loss)))
}

/** WebGPU was asked for, but the CPU computes, and the page says why. */
async function assertOnCpuInstead(app, why) {
  assert.equal(await app.phase(), 'ready')
  assert.deepEqual(await app.messages(), [['notice', `${why} The CPU is used instead.`]])
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.equal(await app.page.inputValue('#backend'), 'cpu')
}

test('a software adapter is left aside for the CPU, and the page says why', async () => {
  const app = await openApp(session, `?width=4&batch=8${DRAWN}`)
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.match(await app.text('backend-reason'), /software one \(google swiftshader\)/)
  await assertTrains(app)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a browser without WebGPU trains on the CPU', async () => {
  const worker = 'delete WorkerNavigator.prototype.gpu'
  const app = await openApp(session, `?width=4&batch=8${DRAWN}`, { worker })
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.equal(await app.text('backend-reason'), 'This browser has no WebGPU.')
  await assertTrains(app)
  assert.deepEqual(app.complaints, [])
  await app.close()

  const asked = await openApp(session, `?backend=webgpu&width=4&batch=8${DRAWN}`, { worker })
  await assertOnCpuInstead(asked, 'This browser has no WebGPU.')
  await assertTrains(asked)
  assert.deepEqual(asked.complaints, [])
  await asked.close()
})

test('WebGPU that never answers is not waited for', async () => {
  const silent = (method) => `${method} = () => new Promise(() => {})
    const timer = setTimeout
    globalThis.setTimeout = (then, wait) => timer(then, wait === 10000 ? 100 : wait)`
  const said = 'WebGPU did not answer within 10 seconds.'
  const app = await openApp(session, `?width=4&batch=8${DRAWN}`, {
    worker: silent('GPU.prototype.requestAdapter'),
  })
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.equal(await app.text('backend-reason'), said)
  await assertTrains(app)
  assert.deepEqual(app.complaints, [])
  await app.close()

  const asked = await openApp(session, `?backend=webgpu&width=4&batch=8${DRAWN}`, {
    worker: silent('GPUAdapter.prototype.requestDevice'),
  })
  await assertOnCpuInstead(asked, said)
  await assertTrains(asked)
  await asked.close()
})

test('a browser without a graphics adapter trains on the CPU', async () => {
  const bare = await open({ flags: BASIC_FLAGS })
  const app = await openApp(bare, `?width=4&batch=8${DRAWN}`)
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.match(await app.text('backend-reason'), /^This browser has WebGPU, but found no .*adapter/)
  await assertTrains(app)
  // Chromium says so itself, whatever the page does.
  assert.deepEqual(
    app.complaints.filter((text) => text !== 'No available adapters.'),
    [],
  )
  await app.close()
  await bare.close()
})

test('without MNIST beside the page and on the mirror, drawn digits take its place', async () => {
  const app = await openApp(session, CPU, {
    prepare: async (page) => {
      await page.route('**/data/mnist/**', (route) => route.fulfill({ status: 404 }))
      await page.route(MIRROR, (route) => route.abort())
    },
  })
  const [[kind, sentence], ...others] = await app.messages()
  assert.equal(kind, 'notice')
  assert.match(sentence, /^MNIST is not beside this page, .* could not be fetched from cdn\./)
  assert.match(sentence, /Drawn digits are used instead\.$/)
  assert.deepEqual(others, [])
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  assert.match(await app.text('data-info'), /digits: .* images of 28×28/)
  await assertTrains(app)
  await app.close()
})

test('the mirror serves where MNIST is not beside the page, or is something else', async () => {
  let fetched = 0
  const mirror = async (route) => {
    fetched += 1
    const body = await mnist(basename(new URL(route.request().url()).pathname, '.gz'))
    await route.fulfill({ body, headers: { 'Access-Control-Allow-Origin': '*' } })
  }
  const app = await openApp(session, CPU, {
    prepare: async (page) => {
      // As servers do that answer every unknown path with their start page.
      await page.route('**/data/mnist/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }),
      )
      await page.route(MIRROR, mirror)
    },
  })
  assert.deepEqual(await app.messages(), [])
  assert.match(await app.text('data-info'), /^MNIST: 60,000 images/)
  assert.equal(fetched, 2)
  await assertTrains(app)

  // Kept by the browser: the next visit needs no download.
  await app.page.reload()
  await app.settled()
  assert.match(await app.text('data-info'), /^MNIST: 60,000 images/)
  assert.equal(fetched, 2)

  // A file of the right size with one other byte is not MNIST.
  await app.page.unroute('**/data/mnist/**')
  await app.page.route('**/data/mnist/*labels*', async (route) => {
    const body = await mnist('train-labels-idx1-ubyte')
    body[2000] ^= 1
    await route.fulfill({ body, contentType: 'application/octet-stream' })
  })
  await app.page.reload()
  await app.settled()
  const messages = await app.messages()
  assert.equal(messages.length, 1)
  assert.match(messages[0][1], /train-labels-idx1-ubyte\.gz was refused: the SHA-256 of/)
  assert.match(await app.text('data-info'), /^MNIST: 60,000 images/)
  await app.close()
})

/** Hands the browser garbage in place of the shaders whose number `isBad` accepts. */
const refusedShader = (isBad) => `{
  let count = 0
  const isBad = ${isBad}
  const { createShaderModule } = GPUDevice.prototype
  GPUDevice.prototype.createShaderModule = function (descriptor) {
    count += 1
    const code = isBad(count) ? 'this is no shader' : descriptor.code
    return createShaderModule.call(this, { ...descriptor, code })
  }
}`

test('a shader that the browser refuses ends in an error, never in numbers', async () => {
  const worker = refusedShader('(count) => count >= 12')
  const app = await openApp(session, `?backend=webgpu&width=4&batch=8${DRAWN}`, { worker })
  await app.start()
  await app.reaches('failed')
  const [[kind, sentence], ...others] = await app.messages()
  assert.equal(kind, 'error')
  assert.match(sentence, /^The graphics device refused a command, .* choose the CPU backend/)
  assert.deepEqual(others, [])
  assert.doesNotMatch(await app.page.locator('#train').innerText(), /\bNaN\b/)
  assert.deepEqual((await app.log()).reports, [])
  assert.ok(await app.page.locator('#start').isDisabled())

  await app.page.selectOption('#backend', 'cpu')
  await app.reset()
  assert.deepEqual(await app.messages(), [])
  assert.equal(await app.text('backend-name'), 'CPU')
  await assertTrains(app)
  assert.equal((await app.log()).workers, 2, 'went on with an engine whose device is refused')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a shader refused while the page gets ready is told as well', async () => {
  const worker = refusedShader('(count) => count === 1')
  const app = await openApp(session, `?backend=webgpu&width=4&batch=8${DRAWN}`, { worker })
  assert.equal(await app.phase(), 'failed')
  const [[kind, sentence]] = await app.messages()
  assert.equal(kind, 'error')
  assert.match(sentence, /^The graphics device refused a command/)
  // Automatic takes the CPU here: a new worker, the same page.
  await app.page.selectOption('#backend', 'auto')
  await app.reset()
  await assertTrains(app)
  assert.equal((await app.log()).workers, 2)
  await app.close()
})

test('a lost device stops the training with an error, and Reset recovers', async () => {
  const worker = `{
    const { requestDevice } = GPUAdapter.prototype
    GPUAdapter.prototype.requestDevice = async function (...wanted) {
      const device = await requestDevice.apply(this, wanted)
      new BroadcastChannel('lose').onmessage = () => device.destroy()
      return device
    }
  }`
  const app = await openApp(session, `?backend=webgpu&width=4&batch=8${DRAWN}`, { worker })
  await app.start()
  await app.reachesStep(1)
  assert.equal(await app.phase(), 'running')
  await app.page.evaluate(() => new BroadcastChannel('lose').postMessage('now'))
  await app.reaches('failed')
  const [[kind, sentence], ...others] = await app.messages()
  assert.equal(kind, 'error')
  // A read under way at that moment fails first, and is told as such.
  assert.match(sentence, /^The (graphics device was lost|device did not deliver its results)/)
  assert.deepEqual(others, [])
  assert.doesNotMatch(await app.page.locator('#train').innerText(), /\bNaN\b/)
  const { reports } = await app.log()
  assert.ok(reports.every(({ d_loss, g_loss }) => Number.isFinite(d_loss + g_loss)))

  await app.reset()
  assert.deepEqual(await app.messages(), [])
  assert.equal(await app.text('backend-name'), 'WebGPU')
  assert.equal((await app.log()).workers, 2)
  await app.takeSteps(1)
  assert.equal(await app.phase(), 'ready')
  assert.deepEqual((await app.log()).reports.at(-1), reports[0])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an engine that stops dead is replaced', async () => {
  const worker = `new BroadcastChannel('trap').onmessage = () => {
    void Promise.reject(new WebAssembly.RuntimeError('unreachable'))
  }`
  const app = await openApp(session, CPU + DRAWN, { worker })
  await app.start()
  await app.reachesStep(3)
  await app.page.evaluate(() => new BroadcastChannel('trap').postMessage('now'))
  await app.reaches('failed')
  const [[kind, sentence]] = await app.messages()
  assert.equal(kind, 'error')
  assert.match(sentence, /^The engine stopped unexpectedly \(unreachable\)/)
  await app.reset()
  assert.equal(await app.step(), 0)
  await assertTrains(app)
  await app.close()
})

test('an engine that cannot be fetched is told in a sentence, and Reset tries again', async () => {
  const app = await openApp(session, CPU + DRAWN, {
    prepare: (page) => page.route('**/*.wasm', (route) => route.abort()),
  })
  assert.equal(await app.phase(), 'failed')
  const [[kind, sentence]] = await app.messages()
  assert.equal(kind, 'error')
  assert.match(sentence, /^ganvas_cpu_bg.*\.wasm could not be fetched from 127\.0\.0\.1/)
  await app.page.unroute('**/*.wasm')
  await app.reset()
  await assertTrains(app)
  await app.close()
})

test('a second part of the engine that cannot be fetched is told in a sentence', async () => {
  const rare = `?backend=webgpu&width=2&batch=4&recipe=wgan-32${DRAWN}`
  const app = await openApp(session, rare, {
    prepare: (page) => page.route('**/ganvas_webgpu_deferred*.wasm', (route) => route.abort()),
  })
  await app.start()
  await app.reaches('failed')
  const [[kind, sentence]] = await app.messages()
  assert.equal(kind, 'error')
  assert.match(
    sentence,
    /^The engine stopped unexpectedly \(ganvas_webgpu_deferred.*\.wasm, the engine's second part, could not be fetched from 127\.0\.0\.1/,
  )
  await app.page.unroute('**/ganvas_webgpu_deferred*.wasm')
  await app.reset()
  await assertTrains(app)
  await app.close()
})

test('IDX files of one’s own are trained on; others are refused in a sentence', async () => {
  const app = await openApp(session, `?backend=cpu&width=4&batch=8&seed=2${DRAWN}`)
  await app.start()
  await app.reachesStep(1)
  const test = await packedMnist('t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte')
  const [images, labels] = test
  const [[, otherLabels]] = await packedMnist('train-labels-idx1-ubyte')
  const cut = images[1].subarray(0, 400_000)
  const bad = [
    [
      'HTML',
      [['images', Buffer.from('<!doctype html><p>Not found')]],
      /^images cannot be used for training: it begins with “<!doctype html><…”; expected/,
    ],
    ['cut off', [['cut.gz', cut]], /cut\.gz.* breaks off/],
    ['labels alone', [['some-labels', labels[1]]], /^some-labels contains labels; training/],
    [
      'labels of another set',
      [images, ['train-labels', otherLabels]],
      /^train-labels has 60000 labels, but t10k-images-idx3-ubyte\.gz has 10000 images\.$/,
    ],
    [
      'empty',
      [['nothing', Buffer.alloc(0)]],
      /^nothing cannot be used for training: it begins with nothing; expected/,
    ],
  ]
  for (const [what, files, expected] of bad) {
    const count = (await app.messages()).length
    await drop(app.page, files)
    const [kind, sentence] = await app.messageAfter(count)
    assert.equal(kind, 'error', what)
    assert.match(sentence, expected, what)
    assert.doesNotMatch(sentence, /[.!] [A-Z]/, `${what}: more than one sentence`)
    await app.page.locator('#messages button').last().click()
    assert.deepEqual(await app.messages(), [])
    // The training was not disturbed.
    assert.equal(await app.phase(), 'running', what)
    await app.reachesStep((await app.step()) + 1)
    assert.match(await app.text('data-info'), /60,000 images/, what)
  }

  await choose(app.page, test)
  await app.page.waitForFunction(() =>
    document.getElementById('pending').textContent.startsWith('New data set'),
  )
  assert.equal(await app.phase(), 'running')
  await app.pause()
  await app.reset()
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.match(await app.text('data-info'), /10,000 images of 28×28, 10 classes$/)
  assert.match(await app.text('training-info'), /; 1,250 steps per epoch$/)
  await assertTrains(app)
  const { reports } = await app.log()
  assert.ok(Math.abs(reports.at(-1).epoch - 16 / 10_000) < 1e-6)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})
