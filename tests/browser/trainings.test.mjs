// Several trainings are saved: none is lost to another one, to a second tab or to Reset.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { drop } from './files.mjs'
import { open, openEngine } from './harness.mjs'
import {
  goOn,
  hide,
  isOffered,
  isSaved,
  leave,
  savedSteps,
  savedTrainings,
  uninterrupted,
} from './saving.mjs'

const SMALL = '?backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** The saved trainings, as the list has them. */
const listed = (app) =>
  app.page.locator('#trainings-list li').evaluateAll((items) =>
    items.map((item) => ({
      name: item.querySelector('input').value,
      about: item.querySelector('p').textContent,
      isHere: item.querySelector('button').disabled,
    })),
  )

/** Waits until the list has so many. */
const lists = (app, count) =>
  app.page.waitForFunction(
    (count) => document.querySelectorAll('#trainings-list li').length === count,
    count,
  )

const pressIn = (app, at, text) =>
  app.page.locator('#trainings-list li').nth(at).getByRole('button', { name: text }).click()

/** Waits until the page says something like this. */
const says = (app, pattern) =>
  app.page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById('messages').textContent),
    pattern.source,
  )

/** Takes steps, and waits until they are saved. */
async function trained(app, steps) {
  await app.takeSteps(steps)
  await hide(app)
  await isSaved(app, await app.step())
}

