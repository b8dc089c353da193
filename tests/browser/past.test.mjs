// The past of a training: one looks at it, goes back to it, finds it again, and makes films of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'
import { goOn, hide, isSaved, leave, savedSteps, savedTrainings } from './saving.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SMALL = '?mode=train&backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

/** Takes steps one by one, each of them once the samples of the one before are kept. */
async function taken(app, steps) {
  for (let at = 0; at < steps; at += 1) {
    await app.takeSteps(1)
    await packed(app)
  }
}

/** Samples are packed when the page has nothing better to do. */
const packed = (app) =>
  app.page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => setTimeout(done, 50), { timeout: 2000 })),
  )

const slider = (app) => app.page.locator('#past-step')
const frames = async (app) => Number(await slider(app).getAttribute('max'))
const said = (app) => slider(app).getAttribute('aria-valuetext')

/** Waits until there are so many frames. */
const hasFrames = (app, count) =>
  app.page.waitForFunction(
    (count) => Number(document.getElementById('past-step')?.max) === count,
    count,
  )

/** Moves the scrubber to the frame of a step, or of the next before it. */
async function look(app, step) {
  const count = await frames(app)
  for (let at = count - 1; at >= 0; at -= 1) {
    await slider(app).fill(String(at))
    const found = Number(/^step (\d+) of/.exec(await said(app))?.[1])
    if (found > step) continue
    await sees(app, found)
    return found
  }
  return assert.fail(`no frame at or before step ${step}`)
}

/** Waits until samples of this step are seen. */
const sees = (app, step) =>
  app.page.waitForFunction(
    (step) => document.getElementById('samples').ariaLabel.endsWith(`after step ${step}`),
    step,
  )

/** Takes steps and has them saved. */
async function trained(app, steps) {
  await taken(app, steps)
  await hide(app)
  await isSaved(app, await app.step())
}

/** The keys of what is stored beside trainings. */
const beside = (app) =>
  app.page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await result(indexedDB.open('ganvas'))
    const store = database.transaction('training').objectStore('training')
    const keys = await result(store.getAllKeys(IDBKeyRange.bound('beside/', 'beside/\uffff')))
    database.close()
    return keys
  })

