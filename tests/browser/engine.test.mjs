// The engine by itself in a real browser: WebGPU computes what the CPU computes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bytesOf, open, openEngine } from './harness.mjs'

/** A page of each engine for all: what it has compiled for the graphics card it need not compile again. */
let session, engines
before(async () => {
  session = await open()
  const [cpu, webgpu] = await Promise.all([
    openEngine(session),
    openEngine(session, { backend: 'webgpu', prepare: keepShaders }),
  ])
  engines = { cpu, webgpu }
})
after(() => session.close())

/** Losses of `steps` steps, and the sample grid after them; a network of the test's own learns drawn digits. */
async function run(backend, steps, layers) {
  const { reports, rgba } = await engines[backend].page.evaluate(
    async ([steps, layers]) => {
      const data = layers ? window.ganvas.DataSet.drawnDigits(0) : await window.mnist()
      const changes = layers ?? { width: 4, batch: 8 }
      const training = await window.training(changes, data, 7)
      const reports = JSON.parse(await training.next(steps))
      const grid = await training.samples(true)
      return { reports, rgba: window.base64(grid.rgba()) }
    },
    [steps, layers],
  )
  return { reports, rgba: bytesOf(rgba) }
}

/** What goes wrong in `body`, run in the page, as name and message. */
async function failure(body) {
  return await engines.cpu.page.evaluate(async (body) => {
    try {
      await new Function('ganvas', `return (async () => { ${body} })()`)(window.ganvas)
    } catch (error) {
      return { isError: error instanceof Error, name: error.name, message: error.message }
    }
  }, body)
}

/** Keeps every shader that reaches the browser in `window.shaders`. */
function keepShaders(page) {
  return page.addInitScript(() => {
    window.shaders = []
    const create = GPUDevice.prototype.createShaderModule
    GPUDevice.prototype.createShaderModule = function (descriptor) {
      window.shaders.push(descriptor.code)
      return create.call(this, descriptor)
    }
  })
}

function assertSameLosses(cpu, webgpu, keys) {
  for (const [index, expected] of cpu.reports.entries()) {
    const found = webgpu.reports[index]
    for (const key of keys) {
      const both = `${expected[key]} on the CPU, ${found[key]} on WebGPU`
      assert.ok(relative(expected[key], found[key]) < 1e-3, `step ${index + 1}, ${key}: ${both}`)
    }
  }
}

function assertQuiet() {
  assert.deepEqual([...engines.cpu.complaints, ...engines.webgpu.complaints], [])
}

const relative = (a, b) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-6)

test('WebGPU gives the losses of the CPU, for 10 steps, without subgroups', async () => {
  const cpu = await run('cpu', 10)
  const webgpu = await run('webgpu', 10)
  assertSameLosses(cpu, webgpu, ['d_loss', 'g_loss', 'd_real', 'd_fake'])
  const most = cpu.rgba.reduce(
    (most, byte, index) => Math.max(most, Math.abs(byte - webgpu.rgba[index])),
    0,
  )
  assert.ok(most <= 2, `samples are up to ${most} of 255 apart`)
  const shaders = await engines.webgpu.page.evaluate(() => window.shaders)
  assert.ok(shaders.length > 10)
  const needy = shaders.filter((code) => /enable\s+subgroups|subgroup[A-Z]/.test(code))
  assert.equal(needy.length, 0, 'no shader may need subgroups: not every browser has them')
  assertQuiet()
})

test('a generator opened from its file draws the sample grid of its training', async () => {
  for (const [backend, { page }] of Object.entries(engines)) {
    const found = await page.evaluate(async () => {
      const { Backend, DataSet, DeviceGenerator } = window.ganvas
      const changes = { width: 2, batch: 4 }
      const training = await window.training(changes, DataSet.drawnDigits(0), 7)
      await training.next(2)
      const expected = window.base64((await training.samples(true)).rgba())
      const file = await training.generatorFile(true, 'f32')
      const generator = DeviceGenerator.open(await Backend.open(), 'file', file)
      const drawn = window.base64((await generator.images(64, 7)).rgba())
      const single = await generator.images(1, 7)
      const refusal = await generator
        .images(0, 7)
        .catch((error) => `${error.name}: ${error.message}`)
      return { expected, drawn, single: [single.rows, single.columns], refusal }
    })
    assert.ok(found.drawn === found.expected, `${backend} draws other images`)
    assert.deepEqual(found.single, [1, 1])
    assert.match(found.refusal, /^RecipeError: 0 images/)
  }
  assertQuiet()
})

