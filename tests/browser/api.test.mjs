// The npm package's own interface, from pkg/: what it fetches, what it gives, and what it leaves alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bytesOf, open, openEngine, openPage } from './harness.mjs'

const MODEL = '/models/mnist-28-labels.safetensors'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** What `work` gives on a page that has the package as `window.package`, and the paths it has fetched. */
async function use(work, argument) {
  const paths = []
  const { page, complaints, close } = await openPage(session, '/blank', (page) =>
    page.context().on('request', (request) => paths.push(new URL(request.url()).pathname)),
  )
  await page.evaluate(async () => {
    window.package = await import('/pkg/index.js')
  })
  const found = await page.evaluate(work, argument)
  assert.deepEqual(complaints, [])
  await close()
  return { found, paths }
}

const engineIn = (paths) =>
  paths.filter((path) => /ganvas_(cpu|webgpu)(_bg)?\.(js|wasm)$/.test(path))

test('the recipes are those of the engine, which is not fetched for them', async () => {
  const { found, paths } = await use(async () => {
    const first = await window.package.recipes()
    // Whoever gets them may change them.
    first[0].width = 1
    return await window.package.recipes()
  })
  const { page, close } = await openEngine(session)
  const expected = await page.evaluate(() => JSON.parse(window.ganvas.presets()))
  await close()
  assert.deepEqual(found, expected)
  assert.deepEqual(engineIn(paths), [])
  assert.ok(paths.every((path) => !path.endsWith('.wasm')))
})

/** All that a generator can be asked, by the package or by the engine itself. */
async function askPackage([model, thread]) {
  const options = { backend: 'cpu', thread }
  const generator = await window.package.openGenerator(model, options)
  const latents = await generator.latents(6, 7)
  const long = latents.length / 6
  const [one, other] = [latents.slice(0, long), latents.slice(long, 2 * long)]
  const { rgba, ...size } = await generator.draw(latents, {
    labels: [0, 1, 2, 3, 4, 5],
    columns: 3,
  })
  const along = { spherical: true, closed: false }
  const code = await generator.writeLatent(one, 3)
  const read = await generator.readLatent(code)
  const numbers = [
    latents,
    await generator.walk([0, 0.5, 3], { seed: 5, start: one, truncation: 0.7 }),
    await generator.walk([0, 2], { seed: 5 }),
    await generator.neighbours(one, 3, 0.2, 9),
    await generator.truncated(one, 0.5),
    await generator.arithmetic(one, other, latents),
    await generator.along(latents, [0, 0.3, 1], along),
    await generator.interpolate(one, other, 0.3),
    read.latent,
  ]
  const gif = await generator.gif(latents, { magnify: 1, delay: 5, images: 1, columns: 1 })
  const stop = new AbortController()
  stop.abort()
  const stopped = await generator
    .gif(latents, { magnify: 1, delay: 5, images: 1, columns: 1, signal: stop.signal })
    .catch(({ name }) => name)
  const wrong = await generator
    .along(latents.slice(0, 150), [0.5], along)
    .catch(({ name, message }) => [name, message.length > 20])
  const { backend } = generator
  generator.close()
  const closed = await generator.latents(1).catch(({ name }) => name)
  return {
    backend: backend.kind,
    size,
    rgba: window.base64(rgba),
    numbers: numbers.map((each) => [...each]),
    label: read.label,
    gif: String.fromCharCode(...gif.slice(0, 6)),
    errors: [stopped, wrong, closed],
  }
}

async function askEngine(model) {
  const { ganvas } = window
  const bytes = new Uint8Array(await (await fetch(model)).arrayBuffer())
  const generator = ganvas.DeviceGenerator.open(await ganvas.Backend.open(), 'model', bytes)
  const latents = generator.latents(6, 7)
  const long = latents.length / 6
  const [one, other] = [latents.slice(0, long), latents.slice(long, 2 * long)]
  const path = (keys, ...parts) => ganvas.along(keys, long, Float32Array.from(parts), true, false)
  const classes = Float32Array.from({ length: 60 }, (_, at) => (at % 11 === 0 ? 1 : 0))
  const numbers = [
    latents,
    generator.walk(5, one, 0.7, Float64Array.of(0, 0.5, 3)),
    generator.walk(5, undefined, 1, Float64Array.of(0, 2)),
    generator.neighbours(one, 3, 0.2, 9),
    generator.truncated(one, 0.5),
    generator.arithmetic(one, other, latents),
    path(latents, 0, 0.3, 1),
    path(latents.slice(0, 2 * long), 0.3),
    generator.readLatent(generator.writeLatent(one, 3)).latent(),
  ]
  return {
    numbers: numbers.map((each) => [...each]),
    rgba: window.base64((await generator.draw(latents, classes, 3)).rgba()),
  }
}

