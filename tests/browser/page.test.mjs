// The page as it is shipped: it trains on real MNIST in a real browser.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { mnist } from './files.mjs'
import { open, passFrames } from './harness.mjs'

const SMALL = '?backend=cpu&width=8&batch=16'
const COUNT = 60_000

let session
before(async () => {
  session = await open()
})
after(() => session.close())

function assertSane(reports) {
  for (const { step, d_loss, g_loss, d_real, d_fake } of reports) {
    const values = [d_loss, g_loss, d_real, d_fake]
    assert.ok(values.every(Number.isFinite), `step ${step}: ${values}`)
    assert.ok(d_loss > 0 && g_loss > 0, `step ${step}: losses ${d_loss}, ${g_loss}`)
    assert.ok(
      [d_real, d_fake].every((p) => p >= 0 && p <= 1),
      `step ${step}: ${d_real}, ${d_fake}`,
    )
  }
}

/** A number as the page writes it. */
const shown = (text) => Number(text.replaceAll(',', ''))

/** What the page says that it is loading from now on, '' for nothing; gives what asks for it. */
async function watchLoading(page) {
  await page.evaluate(() => {
    const box = document.getElementById('loading')
    window.loads = []
    const look = () => {
      const label = box.hidden ? '' : document.getElementById('load-label').textContent
      if (window.loads.at(-1) !== label) window.loads.push(label)
    }
    const everything = { attributes: true, characterData: true, childList: true, subtree: true }
    new MutationObserver(look).observe(box, everything)
  })
  return () => page.evaluate(() => window.loads)
}

