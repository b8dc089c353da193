// Generators of other programs, imported in a real browser.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { unzip } from 'unzipit'
import { bytesOf, open, openEngine } from './harness.mjs'
import { openPlay } from './play.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const models = process.env.GANVAS_MODELS ?? join(root, '../shared/models')
const fixture = (name) => join(root, 'tests/import/fixtures', name)

let session, engine
before(async () => {
  session = await open()
  engine = await openEngine(session, { backend: 'webgpu' })
})
after(() => session.close())

/** The f32 arrays of an `.npz` file. */
async function arrays(path) {
  const { entries } = await unzip(await readFile(path))
  const read = async ([name, entry]) => {
    const bytes = Buffer.from(await entry.arrayBuffer())
    const start = 10 + bytes.readUInt16LE(8)
    assert.match(bytes.toString('latin1', 10, start), /'<f4'.*'fortran_order': False/)
    const count = (bytes.length - start) / 4
    const numbers = Array.from({ length: count }, (_, at) => bytes.readFloatLE(start + 4 * at))
    return [name.replace('.npy', ''), numbers]
  }
  return Object.fromEntries(await Promise.all(Object.entries(entries).map(read)))
}

/** What an imported file draws of the latents, as RGBA images one below the other. */
async function drawn({ page }, { name, bytes, z }) {
  session.put('/imported', { body: bytes })
  const { kind, rgba } = await page.evaluate(
    async ({ name, z }) => {
      const reader = await import('/pkg/ganvas_reader.js')
      await reader.default()
      const files = new reader.ImportFiles()
      files.add(name, new Uint8Array(await (await fetch('/imported')).arrayBuffer()))
      const file = files.import().file()
      const opened = await window.ganvas.Backend.open()
      const generator = window.ganvas.DeviceGenerator.open(opened, name, file)
      const grid = await generator.draw(Float32Array.from(z), new Float32Array(), 1)
      return { kind: opened.kind, rgba: window.base64(grid.rgba()) }
    },
    { name, z },
  )
  return { kind, rgba: bytesOf(rgba) }
}

for (const [folder, name, reference] of [
  ['ensaremirerol-anigan-torch', 'generator.pt', 'generator.reference_io.npz'],
  [
    'omori-sprite-onnx',
    'OMORI_SPRITE_AIM_27_LONG_GAN_epoch=17999_g_loss=1.9236_d_loss=0.2797.onnx',
    'reference_io.npz',
  ],
]) {
  const path = join(models, folder, name)
  const isThere = existsSync(path)
  if (!isThere && process.env.CI) throw new Error(`${path} must be there in CI`)
  const skip = isThere ? false : `${path} does not exist; set GANVAS_MODELS`
  test(`${folder} draws on WebGPU what its own framework drew`, { skip }, async () => {
    const { z, y } = await arrays(join(models, folder, reference))
    const { kind, rgba } = await drawn(engine, {
      name,
      bytes: await readFile(path),
      z,
    })
    assert.equal(kind, 'webgpu')
    const pixels = 32 * 32
    assert.equal(rgba.length / 4, y.length / 3)
    for (const [at, value] of y.entries()) {
      const [image, channel, pixel] = [
        Math.floor(at / (3 * pixels)),
        Math.floor(at / pixels) % 3,
        at % pixels,
      ]
      const apart = Math.abs(rgba[4 * (image * pixels + pixel) + channel] - (value + 1) * 127.5)
      assert.ok(apart <= 0.55, `image ${image}, channel ${channel}, pixel ${pixel}: ${apart}`)
    }
    assert.deepEqual(engine.complaints, [])
  })
}

