// The runtime, which only draws, in a real browser: the engine's images without the engine.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { bytesOf, open, openEngine } from './harness.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** The engine as `window.ganvas`, the runtime as `window.runtime`, and `window.file` of a model. */
async function openBoth(model) {
  const body = await readFile(join(root, `www/public/models/${model}.safetensors`))
  const opened = await openEngine(session, {
    prepare: (page) => page.route('**/model', (route) => route.fulfill({ body })),
  })
  await opened.page.evaluate(async () => {
    window.runtime = await import('/pkg/ganvas_runtime.js')
    await window.runtime.default({ module_or_path: '/pkg/ganvas_runtime_bg.wasm' })
    window.file = new Uint8Array(await (await fetch('/model')).arrayBuffer())
  })
  return opened
}

for (const [model, kinds] of [
  ['anime-64', 0],
  ['mnist-28-labels', 10],
]) {
  test(`the runtime draws ${model} as the engine does, and asks latent space the same`, async () => {
    const { page, complaints, close } = await openBoth(model)
    const [engine, runtime] = await page.evaluate(async (kinds) => {
      const { ganvas, runtime, file } = window
      const backend = await ganvas.Backend.open()
      const classes = Float32Array.from({ length: 6 * kinds }, (_, at) => (at % 11 === 0 ? 1 : 0))
      const describe = async (generator) => {
        const latents = generator.latents(6, 7)
        const long = latents.length / 6
        const [first, second] = [latents.slice(0, long), latents.slice(long, 2 * long)]
        const grid = await generator.draw(latents, classes, 3)
        const read = generator.readLatent(generator.writeLatent(first, 3))
        const directions = await generator.directions()
        return {
          header: generator.header(),
          grid: [grid.columns, grid.rows, grid.width, grid.height],
          rgba: window.base64(grid.rgba()),
          exact: [
            latents,
            generator.walk(5, first, 0.7, Float64Array.of(0, 0.5, 3)),
            generator.neighbours(first, 3, 0.2, 9),
            generator.truncated(first, 0.5),
            generator.arithmetic(first, second, latents),
            read.latent(),
            Float32Array.of(read.label),
          ].map((numbers) => [...numbers]),
          strengths: [...directions.strengths()],
        }
      }
      return [
        await describe(ganvas.DeviceGenerator.open(backend, 'model', file)),
        await describe(runtime.Generator.open('model', file)),
      ]
    }, kinds)
    // How it was trained the runtime leaves as it is, its keys in their own order.
    assert.deepEqual(JSON.parse(runtime.header), JSON.parse(engine.header))
    assert.deepEqual(runtime.grid, engine.grid)
    assert.deepEqual(runtime.exact, engine.exact)
    const apart = (one, other) => Math.max(...one.map((value, at) => Math.abs(value - other[at])))
    const [drawn, expected] = [bytesOf(runtime.rgba), bytesOf(engine.rgba)]
    assert.equal(drawn.length, expected.length)
    assert.ok(apart([...drawn], expected) <= 1)
    assert.ok(new Set(drawn).size > 20)
    assert.ok(apart(runtime.strengths, engine.strengths) < 1e-3)
    assert.deepEqual(complaints, [])
    await close()
  })
}

test('what the runtime refuses is an error with a name, and it goes on', async () => {
  const { page, complaints, close } = await openBoth('anime-64')
  const errors = await page.evaluate(() => {
    const { runtime, file } = window
    const generator = runtime.Generator.open('model', file)
    const refused = (work) => {
      try {
        work()
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : `no Error: ${error}`
      }
      return 'taken'
    }
    const none = new Float32Array(0)
    return [
      refused(() => runtime.Generator.open('half', file.slice(0, 1000))),
      refused(() => runtime.Generator.open('text', new TextEncoder().encode('<!doctype html>'))),
      refused(() => generator.draw(none, none, 1)),
      refused(() => generator.draw(new Float32Array(99), none, 1)),
      refused(() => generator.draw(new Float32Array(100).fill(NaN), none, 1)),
      refused(() => generator.draw(new Float32Array(100), none, 2 ** 31)),
      refused(() => generator.latents(1e6, 1)),
      refused(() => generator.latents(1, -1)),
      refused(() => generator.readLatent('nonsense')),
      refused(() => runtime.along(new Float32Array(3), 3, Float32Array.of(0), true, false)),
      generator.draw(new Float32Array(100), none, 1).rgba().length,
    ]
  })
  assert.equal(errors.pop(), 64 * 64 * 4)
  for (const [at, start] of [
    'WeightsError: “half”',
    'WeightsError: “text”',
    'RecipeError: 0 images',
    'RecipeError: 99 numbers',
    'RecipeError: A latent holds NaN',
    'RecipeError: A picture',
    'RecipeError: 1000000 images',
    'RecipeError: The seed is -1',
    'RecipeError: “nonsense”',
    'RecipeError: A path needs',
  ].entries()) {
    assert.ok(errors[at].startsWith(start), errors[at])
  }
  assert.deepEqual(complaints, [])
  await close()
})