test('every kind of layer computes the same on WebGPU', async () => {
  const layers = {
    width: 3,
    batch: 5,
    classes: 10,
    generator: [
      { layer: 'concat-label' },
      { layer: 'linear', out: '49w' },
      { layer: 'reshape', to: ['w', 7, 7] },
      { layer: 'layer-norm' },
      { layer: 'elu' },
      { layer: 'upsample', factor: 2, mode: 'bilinear' },
      { layer: 'conv', out: '2w', kernel: 3 },
      { layer: 'instance-norm' },
      { layer: 'silu' },
      { layer: 'dropout', rate: 0.2 },
      { layer: 'conv-transpose', out: 'w', kernel: 5, stride: 2 },
      { layer: 'batch-norm' },
      { layer: 'gelu' },
      { layer: 'conv', out: 1, kernel: 5, padding: [1, 3, 2, 2] },
      { layer: 'tanh' },
    ],
    discriminator: [
      { layer: 'concat-label' },
      { layer: 'conv', out: 'w', kernel: 5, stride: 2 },
      { layer: 'leaky-relu', slope: 0.2 },
      { layer: 'upsample', factor: 2 },
      { layer: 'conv', out: 'w', kernel: 4, stride: 3, padding: 1 },
      { layer: 'softplus' },
      { layer: 'flatten' },
      { layer: 'linear', out: 1 },
    ],
  }
  const cpu = await run('cpu', 3, layers)
  assertSameLosses(cpu, await run('webgpu', 3, layers), ['d_loss', 'g_loss'])
  assertQuiet()
})

test('every failure is an Error with a stable name and a sentence', async () => {
  const create = (recipe, seed = 1) => `
    const recipe = JSON.parse(ganvas.presets()).find(({ name }) => name === 'dcgan-mnist')
    ${recipe}
    const cpu = await ganvas.Backend.open()
    ganvas.Training.create(cpu, JSON.stringify(recipe), ganvas.DataSet.drawnDigits(1), ${seed})`
  for (const [body, name, words] of [
    [create('recipe.batch = 0'), 'RecipeError', 'batch is 0'],
    [create('recipe.optimizer = 1'), 'RecipeError', 'optimizer'],
    [create('recipe.generator.splice(1, 1)'), 'SpecError', 'generator'],
    [create('recipe.image.height = 32'), 'SpecError', '32×28'],
    [create('recipe.batch = 4096', -1), 'RecipeError', 'seed is -1'],
    ["ganvas.DataSet.idx('x', new Uint8Array([1, 2, 3]))", 'DataError', 'x'],
    ['ganvas.DataSet.drawnDigits(0.5)', 'RecipeError', '0.5'],
  ]) {
    const found = await failure(body)
    assert.ok(found?.isError, `${body} must fail`)
    assert.equal(found.name, name)
    assert.ok(found.message.includes(words), found.message)
    assert.match(found.message, /^[A-Z].*\.$/s)
  }
})

test('convolutions that the tab computes by fewer products are those of WebGPU', async () => {
  const layers = {
    width: 16,
    batch: 6,
    generator: [
      { layer: 'linear', out: '98w' },
      { layer: 'reshape', to: ['2w', 7, 7] },
      { layer: 'batch-norm' },
      { layer: 'relu' },
      { layer: 'conv-transpose', out: '2w', kernel: 4, stride: 2 },
      { layer: 'conv', out: 'w', kernel: 3 },
      { layer: 'relu' },
      { layer: 'conv-transpose', out: 'w', kernel: 5, stride: 2 },
      { layer: 'conv', out: 1, kernel: 3 },
      { layer: 'tanh' },
    ],
    discriminator: [
      { layer: 'conv', out: 'w', kernel: 3 },
      { layer: 'leaky-relu', slope: 0.2 },
      { layer: 'conv', out: 'w', kernel: 5, stride: 2 },
      { layer: 'leaky-relu', slope: 0.2 },
      { layer: 'conv', out: '2w', kernel: 4, stride: 2 },
      { layer: 'leaky-relu', slope: 0.2 },
      { layer: 'conv', out: '2w', kernel: 6, stride: 3, padding: 2 },
      { layer: 'flatten' },
      { layer: 'linear', out: 1 },
    ],
  }
  const cpu = await run('cpu', 3, layers)
  assertSameLosses(cpu, await run('webgpu', 3, layers), ['d_loss', 'g_loss'])
  assertQuiet()
})
