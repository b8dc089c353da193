// The same fixtures from PyTorch that tests/parity.rs holds the CPU to, in a browser: on WebGPU and on the
// CPU, there with relaxed SIMD and without.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { bytesOf, open, openEngine } from './harness.mjs'

const TOLERANCE = 1e-3
/** A gradient below this part of its network's is rounding: that of a bias before batch norm. */
const ROUNDING = 1e-6

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** One page for all recipes: what it has compiled for the graphics card it need not compile again. */
const pages = new Map()
function pageOf({ on, way, prepare }) {
  if (!pages.has(way)) pages.set(way, openEngine(session, { backend: on, prepare }))
  return pages.get(way)
}

/** Name to numbers, of a safetensors file whose tensors are all f32. */
function tensors(file) {
  const start = 8 + Number(file.readBigUInt64LE(0))
  const { __metadata__, ...all } = JSON.parse(file.toString('utf8', 8, start))
  const read = ({ data_offsets: [from, to] }) =>
    Float64Array.from({ length: (to - from) / 4 }, (_, index) =>
      file.readFloatLE(start + from + 4 * index),
    )
  const numbers = Object.entries(all).map(([name, entry]) => [name, read(entry)])
  return { metadata: __metadata__, numbers: new Map(numbers) }
}

/** Three steps at the fixture's size: losses, and the checkpoint after them. */
async function run(page, about) {
  return await page.evaluate(async (about) => {
    const { ganvas } = window
    const recipe = JSON.parse(ganvas.presets()).find(({ name }) => name === about.name)
    Object.assign(recipe, { width: about.width, batch: about.batch })
    recipe.latent.dimension = about.latent
    // As in the fixtures: two of three steps have the penalty, and no noise is drawn inside a pass.
    if (recipe.real_penalty) recipe.real_penalty.every = 2
    for (const layer of recipe.generator) {
      layer.synthesis = layer.synthesis?.filter(({ layer }) => layer !== 'noise')
    }
    for (const optimiser of [recipe.generator_optimiser, recipe.discriminator_optimiser]) {
      Object.values(optimiser.algorithm)[0].epsilon *= about.epsilon_scale
    }
    const backend = await ganvas.Backend.open()
    const { DataSet } = ganvas
    const isFaces = recipe.data === 'drawn-faces'
    const data = isFaces ? DataSet.drawnFaces(about.seed) : DataSet.drawnDigits(about.seed)
    const training = ganvas.Training.create(backend, JSON.stringify(recipe), data, about.seed)
    const reports = JSON.parse(await training.next(3))
    return {
      losses: reports.flatMap(({ d_loss, g_loss }) => [d_loss, g_loss]),
      checkpoint: window.base64(await training.checkpoint()),
    }
  }, about)
}

const norm = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))

/** Whether the reference's gradient of this tensor is nothing but rounding. */
function isRounding(fixture, name) {
  const own = fixture.get(`gradient.${name}`)
  if (!own) return false
  const prefix = `gradient.${name.split('.')[0]}.`
  const all = [...fixture].filter(([key]) => key.startsWith(prefix)).map(([, one]) => norm(one))
  return norm(own) <= ROUNDING * norm(all)
}

/** A browser that has no relaxed SIMD refuses modules that have it. */
const withoutRelaxed = (page) =>
  page.addInitScript(() => {
    window.refused = 0
    WebAssembly.validate = () => {
      window.refused += 1
      return false
    }
  })

const RECIPES = ['dcgan-mnist', 'cdcgan-mnist', 'wgan-gp-32']
const WAYS = [
  { on: 'webgpu', way: 'on WebGPU' },
  { on: 'cpu', way: 'on the CPU' },
  { on: 'cpu', way: 'on the CPU without relaxed SIMD', prepare: withoutRelaxed },
]

for (const name of RECIPES) for (const way of WAYS) testParity(name, way)

// Spectral norm and projections; attention; groups, pairs and both penalties; modulated convolutions.
const MODERN = ['projection-mnist', 'sagan-64', 'r3gan-32', 'stylegan2-64']
for (const name of MODERN) for (const way of WAYS.slice(0, 2)) testParity(name, way)

function testParity(name, way) {
  test(`${name} ${way.way} computes what PyTorch computes`, async () => {
    const file = new URL(`../parity/fixtures/${name}.safetensors`, import.meta.url)
    const { metadata, numbers: fixture } = tensors(await readFile(file))
    const { page, complaints } = await pageOf(way)
    const { losses, checkpoint } = await run(page, JSON.parse(metadata.reference).ganvas)
    if (way.prepare) assert.equal(await page.evaluate(() => window.refused), 1)
    for (const [index, expected] of fixture.get('losses').entries()) {
      const apart = Math.abs(losses[index] - expected)
      const both = `loss ${index} is ${losses[index]}, the reference's ${expected}`
      assert.ok(apart <= TOLERANCE * Math.abs(expected) + 1e-6, both)
    }
    const found = tensors(bytesOf(checkpoint)).numbers
    let compared = 0
    for (const [key, expected] of fixture) {
      const own = key.startsWith('final.') ? key.slice('final.'.length) : null
      if (!own || isRounding(fixture, own)) continue
      const values = found.get(own)
      assert.equal(values?.length, expected.length, own)
      // A running mean may nearly cancel: what counts is its part of the deviation around it.
      const variance = fixture.get(key.replace(/mean$/, 'variance'))
      const deviation = key.endsWith('mean') ? norm(variance.map(Math.sqrt)) : 0
      const apart = norm(values.map((value, index) => value - expected[index]))
      const whole = Math.max(norm(expected), deviation)
      assert.ok(apart <= TOLERANCE * whole, `${own} is off by ${apart / whole} of its norm`)
      compared += 1
    }
    assert.ok(compared > 8, `${compared} tensors were compared`)
    assert.deepEqual(complaints, [])
  })
}