test('a PyTorch file is opened in Play, says what was assumed, and can be corrected', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.page.setInputFiles('#model-file', fixture('dcgan-protocol4.pth'))
  await play.opened('dcgan-protocol4')
  const assumed = await play.text('import-assumed')
  assert.match(assumed, /ReLU between the layers, tanh at the end/)
  const before = await play.samples()
  await play.page.click('#import-spec-box summary')
  const spec = JSON.parse(await play.page.inputValue('#import-spec'))
  const last = spec.generator.at(-1)
  assert.equal(last.layer, 'tanh')
  last.layer = 'sigmoid'
  spec.image.range = 'unit'
  await play.page.fill('#import-spec', JSON.stringify(spec))
  await play.opened('dcgan-protocol4', () => play.press('import-again'))
  await play.page.waitForFunction(
    () => !document.querySelector('#import-assumed').textContent.includes('tanh'),
  )
  await play.settled()
  const after = await play.samples()
  assert.equal(after.width, before.width)
  assert.notDeepEqual(after.rgba, before.rgba)
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('what cannot be imported is told in a sentence, and what was open stays open', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.page.setInputFiles('#model-file', fixture('onnx-dcgan.onnx'))
  await play.opened('onnx-dcgan')
  const whole = await readFile(fixture('dcgan-protocol4.pth'))
  for (const [name, buffer] of [
    ['cut.pth', whole.subarray(0, 2000)],
    ['letters.onnx', Buffer.from('not a network at all')],
    ['empty.h5', Buffer.alloc(0)],
  ]) {
    await play.page.setInputFiles('#model-file', { name, mimeType: '', buffer })
    await play.page.waitForFunction(
      (name) => document.querySelector('#play-messages').textContent.includes(name),
      name,
    )
    assert.equal((await play.text('model-name')).trim(), 'onnx-dcgan')
  }
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('what a state dict does not say is offered as choices, and one of them draws otherwise', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const { page } = play
  await page.setInputFiles('#model-file', fixture('dcgan-protocol4.pth'))
  await play.opened('dcgan-protocol4')
  assert.equal(await page.inputValue('#import-hidden'), 'relu')
  assert.equal(await page.inputValue('#import-end'), 'tanh')
  const drawn = [await play.samples()]
  const again = async (id, value) => {
    await play.opened('dcgan-protocol4', () => page.selectOption(`#${id}`, value))
    await play.settled()
    assert.equal(await page.inputValue(`#${id}`), value)
    drawn.push(await play.samples())
  }
  await again('import-hidden', 'leaky-relu-0.2')
  await again('import-end', 'sigmoid')
  const spec = JSON.parse(await page.inputValue('#import-spec'))
  assert.equal(spec.image.range, 'unit')
  assert.equal(spec.generator.at(-1).layer, 'sigmoid')
  const hidden = spec.generator.filter(({ layer }) => layer === 'leaky-relu')
  assert.ok(hidden.length > 1 && hidden.every(({ slope }) => slope === 0.2))
  await again('import-end', 'none')
  await again('import-end', 'tanh')
  await again('import-hidden', 'relu')
  const pictures = drawn.map(({ rgba }) => rgba.toString('base64'))
  assert.equal(new Set(pictures).size, 4, 'a choice changes nothing')
  assert.equal(pictures[5], pictures[0])
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('the box that asks for more is there only where more can help', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const box = play.page.locator('#import-box')
  const fails = async (name, buffer) => {
    await play.page.setInputFiles('#model-file', { name, mimeType: '', buffer })
    await play.page.waitForFunction(
      (name) => document.querySelector('#play-messages').textContent.includes(name),
      name,
    )
  }
  await fails('letters.onnx', Buffer.from('not a network at all'))
  assert.equal(await box.isVisible(), false)
  await play.page.setInputFiles('#model-file', fixture('dcgan-protocol4.pth'))
  await play.opened('dcgan-protocol4')
  const title = await play.text('import-title')
  // What is open keeps its own box.
  await fails('cut.pth', (await readFile(fixture('dcgan-protocol4.pth'))).subarray(0, 2000))
  assert.equal(await play.text('import-title'), title)
  assert.notEqual(await play.page.inputValue('#import-spec'), '')
  await play.opened('onnx-dcgan', () =>
    play.page.setInputFiles('#model-file', fixture('onnx-dcgan.onnx')),
  )
  assert.notEqual(await play.text('import-title'), title)
  await play.close()
})

test('of several networks in a file one is picked by a button', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.page.setInputFiles('#model-file', fixture('dcgan-two.pt'))
  const parts = play.page.locator('#import-parts button')
  await parts.first().waitFor()
  assert.deepEqual(await parts.allInnerTexts(), ['a', 'b'])
  await play.opened('dcgan-two', () => parts.nth(1).click())
  assert.equal(await play.page.inputValue('#import-key'), 'b')
  assert.equal(await parts.count(), 0)
  await play.close()
})

test('networks to pick, and the format, are told in another language as well', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu&lang=de')
  await play.page.setInputFiles('#model-file', fixture('dcgan-two.pt'))
  const parts = play.page.locator('#import-parts button')
  await parts.first().waitFor()
  assert.deepEqual(await parts.allInnerTexts(), ['a', 'b'])
  await play.opened('dcgan-two', () => parts.nth(0).click())
  assert.match(await play.text('import-title'), /^Importiert: PyTorch-State-Dict/)
  await play.close()
})