test('a generator answers as the engine does, on either thread, and the runtime draws', async () => {
  const { page, close } = await openEngine(session)
  const expected = await page.evaluate(askEngine, MODEL)
  await close()
  for (const thread of ['worker', 'main']) {
    const { found } = await use(askPackage, [MODEL, thread])
    assert.deepEqual(found.numbers, expected.numbers, thread)
    const [drawn, wanted] = [bytesOf(found.rgba), bytesOf(expected.rgba)]
    assert.equal(drawn.length, wanted.length)
    assert.ok(drawn.every((value, at) => Math.abs(value - wanted[at]) <= 1))
    assert.deepEqual(found.size, { columns: 3, rows: 2, width: 28, height: 28 })
    assert.deepEqual([found.backend, found.label, found.gif], ['cpu', 3, 'GIF89a'])
    assert.deepEqual(found.errors, ['Stopped', ['RecipeError', true], 'EngineClosed'])
  }
})

test('a generator on the CPU does without the engine, until a GIF is wanted', async () => {
  const { found, paths } = await use(async (model) => {
    const generator = await window.package.openGenerator(model)
    await generator.draw(await generator.latents(1, 7))
    return generator.backend
  }, MODEL)
  assert.deepEqual(found, { kind: 'cpu', adapter: 'WebAssembly SIMD', threads: 1, reason: null })
  assert.deepEqual(engineIn(paths), [])
})

test('opening can be given up', async () => {
  const { found } = await use(async (model) => {
    const stop = new AbortController()
    const opening = window.package.openGenerator(model, { signal: stop.signal })
    stop.abort()
    const before = AbortSignal.abort(new RangeError('never'))
    return await Promise.all(
      [opening, window.package.openGenerator(model, { signal: before })].map((each) =>
        each.catch(({ name }) => name),
      ),
    )
  }, MODEL)
  assert.deepEqual(found, ['AbortError', 'RangeError'])
})

for (const thread of ['worker', 'main']) {
  test(`starting a training can be given up, in the ${thread}`, async () => {
    const { found } = await use(async (thread) => {
      const { startTraining } = window.package
      const options = { backend: 'cpu', data: 'drawn-digits', thread }
      const gaveUp = (signal, onProgress) =>
        startTraining({ ...options, signal, onProgress }).catch(({ name }) => name)
      const atOnce = new AbortController()
      const starting = gaveUp(atOnce.signal)
      atOnce.abort()
      // While the engine's code arrives.
      const later = new AbortController()
      const loading = gaveUp(later.signal, () => {
        later.abort(new RangeError('enough'))
      })
      return await Promise.all([starting, loading, gaveUp(AbortSignal.abort())])
    }, thread)
    assert.deepEqual(found, ['AbortError', 'RangeError', 'AbortError'])
  })
}

test('what is disposed of is closed', async () => {
  const { found } = await use(async (model) => {
    const generator = await window.package.openGenerator(model)
    generator[Symbol.dispose]()
    return await generator.latents(1).catch(({ name }) => name)
  }, MODEL)
  assert.equal(found, 'EngineClosed')
})

test('a training is iterated, and arrays that it is handed stay the caller’s own', async () => {
  const { found } = await use(async () => {
    const { openGenerator, resumeTraining, startTraining } = window.package
    const images = Uint8Array.from({ length: 16 + 64 * 784 }, (_, at) => (at * 31) % 251)
    images.set([0, 0, 8, 3, 0, 0, 0, 64, 0, 0, 0, 28, 0, 0, 0, 28])
    const labels = null
    const data = { kind: 'idx', name: 'mine', images, labels }
    const recipes = await window.package.recipes()
    const recipe = { ...recipes.find(({ name }) => name === 'mlp-gan'), width: 1, batch: 4 }
    const training = await startTraining({ recipe, data, backend: 'cpu' })
    const steps = []
    for await (const { step } of training) {
      if (steps.push(step) === 2) break
    }
    const checkpoint = await training.checkpoint()
    const file = await training.save('f32')
    training.close()
    const resumed = await resumeTraining(checkpoint, { data, backend: 'cpu' })
    resumed.close()
    ;(await openGenerator(file)).close()
    return [images.length, checkpoint.length > 0, file.length > 0, steps]
  })
  assert.deepEqual(found, [16 + 64 * 784, true, true, [1, 2]])
})