/** Waits until a condition holds that is asked of the storage. */
async function until(asked, what) {
  for (let patience = 100; patience > 0; patience -= 1) {
    if (await asked()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(what)
}

test('the scrubber shows earlier samples, the training goes on beneath, and its end is the latest', async () => {
  const app = await openApp(session, SMALL)
  await taken(app, 6)
  const live = await app.fingerprint('samples')
  assert.equal(await said(app), 'Latest')
  assert.ok((await frames(app)) >= 3)
  const step = await look(app, 3)
  assert.equal(await said(app), `step ${step} of 6`)
  assert.equal(await app.text('past-seen'), `Step ${step}`)
  const earlier = await app.fingerprint('samples')
  assert.notEqual(earlier, live)
  await app.page.evaluate(AXE)
  const found = await app.page.evaluate(async () => {
    document.getElementById('past-lapse').click()
    const { violations } = await window.axe.run('.generated')
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)
  })
  assert.deepEqual(found, [])
  // Steps change nothing of what is looked at; the frames that come change nothing of where one is.
  await taken(app, 3)
  assert.equal(await app.fingerprint('samples'), earlier)
  assert.match(await said(app), new RegExp(`^step ${step} of `))
  // By keys one frame at a time.
  await slider(app).press('ArrowLeft')
  assert.match(await said(app), /^step [0-2] of 9$/)
  await slider(app).press('End')
  await sees(app, 9)
  assert.equal(await said(app), 'Latest')
  assert.equal(await app.page.locator('#past-seen').isVisible(), false)
  assert.notEqual(await app.fingerprint('samples'), live)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a chart that is pointed at shows the samples of that moment, and points in the others, too', async () => {
  const app = await openApp(session, SMALL)
  await taken(app, 12)
  const { page } = app
  const over = page.locator('#loss-chart .u-over')
  const { width } = await over.boundingBox()
  const cursors = () =>
    page
      .locator('.chart .u-cursor-x')
      .evaluateAll((all) =>
        all.map((each) => new DOMMatrix(each.style.transform).e / each.parentElement.clientWidth),
      )
  // The axis of all three goes from the first step to this one.
  await over.hover({ position: { x: (width * 5) / 11, y: 30 } })
  await page.locator('#past-seen').waitFor()
  const seen = Number((await app.text('past-seen')).replace('Step ', ''))
  assert.ok(seen >= 4 && seen <= 6, `step ${seen}`)
  await sees(app, seen)
  const lines = await cursors()
  assert.equal(lines.length, 3)
  for (const line of lines) assert.ok(Math.abs(line - 5 / 11) < 0.02, lines.join())
  await page.mouse.move(2, 2)
  await sees(app, 12)
  assert.equal(await page.locator('#past-seen').isVisible(), false)
  // Where the scrubber stands is pointed at as well, and comes back after the pointer.
  const chosen = await look(app, 3)
  const [mark] = await cursors()
  assert.ok(Math.abs(mark - (chosen - 1) / 11) < 0.02, `${mark} for step ${chosen}`)
  const values = await app.text('loss-values')
  await over.hover({ position: { x: width - 40, y: 30 } })
  await page.waitForFunction(
    (chosen) => document.getElementById('past-seen').textContent !== `Step ${chosen}`,
    chosen,
  )
  await page.mouse.move(2, 2)
  await sees(app, chosen)
  assert.equal(await app.text('loss-values'), values)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('one goes back to the nearest checkpoint, which is named before, and loses nothing', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 4)
  await trained(app, 6)
  const before = (await app.log()).reports
  await look(app, 2)
  assert.equal(await page.locator('#past-back').isEnabled(), false)
  assert.match(await app.text('samples-note'), /the first is from step 4\.$/)
  const seen = await look(app, 9)
  assert.ok(seen >= 4)
  assert.equal(await app.text('past-back'), 'Go back to step 4')
  assert.match(
    await app.text('samples-note'),
    /from the checkpoint of step 4\. This run stays saved as “fast-digits”\.$/,
  )
  await taken(app, 1)
  await page.click('#past-back')
  await page.waitForFunction(() => document.getElementById('step-count').dataset.value === '4')
  await app.settled()
  assert.equal(await said(app), 'Latest')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'past-step')
  assert.ok((await look(app, 4)) <= 4)
  await slider(app).press('End')
  // What was learnt since then is learnt again, in a place of its own.
  assert.deepEqual(await savedSteps(app), [11])
  await trained(app, 2)
  assert.deepEqual((await app.log()).reports.slice(-2), before.slice(4, 6))
  const saved = await savedTrainings(app)
  assert.deepEqual(
    saved.map(({ step, name }) => [step, name]),
    [
      [6, 'fast-digits from step 4'],
      [11, 'fast-digits'],
    ],
  )
  // Both have their own past.
  await until(
    async () => (await beside(app)).some((key) => key.startsWith(`beside/${saved[0].id}/frames/`)),
    'the new run has no frames',
  )
  const steps = (id) => async () =>
    (await beside(app))
      .filter((key) => key.startsWith(`beside/${id}/frames/`))
      .map((key) => Number(key.split('/').at(-1)))
  assert.ok(Math.max(...(await steps(saved[0].id)())) <= 6)
  assert.ok(Math.max(...(await steps(saved[1].id)())) >= 9)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('the past comes back with the training, goes with it, and where it is damaged it is missing', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 3)
  await trained(app, 5)
  const count = await frames(app)
  const step = await look(app, 4)
  const picture = await app.fingerprint('samples')
  await until(async () => (await beside(app)).length >= count, 'the frames are not stored')
  const [{ beside: bytes }] = await savedTrainings(app)
  assert.ok(bytes > 1000, `${bytes} bytes beside the checkpoint`)
  await leave(app)
  await goOn(app, 8)
  await hasFrames(app, count)
  assert.equal(await look(app, 4), step)
  assert.equal(await app.fingerprint('samples'), picture)
  assert.equal(await app.text('past-back'), 'Go back to step 3')
  await slider(app).press('End')

  // Some are no longer what they were.
  await page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await result(indexedDB.open('ganvas'))
    const store = database.transaction('training', 'readwrite').objectStore('training')
    const all = IDBKeyRange.bound('beside/', 'beside/\uffff')
    for (const key of await result(store.getAllKeys(all))) {
      const value = await result(store.get(key))
      if (key.endsWith('frames/0')) value.bytes = new Uint8Array([1, 2, 3]).buffer
      await result(store.put(key.endsWith('frames/0') ? value : 'lost', key))
    }
    database.close()
  })
  await leave(app)
  await goOn(app, 8)
  await page.waitForFunction(() => document.getElementById('past-step')?.disabled === false)
  await slider(app).fill('0')
  await page.waitForFunction(() =>
    /^Latest|^step 8/.test(document.getElementById('past-step').getAttribute('aria-valuetext')),
  )
  await trained(app, 1)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])

  await leave(app)
  await page.waitForSelector('#saved:not([hidden])')
  await page.click('#trainings summary')
  const remove = page.locator('#trainings-list li').getByRole('button', { name: /elete/ })
  await remove.click()
  await remove.click()
  await until(async () => (await beside(app)).length === 0, 'the past is still there')
  await app.close()
})