test('trains on MNIST on the CPU, pauses, steps and starts over', async () => {
  const app = await openApp(session, SMALL)
  assert.match(await app.text('data-info'), /^MNIST: 60,000 images of 28×28, 10 classes$/)
  assert.match(await app.text('training-info'), /; 3,750 steps per epoch$/)
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.equal(await app.step(), 0)
  const untrained = await app.fingerprint('samples')

  const startedAt = performance.now()
  await app.start()
  await app.showsTrainedSamples()
  assert.equal(await app.phase(), 'running')
  assert.notEqual(await app.fingerprint('samples'), untrained, 'the samples do not change')
  await app.reachesStep(100)
  await app.page.waitForFunction(() => document.getElementById('elapsed').textContent !== '0:00')
  const [perSecond, imagesPerSecond] = await app.page.evaluate(() =>
    ['steps-per-second', 'images-per-second'].map((id) => document.getElementById(id).textContent),
  )
  await app.pause()
  const seconds = (performance.now() - startedAt) / 1000

  // Both numbers were rounded before they were shown.
  const ratio = shown(imagesPerSecond) / shown(perSecond)
  assert.ok(Math.abs(ratio - 16) < 0.5, `${imagesPerSecond} images/s at ${perSecond} steps/s`)
  const step = await app.step()
  const overall = step / seconds
  assert.ok(
    shown(perSecond) > overall / 4 && shown(perSecond) < overall * 4,
    `shows ${perSecond} steps/s, measured ${overall} over all`,
  )
  const [minutes, rest] = (await app.text('elapsed')).split(':').map(Number)
  assert.ok(Math.abs(minutes * 60 + rest - seconds) < 2.5, `${minutes}:${rest} for ${seconds} s`)
  assert.equal(await app.text('epoch'), ((step * 16) / COUNT).toFixed(2))

  const paused = await app.log()
  assert.equal(paused.reports.length, step)
  assert.deepEqual(
    paused.reports.map((report) => report.step),
    Array.from({ length: step }, (_, index) => index + 1),
  )
  assertSane(paused.reports)
  const last = paused.reports.at(-1)
  assert.ok(Math.abs(last.epoch - (step * 16) / COUNT) < 1e-6, `epoch ${last.epoch}`)
  // The penalty, which only some steps have, is shown by itself.
  const game = last.d_loss - (last.penalty ?? 0)
  assert.ok(
    (await app.page.locator('#loss-chart').getAttribute('aria-label')).includes(
      `After step ${step}: Discriminator ${game.toFixed(3)}, Generator ${last.g_loss.toFixed(3)}, Penalty `,
    ),
  )
  assert.match(
    await app.page.locator('#samples').getAttribute('aria-label'),
    new RegExp(`averaged generator after step ${step}$`),
  )

  const held = await app.fingerprint('samples')
  await passFrames(app.page)
  assert.equal(await app.step(), step, 'went on after Pause')
  assert.equal((await app.log()).calls.length, paused.calls.length, 'asked for more after Pause')
  assert.equal(await app.fingerprint('samples'), held)

  await app.takeSteps(1)
  assert.equal(await app.step(), step + 1)
  assert.equal((await app.log()).reports.length, step + 1)
  await passFrames(app.page)
  assert.equal(await app.step(), step + 1, 'a single step was more than one')

  await app.reset()
  await app.drawn()
  assert.equal(await app.step(), 0)
  assert.equal(await app.text('epoch'), '0.00')
  assert.equal(await app.text('elapsed'), '0:00')
  assert.equal(await app.fingerprint('samples'), untrained, 'Reset begins elsewhere')
  assert.equal((await app.log()).workers, 1)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('shows images of the data set as the real ones', async () => {
  const size = 28 * 28
  const bytes = (await mnist('train-images-idx3-ubyte')).subarray(16)
  const known = new Set()
  for (let at = 0; at < bytes.length; at += size) {
    known.add(bytes.toString('latin1', at, at + size))
  }
  const app = await openApp(session, SMALL)
  const { width, height, grey } = await app.pixels('reals')
  const [columns, rows] = [width / 28, height / 28]
  assert.ok(columns * rows >= 16, `${columns} by ${rows} images`)
  const tiles = new Set()
  for (let tile = 0; tile < columns * rows; tile += 1) {
    const left = (tile % columns) * 28
    const top = Math.floor(tile / columns) * 28
    const image = Buffer.from(
      Array.from({ length: size }, (_, at) => {
        return grey[(top + Math.floor(at / 28)) * width + left + (at % 28)]
      }),
    ).toString('latin1')
    assert.ok(known.has(image), `image ${tile} is none of MNIST's`)
    tiles.add(image)
  }
  assert.equal(tiles.size, columns * rows)
  await app.close()
})

test('the same seed gives the same training, in whatever portions it was run', async () => {
  const one = await openApp(session, `${SMALL}&seed=5`)
  await one.start()
  await one.reachesStep(5)
  await one.pause()
  const { reports } = await one.log()
  const samples = await one.fingerprint('samples')
  await one.close()

  const other = await openApp(session, `${SMALL}&seed=5`)
  await other.takeSteps(reports.length)
  assert.deepEqual((await other.log()).reports, reports)
  assert.equal(await other.fingerprint('samples'), samples)
  // And again after Reset, in the same worker.
  await other.reset()
  await other.takeSteps(3)
  assert.deepEqual((await other.log()).reports.slice(reports.length), reports.slice(0, 3))

  await other.page.fill('#seed', '6')
  await other.page.keyboard.press('Tab')
  assert.equal(await other.text('pending'), 'New seed: takes effect after Reset.')
  await other.reset()
  await other.takeSteps(1)
  assert.notEqual((await other.log()).reports.at(-1).d_loss, reports[0].d_loss)
  assert.deepEqual(other.complaints, [])
  await other.close()
})

test('learning rates act at once, the shown generator can be changed, the generator kept', async () => {
  const app = await openApp(session, `${SMALL}&seed=5`)
  await app.takeSteps(2)
  await app.page.fill('#generatorRate', '0.05')
  await app.page.keyboard.press('Tab')
  await app.takeSteps(3)
  const changed = (await app.log()).reports
  await app.page.fill('#generatorRate', '0.004')
  await app.page.keyboard.press('Tab')
  await app.reset()
  await app.takeSteps(5)
  const unchanged = (await app.log()).reports.slice(5)
  assert.deepEqual(changed.slice(0, 2), unchanged.slice(0, 2))
  assert.notEqual(changed[3].g_loss, unchanged[3].g_loss)

  const averaged = await app.fingerprint('samples')
  await app.page.locator('label', { hasText: 'Live' }).click()
  await app.page.waitForFunction(() =>
    document.getElementById('samples').ariaLabel.includes('live generator'),
  )
  assert.notEqual(await app.fingerprint('samples'), averaged)

  const downloading = app.page.waitForEvent('download')
  await app.press('download')
  const download = await downloading
  assert.equal(download.suggestedFilename(), 'ganvas-fast-digits-step-5.safetensors')
  const file = readFileSync(await download.path())
  const length = Number(file.readBigUInt64LE())
  const { __metadata__: about, ...tensors } = JSON.parse(file.toString('utf8', 8, 8 + length))
  assert.ok(about, 'no metadata')
  const sizes = Object.values(tensors).map(({ dtype, shape, data_offsets: [from, to] }) => {
    assert.equal(dtype, 'F32')
    assert.equal(
      to - from,
      shape.reduce((product, side) => product * side, 4),
    )
    return to - from
  })
  assert.equal(
    sizes.reduce((sum, bytes) => sum + bytes, 0),
    file.length - 8 - length,
  )
  for (let at = 8 + length; at < file.length; at += 4) {
    assert.ok(Number.isFinite(file.readFloatLE(at)), `no number at byte ${at}`)
  }
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('trains on MNIST with WebGPU and names the adapter', async () => {
  const app = await openApp(session, '?backend=webgpu&width=4&batch=8')
  assert.equal(await app.text('backend-name'), 'WebGPU')
  const adapter = await app.page.evaluate(async () => {
    const { vendor, architecture } = (await navigator.gpu.requestAdapter()).info
    return `${vendor} ${architecture}`
  })
  assert.equal(await app.text('adapter-name'), adapter)
  const untrained = await app.fingerprint('samples')
  const loads = await watchLoading(app.page)
  await app.start()
  await app.reachesStep(4)
  await app.pause()
  const step = await app.step()
  assert.ok(step >= 4)
  // The first step, which waits for shaders, and no other.
  await app.takeSteps(1)
  const shaders = 'Loading the shaders for the first step'
  assert.deepEqual(await loads(), [shaders, ''])
  assert.notEqual(await app.fingerprint('samples'), untrained)
  const { reports } = await app.log()
  assertSane(reports)
  assert.equal(reports.length, step + 1)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])

  // The same on the CPU: Reset changes the backend without a new worker.
  await app.page.selectOption('#backend', 'cpu')
  assert.equal(await app.text('pending'), 'New backend: takes effect after Reset.')
  await app.reset()
  assert.equal(await app.text('backend-name'), 'CPU')
  await app.takeSteps(3)
  const log = await app.log()
  assert.equal(log.workers, 1)
  for (const [index, found] of reports.slice(0, 3).entries()) {
    const expected = log.reports[reports.length + index]
    assert.ok(
      Math.abs(found.d_loss - expected.d_loss) < 1e-3 * expected.d_loss,
      `step ${index + 1}: ${found.d_loss} with WebGPU, ${expected.d_loss} on the CPU`,
    )
  }

  // Back on the GPU, where the shaders are compiled already.
  await app.page.selectOption('#backend', 'webgpu')
  await app.reset()
  await app.takeSteps(1)
  assert.equal(await app.text('backend-name'), 'WebGPU')
  assert.equal((await loads()).filter((label) => label === shaders).length, 1)
  await app.close()
})
