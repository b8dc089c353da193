// A training that was left goes on, from the browser's storage or from a file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { mnist, open } from './harness.mjs'

const SMALL = '?backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** The page thinks that it is hidden, as on leaving. */
const hide = (app) =>
  app.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    delete document.visibilityState
  })

/** The step of the training that the storage holds. */
const savedStep = (app) =>
  app.page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('ganvas')) return null
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await result(indexedDB.open('ganvas'))
    const store = database.transaction('training').objectStore('training')
    const saved = await result(store.get('saved'))
    database.close()
    return saved?.step ?? null
  })

/** Waits until the storage holds a training of this step, or with null none; `waitForFunction` awaits no promises. */
async function isSaved(app, step) {
  for (let patience = 300; patience > 0; patience -= 1) {
    if ((await savedStep(app)) === step) return
    await app.page.waitForTimeout(200)
  }
  assert.fail(`step ${step} is not saved`)
}

const isOffered = (app) => app.page.locator('#saved').isVisible()

async function leave(app) {
  await app.page.reload()
  await app.settled()
}

async function goOn(app, step) {
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.press('resume')
  await app.reachesStep(step)
  await app.settled()
  assert.equal(await app.step(), step)
}

async function drop(page, name, bytes) {
  const carried = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
      return transfer
    },
    [name, bytes.toString('base64')],
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
}

async function uninterrupted(query, steps) {
  const app = await openApp(session, query)
  await app.takeSteps(steps)
  const { reports } = await app.log()
  const samples = await app.fingerprint('samples')
  await app.close()
  return { reports, samples }
}

test('after a reload a training goes on as if it had never stopped', async () => {
  const { reports, samples } = await uninterrupted(SMALL, 8)
  const app = await openApp(session, SMALL)
  assert.equal(await isOffered(app), false)
  await app.takeSteps(4)
  const halfway = await app.fingerprint('samples')
  await hide(app)
  await isSaved(app, 4)
  await leave(app)
  await app.page.waitForSelector('#saved:not([hidden])')
  assert.match(
    await app.text('saved-text'),
    /^A training of dcgan-mnist was saved at step 4, .* ago\.$/,
  )
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
  await app.page.click('#recipe-editor summary')
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

test('Pause saves, Discard forgets', async () => {
  const app = await openApp(session, SMALL)
  await app.start()
  await app.reachesStep(3)
  await app.pause()
  await isSaved(app, await app.step())
  await leave(app)
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.press('discard-saved')
  assert.equal(await isOffered(app), false)
  await isSaved(app, null)
  await leave(app)
  await app.takeSteps(1)
  assert.equal(await isOffered(app), false)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('files of one’s own are kept with the training', async () => {
  const app = await openApp(session, SMALL)
  const files = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz']
  await app.page.setInputFiles(
    '#files',
    files.map((name) => join(mnist, name)),
  )
  await app.page.waitForFunction(() =>
    document.getElementById('training-info').textContent.includes('1,250 steps'),
  )
  await app.settled()
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(1)
  const { reports } = await app.log()
  await leave(app)
  await goOn(app, 2)
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.match(await app.text('data-info'), /10,000 images of 28×28, 10 classes$/)
  await app.takeSteps(1)
  assert.deepEqual((await app.log()).reports, reports.slice(2))
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('a checkpoint file goes on where it is dropped; a broken one is refused in a sentence', async () => {
  const { reports } = await uninterrupted(SMALL, 4)
  const app = await openApp(session, SMALL)
  await app.takeSteps(2)
  const downloading = app.page.waitForEvent('download')
  await app.press('download-checkpoint')
  const download = await downloading
  assert.equal(download.suggestedFilename(), 'ganvas-dcgan-mnist-checkpoint-step-2.safetensors')
  const file = readFileSync(await download.path())
  await app.takeSteps(1)

  for (const [name, bytes] of [
    ['broken.safetensors', Buffer.from('this is no checkpoint')],
    ['cut.safetensors', file.subarray(0, file.length - 100)],
    ['empty.safetensors', Buffer.alloc(0)],
  ]) {
    await drop(app.page, name, bytes)
    const [kind, sentence] = await app.messageAfter(0)
    assert.equal(kind, 'error')
    assert.ok(sentence.includes(name.split('.')[0]), sentence)
    assert.match(sentence, /^[“A-Z].*\.$/)
    await app.settled()
    assert.equal(await app.phase(), 'ready')
    assert.equal(await app.step(), 3, 'the training there was is gone')
    await app.page.locator('#messages button').first().click()
  }
  await app.takeSteps(1)
  assert.deepEqual((await app.log()).reports, reports)

  await app.page.fill('#seed', '77')
  await app.page.keyboard.press('Tab')
  await app.reset()
  await drop(app.page, 'mine.safetensors', file)
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
    assert.match(sentence, /^The training cannot be saved in this browser \(its storage is full\);/)
    assert.equal((await app.messages()).length, 1, `after pause ${count}`)
  }
  assert.deepEqual(app.complaints, [])
  await app.close()
})