test('a new training, a single step and Reset overwrite none of those that are saved', async () => {
  const app = await openApp(session, SMALL)
  await trained(app, 4)
  await leave(app)
  await app.page.waitForSelector('#saved:not([hidden])')
  // Beside the offer there is Start.
  await trained(app, 1)
  assert.equal(await isOffered(app), false)
  assert.deepEqual(await savedSteps(app), [1, 4])
  // What Reset gives up is put by without a pause.
  await app.takeSteps(1)
  await app.page.keyboard.press('Shift+R')
  await app.page.waitForFunction(() => document.getElementById('step-count').dataset.value === '0')
  await app.settled()
  assert.deepEqual(await savedSteps(app), [2, 4])
  await app.page.waitForSelector('#saved:not([hidden])')
  assert.match(await app.text('saved-text'), /at step 2/)

  await app.page.click('#trainings summary')
  await lists(app, 2)
  const [first, second] = await listed(app)
  assert.match(first.about, /^fast-digits on drawn digits, step 2, .*, \d+\.\d MB$/)
  assert.match(second.about, /step 4/)
  assert.equal(await app.text('trainings-title'), 'Saved runs: 2')
  assert.ok((await savedTrainings(app)).every(({ isBlob, bytes }) => isBlob && bytes > 1000))

  // Going on with the older one leaves the other as it is.
  await pressIn(app, 1, 'Resume')
  await app.reachesStep(4)
  await app.settled()
  await trained(app, 1)
  assert.deepEqual(await savedSteps(app), [5, 2])
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a saved training is renamed, downloaded and deleted for good', async () => {
  const app = await openApp(session, SMALL)
  await trained(app, 2)
  await app.page.click('#trainings summary')
  await lists(app, 1)
  await app.page.fill('#trainings-list input', 'My digits')
  await app.page.keyboard.press('Tab')
  // The next save keeps the name.
  await trained(app, 1)
  assert.deepEqual(
    (await savedTrainings(app)).map(({ name, step }) => [name, step]),
    [['My digits', 3]],
  )
  const downloading = app.page.waitForEvent('download')
  await pressIn(app, 0, 'Download')
  const download = await downloading
  assert.equal(download.suggestedFilename(), 'ganvas-fast-digits-checkpoint-step-3.safetensors')
  const file = readFileSync(await download.path())
  assert.match(file.toString('latin1', 8, 200), /checkpoint/)

  await leave(app)
  await app.page.waitForSelector('#saved:not([hidden])')
  assert.match(await app.text('saved-text'), /^A run of My digits was saved at step 3/)
  await app.page.click('#trainings summary')
  await pressIn(app, 0, 'Delete')
  assert.deepEqual(await savedSteps(app), [3])
  await pressIn(app, 0, 'Really delete')
  await lists(app, 0)
  assert.equal(await isOffered(app), false)
  assert.deepEqual(await savedSteps(app), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('two tabs save beside each other, and what one runs the other takes as a copy', async () => {
  const one = await openApp(session, SMALL)
  const like = { context: one.page.context() }
  const other = await openApp(session, SMALL, { like })
  await trained(one, 3)
  await trained(other, 2)
  assert.deepEqual((await savedSteps(one)).sort(), [2, 3])

  const third = await openApp(session, SMALL, { like })
  await third.page.click('#trainings summary')
  await lists(third, 2)
  const at = (await listed(third)).findIndex(({ about }) => about.includes('step 3'))
  assert.match(await third.page.locator('#trainings-list li').nth(at).innerText(), /another tab/)
  await pressIn(third, at, 'Resume')
  await third.reachesStep(3)
  await third.settled()
  assert.match((await third.messages())[0][1], /^This run is active in another tab/)
  await trained(third, 4)
  await trained(one, 1)
  assert.deepEqual((await savedSteps(one)).sort(), [2, 4, 7])
  // What no tab runs is taken up in its own place.
  await third.page.close()
  await goOn(await reopened(other), 4)
  await trained(other, 1)
  assert.deepEqual((await savedSteps(other)).length, 4)
  await one.close()

  async function reopened(app) {
    await leave(app)
    return app
  }
})

test('the one training that earlier versions kept is carried over', async () => {
  const app = await openApp(session, SMALL)
  await trained(app, 2)
  await app.page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await result(indexedDB.open('ganvas'))
    const read = database.transaction('training').objectStore('training')
    const [found] = await result(read.getAll(IDBKeyRange.bound('training/', 'training/\uffff')))
    const { recipe, step, time, settings, checkpoint } = found
    const { choice, what, files } = found.data
    const first = {
      ...{ version: 1, recipe, step, time, settings },
      checkpoint: new Uint8Array(await checkpoint.arrayBuffer()),
      data: { choice, what, files, cropped: false },
    }
    const store = database.transaction('training', 'readwrite').objectStore('training')
    store.clear()
    await result(store.put(first, 'saved'))
    database.close()
  })
  await leave(app)
  await goOn(app, 2)
  await trained(app, 1)
  assert.deepEqual(
    (await savedTrainings(app)).map(({ version, step, isBlob }) => [version, step, isBlob]),
    [[2, 3, true]],
  )
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('more than a dozen are not kept: the quickly made go first, and it is said', async () => {
  const app = await openApp(session, SMALL)
  await trained(app, 1)
  // Eleven more, of which the third took long.
  await app.page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await result(indexedDB.open('ganvas'))
    const store = database.transaction('training', 'readwrite').objectStore('training')
    const [found] = await result(store.getAll(IDBKeyRange.bound('training/', 'training/\uffff')))
    for (let at = 0; at < 12; at += 1) {
      const course = { ...found.course, milliseconds: at === 0 ? 3_600_000 : 10 }
      const other = { ...found, id: `old-${at}`, name: `old ${at}`, time: 1000 + at, course }
      await result(store.put(other, `training/old-${at}`))
    }
    database.close()
  })
  await trained(app, 1)
  await says(app, /deleted to make room/)
  assert.deepEqual(await app.messages(), [
    [
      'notice',
      'The saved run “old 1” at step 1 was deleted to make room: up to 12 runs are kept, 1 GB in total.',
    ],
  ])
  const names = (await savedTrainings(app)).map(({ name }) => name)
  assert.equal(names.length, 12)
  assert.ok(names.includes('old 0') && !names.includes('old 1'))
  await app.close()
})

test('a failed save is told in the page’s words with the download, until saving works again', async () => {
  for (const lang of ['en', 'ja']) {
    const app = await openApp(session, `${SMALL}&lang=${lang}`, {
      prepare: (page) =>
        page.addInitScript(() => {
          const { put } = IDBObjectStore.prototype
          IDBObjectStore.prototype.put = function (...entry) {
            if (window.refuses)
              throw new DOMException('Maximum IPC message size exceeded.', 'UnknownError')
            return put.apply(this, entry)
          }
          window.refuses = true
        }),
    })
    await app.takeSteps(1)
    await hide(app)
    const [kind, sentence] = await app.messageAfter(0)
    assert.equal(kind, 'notice')
    assert.doesNotMatch(sentence, /IPC/)
    if (lang === 'en')
      assert.match(sentence, /^The run cannot be saved .*\(its storage refuses the data\)/)
    await app.takeSteps(1)
    await hide(app)
    assert.equal((await app.messages()).length, 1)
    const downloading = app.page.waitForEvent('download')
    await app.page.locator('#messages button').first().click()
    assert.match((await downloading).suggestedFilename(), /checkpoint-step-2/)

    // Another training begins, and fails to be saved as well; then saving works again.
    await app.reset()
    await app.takeSteps(1)
    await hide(app)
    await app.messageAfter(0)
    await app.page.evaluate(() => (window.refuses = false))
    await app.takeSteps(1)
    await hide(app)
    await isSaved(app, 2)
    await app.page.waitForFunction(() => document.querySelectorAll('#messages li').length === 0)
    await app.close()
  }
})

test('going on brings back charts and time', async () => {
  const app = await openApp(session, SMALL)
  await app.start()
  await app.page.waitForFunction(() => document.getElementById('elapsed').textContent >= '0:02')
  await app.pause()
  const step = await app.step()
  await isSaved(app, step)
  const [label, values, time] = await looks(app)
  await leave(app)
  assert.match(await app.page.locator('#loss-chart').getAttribute('aria-label'), /No steps yet/)
  await goOn(app, step)
  await app.drawn()
  assert.deepEqual(await looks(app), [label, values, time])
  // The first point that a chart can point at is of the first step.
  await app.page.locator('#loss-chart .u-over').hover({ position: { x: 1, y: 20 } })
  assert.notEqual(await app.text('loss-values'), values)
  await app.close()

  async function looks(app) {
    const label = await app.page.locator('#loss-chart').getAttribute('aria-label')
    return [label, await app.text('loss-values'), await app.text('elapsed')]
  }
})

test('another language goes on by itself: charts, time, what waits for Reset, half a recipe, and running', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  const change = async (language) => {
    await page.selectOption('#language', language)
    await page.waitForSelector(`html[lang=${language}]`)
  }
  await app.start()
  await app.reachesStep(5)
  await page.fill('#batch', '16')
  await page.keyboard.press('Tab')
  await app.openJson()
  await page.fill('#recipe-json', '{ "name": "half')
  await change('de')
  await app.reaches('running')
  await page.waitForFunction(() => Number(document.getElementById('step-count').dataset.value) > 5)
  assert.equal(await page.inputValue('#batch'), '16')
  assert.match(await app.text('pending'), /Batchgröße/)
  assert.equal(await page.inputValue('#recipe-json'), '{ "name": "half')
  assert.equal(await page.isEnabled('#recipe-revert'), true)
  await app.pause()
  const step = await app.step()
  assert.equal((await savedSteps(app)).length, 1)
  await change('en')
  await app.reachesStep(step)
  await app.settled()
  assert.equal(await app.step(), step)
  assert.equal(await app.text('start'), 'Continue')
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('another language loses no files of a training that has not begun', async () => {
  const app = await openApp(session, SMALL)
  const idx = Buffer.concat([
    Buffer.from([0, 0, 8, 3, 0, 0, 0, 12, 0, 0, 0, 28, 0, 0, 0, 28]),
    Buffer.from(Array.from({ length: 12 * 784 }, (_, at) => (at * 37) % 256)),
  ])
  await drop(app.page, [['mine-idx3-ubyte', idx]])
  await app.page.waitForFunction(() =>
    /^mine/.test(document.getElementById('data-info').textContent),
  )
  await app.settled()
  await app.page.selectOption('#language', 'de')
  await app.page.waitForSelector('html[lang=de]')
  await app.page.waitForFunction(() =>
    /^mine/.test(document.getElementById('data-info').textContent),
  )
  await app.settled()
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.equal(await app.page.locator('#trainings').isVisible(), false)
  await app.close()
})

/** A checkpoint as the command line writes it: what it draws has the seed of the training. */
async function fromCommandLine(kind, seed) {
  const { page, close } = await openEngine(session)
  const base64 = await page.evaluate(
    async ([kind, seed]) => {
      const { DataSet } = window.ganvas
      const bytes = new Uint8Array(12 * 784 + 16)
      bytes.set([0, 0, 8, 3, 0, 0, 0, 12, 0, 0, 0, 28, 0, 0, 0, 28])
      const data = kind === 'drawn' ? DataSet.drawnDigits(seed) : DataSet.idx('pets', bytes, null)
      const training = await window.training({ width: 4, batch: 8 }, data, seed)
      await training.next(2)
      return window.base64(await training.checkpoint())
    },
    [kind, seed],
  )
  await close()
  return Buffer.from(base64, 'base64')
}

test('a checkpoint of the command line goes on: its data are found, or asked for', async () => {
  const app = await openApp(session, '?backend=cpu&width=3&batch=4&data=drawn-digits')
  await drop(app.page, [['step_2.safetensors', await fromCommandLine('drawn', 7)]])
  await app.reachesStep(2)
  await app.settled()
  assert.equal(await app.page.inputValue('#seed'), '7')
  await trained(app, 1)
  assert.deepEqual(await app.messages(), [])
  // Another visit finds the same data.
  await leave(app)
  await goOn(app, 3)
  // A new training of the same seed is what it is anywhere else.
  await app.reset()
  await app.page.fill('#width', '4')
  await app.page.fill('#batch', '8')
  await app.page.keyboard.press('Tab')
  await app.settled()
  await app.takeSteps(2)
  const own = await uninterrupted(
    session,
    '?backend=cpu&recipe=dcgan-mnist&width=4&batch=8&seed=7&data=drawn-digits',
    2,
  )
  assert.deepEqual((await app.log()).reports.slice(-2), own.reports)

  await drop(app.page, [['step_2.safetensors', await fromCommandLine('pets', 7)]])
  await says(app, /^step_2\.safetensors was trained on pets: choose those files/)
  assert.equal(await app.phase(), 'ready')
  const idx = Buffer.concat([
    Buffer.from([0, 0, 8, 3, 0, 0, 0, 12, 0, 0, 0, 28, 0, 0, 0, 28]),
    Buffer.alloc(12 * 784),
  ])
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    app.page.locator('#messages button', { hasText: 'Choose files' }).click(),
  ])
  await chooser.setFiles([{ name: 'pets', mimeType: '', buffer: idx }])
  await app.reachesStep(2)
  await app.settled()
  assert.equal(await app.step(), 2)
  assert.deepEqual(await app.messages(), [])
  await app.takeSteps(1)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('after an engine that stops dead the training goes on from its last save', async () => {
  const worker = `new BroadcastChannel('trap').onmessage = () => {
    void Promise.reject(new WebAssembly.RuntimeError('unreachable'))
  }`
  const app = await openApp(session, SMALL, { worker })
  await trained(app, 3)
  await app.takeSteps(1)
  await app.page.evaluate(() => new BroadcastChannel('trap').postMessage('now'))
  await app.press('step-once')
  await app.reaches('failed')
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.press('resume')
  await app.reaches('ready')
  await app.drawn()
  assert.equal(await app.step(), 3)
  await trained(app, 2)
  assert.deepEqual(await savedSteps(app), [5])
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('a checkpoint that is larger than what browsers take as a value is saved all the same', async () => {
  const app = await openApp(session, '?backend=cpu&recipe=cdcgan-mnist&batch=2&data=drawn-digits')
  await trained(app, 1)
  const [{ bytes }] = await savedTrainings(app)
  assert.ok(bytes > 133e6, `${bytes} bytes`)
  await leave(app)
  await goOn(app, 1)
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('a storage that takes no blobs, as in private windows of WebKit, keeps the training as well', async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (value, key) {
        if (value.checkpoint instanceof Blob) {
          throw new DOMException('BlobURLs are not yet supported.', 'DataCloneError')
        }
        return put.call(this, value, key)
      }
    })
  const app = await openApp(session, SMALL, { prepare })
  await app.takeSteps(2)
  await hide(app)
  await app.page.waitForSelector('#trainings:not([hidden])')
  await leave(app)
  await goOn(app, 2)
  await app.takeSteps(1)
  assert.deepEqual(await app.messages(), [])
  await app.close()
})