/** How many frames of video a WebM file has. */
function framesOfWebm(bytes) {
  const number = (at, isId) => {
    const length = Math.clz32(bytes[at]) - 23
    let value = isId ? bytes[at] : bytes[at] & (0xff >> length)
    for (let more = 1; more < length; more += 1) value = value * 256 + bytes[at + more]
    const isUnknown = !isId && value === 2 ** (7 * length) - 1
    return { value, length, isUnknown }
  }
  let count = 0
  const walk = (from, to) => {
    for (let at = from; at < to;) {
      const id = number(at, true)
      const size = number(at + id.length, false)
      const start = at + id.length + size.length
      const end = size.isUnknown ? to : start + size.value
      // Segment and Cluster contain others; SimpleBlock and BlockGroup are a frame.
      if (id.value === 0x18538067 || id.value === 0x1f43b675) {
        walk(start, end)
      } else if (id.value === 0xa3 || id.value === 0xa0) count += 1
      at = end
    }
  }
  walk(0, bytes.length)
  return count
}

test('a time-lapse has every frame with its step, as a GIF and as a video', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await taken(app, 8)
  const count = await frames(app)
  // What is shown is the last frame, kept or not.
  await slider(app).fill(String(count - 1))
  const isLast = (await said(app)) === 'step 8 of 8'
  await slider(app).press('End')
  await page.click('#past-lapse')
  const saved = async (format) => {
    const button = page.locator('#past-films').getByRole('button', { name: format })
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    return [download.suggestedFilename(), readFileSync(await download.path())]
  }
  const [name, gif] = await saved('GIF')
  assert.equal(name, 'ganvas-fast-digits-time-lapse-step-8.gif')
  const { frameCount, width, height, differ, durations, ink } = await page.evaluate(
    async (base64) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const decoder = new ImageDecoder({ data, type: 'image/gif' })
      await decoder.tracks.ready
      const { frameCount } = decoder.tracks.selectedTrack
      const pictures = []
      const durations = []
      for (let at = 0; at < frameCount; at += 1) {
        const { image } = await decoder.decode({ frameIndex: at })
        durations.push(image.duration / 1000)
        const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight)
        const context = canvas.getContext('2d', { willReadFrequently: true })
        context.drawImage(image, 0, 0)
        pictures.push(context.getImageData(0, 0, canvas.width, canvas.height))
      }
      const { width, height } = pictures[0]
      const line = (picture) => picture.data.slice(4 * width * (height - 28))
      const differ = (one, other) => one.some((value, at) => Math.abs(value - other[at]) > 32)
      const pairs = pictures.slice(1).map((picture, at) => [pictures[at], picture])
      return {
        ...{ frameCount, width, height, durations },
        differ: pairs.every(([one, other]) => differ(line(one), line(other))),
        ink: pictures.every((picture) =>
          line(picture).some((value, at) => at % 4 < 3 && value > 200),
        ),
      }
    },
    gif.toString('base64'),
  )
  assert.equal(frameCount, isLast ? count : count + 1)
  assert.deepEqual([width, height], [448, 448 + 28])
  assert.ok(ink && differ, 'each frame has its own step beneath')
  assert.deepEqual([durations[0], durations.at(-1)], [80, 2000])

  const [video, webm] = await saved('WebM')
  assert.equal(video, 'ganvas-fast-digits-time-lapse-step-8.webm')
  assert.ok(framesOfWebm(webm) >= frameCount, `${framesOfWebm(webm)} frames`)
  assert.equal(await page.locator('#past-films').getByRole('status').innerText(), 'Save as')
  assert.deepEqual(app.complaints, [])
  await app.close()
})
