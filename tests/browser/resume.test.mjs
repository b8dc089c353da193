// A training that was left goes on, from the browser's storage or from a file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { drop } from './files.mjs'
import { open } from './harness.mjs'
import { goOn, hide, isOffered, isSaved, leave, savedStep, uninterrupted } from './saving.mjs'

const SMALL = '?backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'
/** Most that losses of the two backends lie apart, of the loss. */
const TOLERANCE = 1e-5

let session
before(async () => {
  session = await open()
})
after(() => session.close())

test('after a reload a training goes on as if it had never stopped', async () => {
  const { reports, samples } = await uninterrupted(session, SMALL, 8)
  const app = await openApp(session, SMALL)
  assert.equal(await isOffered(app), false)
  await app.takeSteps(4)
  const halfway = await app.fingerprint('samples')
  await hide(app)
  await isSaved(app, 4)
  await leave(app)
  await app.page.waitForSelector('#saved:not([hidden])')
  assert.match(await app.text('saved-text'), /^A run of fast-digits was saved at step 4, .* ago\.$/)
  await goOn(app, 4)
  assert.equal(await isOffered(app), false)
  assert.equal(await app.fingerprint('samples'), halfway)
  assert.equal(await app.text('start'), 'Continue')
  assert.equal(await app.text('pending'), '')
  await app.takeSteps(4)
  assert.deepEqual((await app.log()).reports, reports.slice(4))
  assert.equal(await app.fingerprint('samples'), samples)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a conditional recipe, edited, with other settings in the address, goes on as well', async () => {
  const query = `${SMALL}&recipe=cdcgan-mnist`
  const app = await openApp(session, query)
  await app.openJson()
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  recipe.average = 0.5
  await app.page.fill('#recipe-json', JSON.stringify(recipe))
  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await app.page.waitForFunction(() => document.getElementById('pending').textContent === '')
  await app.settled()
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(2)
  const { reports } = await app.log()
  await app.page.goto(`${session.origin}/?backend=cpu&width=3&batch=4&data=drawn-digits`)
  await app.settled()
  await goOn(app, 2)
  assert.equal(await app.page.inputValue('#recipe'), 'edited')
  assert.equal(await app.page.inputValue('#width'), '4')
  assert.equal(await app.page.inputValue('#seed'), '5')
  await app.takeSteps(2)
  assert.deepEqual((await app.log()).reports, reports.slice(2))
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

/** Notes the step of everything that the page puts into the storage, as `window.saves`. */
const watchSaves = (page) =>
  page.addInitScript(() => {
    window.saves = []
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (value, key) {
      if (key.startsWith('training/')) window.saves.push(value.step)
      return put.call(this, value, key)
    }
  })

test('a training that nobody pauses is kept every few hundred steps, and outlives its tab', async () => {
  const quick = '?backend=cpu&width=2&batch=2&seed=5&data=drawn-digits'
  const app = await openApp(session, quick, { prepare: watchSaves })
  // Many hundred steps.
  app.page.setDefaultTimeout(300_000)
  await app.start()
  await app.page.waitForFunction(() => window.saves.length >= 2)
  const [first, second] = await app.page.evaluate(() => window.saves)
  // A save waits for the steps that are under way: 50 at most.
  assert.ok(first >= 300 && first < 350, `first saved at step ${first}`)
  assert.ok(second >= first + 300, `then at ${second}`)
  await app.page.waitForFunction((step) => window.saves.at(-1) > step, second)

  const context = app.page.context()
  const crashed = app.page.waitForEvent('crash')
  const devtools = await context.newCDPSession(app.page)
  // Nobody is left to answer.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed

  const again = await openApp(session, quick, { like: { context } })
  const step = await savedStep(again)
  assert.ok(step >= second, `step ${step} is saved`)
  await goOn(again, step)
  await again.takeSteps(4)
  const { reports } = await again.log()
  assert.deepEqual(await again.messages(), [])
  assert.deepEqual(again.complaints, [])
  await again.close()

  const whole = await openApp(session, quick)
  await whole.start()
  await whole.reachesStep(step + 4)
  await whole.pause()
  assert.deepEqual(reports, (await whole.log()).reports.slice(step, step + 4))
  await whole.close()
})

test('a training on WebGPU goes on there as if it had never stopped, and on the CPU nearly so', async () => {
  const query = '?backend=webgpu&width=2&batch=4&seed=5&data=drawn-digits'
  const { reports, samples } = await uninterrupted(session, query, 6)
  const app = await openApp(session, query)
  await app.takeSteps(3)
  await hide(app)
  await isSaved(app, 3)
  await leave(app)
  await goOn(app, 3)
  assert.equal(await app.page.inputValue('#backend'), 'webgpu')
  await app.takeSteps(3)
  assert.deepEqual((await app.log()).reports, reports.slice(3))
  assert.equal(await app.fingerprint('samples'), samples)

  await app.page.goto(`${session.origin}/?backend=cpu&data=drawn-digits`)
  await app.settled()
  await goOn(app, 3)
  assert.equal(await app.page.inputValue('#backend'), 'cpu')
  assert.equal(await app.text('backend-name'), 'CPU')
  assert.equal(await app.page.inputValue('#width'), '2')
  assert.equal(await app.text('pending'), '')
  await app.takeSteps(3)
  const onCpu = (await app.log()).reports
  assert.deepEqual(
    onCpu.map(({ step }) => step),
    [4, 5, 6],
  )
  for (const [index, found] of onCpu.entries()) {
    for (const loss of ['d_loss', 'g_loss']) {
      const expected = reports[3 + index][loss]
      const apart = Math.abs(found[loss] - expected) / expected
      assert.ok(apart <= TOLERANCE, `${loss} of step ${found.step} is off by ${apart}`)
    }
  }
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a checkpoint file goes on where it is dropped; a broken one is refused in a sentence', async () => {
  const { reports } = await uninterrupted(session, SMALL, 4)
  const app = await openApp(session, SMALL)
  await app.takeSteps(2)
  const downloading = app.page.waitForEvent('download')
  await app.press('download-checkpoint')
  const download = await downloading
  assert.equal(download.suggestedFilename(), 'ganvas-fast-digits-checkpoint-step-2.safetensors')
  const file = readFileSync(await download.path())
  await app.takeSteps(1)

  for (const [name, bytes] of [
    ['broken.safetensors', Buffer.from('this is no checkpoint')],
    ['cut.safetensors', file.subarray(0, file.length - 100)],
    ['empty.safetensors', Buffer.alloc(0)],
  ]) {
    await drop(app.page, [[name, bytes]])
    const [kind, sentence] = await app.messageAfter(0)
    assert.equal(kind, 'error')
    assert.ok(sentence.includes(name.split('.')[0]), sentence)
    assert.match(sentence, /^[“A-Z].*\.$/)
    await app.settled()
    assert.equal(await app.phase(), 'ready')
    assert.equal(await app.step(), 3, 'the training there was is gone')
    await app.page.locator('#messages button').last().click()
  }
  await app.takeSteps(1)
  assert.deepEqual((await app.log()).reports, reports)

  await app.page.fill('#seed', '77')
  await app.page.keyboard.press('Tab')
  await app.reset()
  await drop(app.page, [['mine.safetensors', file]])
  await app.reachesStep(2)
  await app.settled()
  assert.equal(await app.page.inputValue('#seed'), '5')
  await app.takeSteps(2)
  assert.deepEqual((await app.log()).reports.slice(-2), reports.slice(2))
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a browser that refuses storage says so once, and trains', async () => {
  const app = await openApp(session, SMALL, {
    prepare: (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no room', 'QuotaExceededError')
        }
      }),
  })
  for (const count of [1, 2]) {
    await app.start()
    await app.reachesStep((await app.step()) + 2)
    await app.pause()
    const [kind, sentence] = await app.messageAfter(0)
    assert.equal(kind, 'notice')
    assert.match(sentence, /^The run cannot be saved in this browser \(its storage is full\);/)
    assert.equal((await app.messages()).length, 1, `after pause ${count}`)
  }
  assert.deepEqual(app.complaints, [])
  await app.close()
})
