// The first minute of a stranger: what is seen and done without a press, and what is left alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { BASIC_FLAGS, eventually, open, openPage, passFrames } from './harness.mjs'

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

const LOCALE = { locale: 'en-GB' }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const SMALL = '?mode=train&backend=cpu&data=drawn-digits&width=2&batch=4'
/** The most by which a page may shift under its reader's eyes. */
const MOST_SHIFT = 0.05

/** A first visit, as a stranger of whom `like` says more. */
async function visit(path = '/', like = {}, prepare = () => {}) {
  const opened = await openPage(session, path, prepare, { ...LOCALE, ...like })
  opened.page.setDefaultTimeout(120_000)
  return opened
}

const reachesStep = (page, step) =>
  page.waitForFunction(
    (step) => Number(document.getElementById('step-count').dataset.value) >= step,
    step,
  )
const phase = (page) => page.locator('#status').getAttribute('data-phase')
const isPaused = (page) =>
  page.waitForFunction(() => document.getElementById('status').dataset.phase === 'ready')

test('a first visit trains by itself, on data that need no download, and says which', async () => {
  const paths = []
  const { page, complaints, close } = await visit('/', {}, (page) =>
    page.context().on('request', (request) => paths.push(request.url())),
  )
  await reachesStep(page, 2)
  assert.equal(await page.locator('#state').innerText(), 'Training on drawn digits.')
  assert.equal(await page.locator('#data').inputValue(), 'drawn-digits')
  assert.match(await page.title(), /^Step \d+ · Ganvas/)
  assert.ok(await page.locator('#take-mnist').isVisible())
  assert.deepEqual(
    paths.filter((path) => /\/data\/mnist|\/models\/.*safetensors/.test(path)),
    [],
  )
  // The faces are one press away, and what nobody looks at then waits.
  await page.click('#finished')
  await page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)
  assert.equal(new URL(page.url()).searchParams.get('model'), 'anime-64')
  await page.click('.modes label:has-text("Train")')
  await isPaused(page)
  assert.match(await page.locator('#messages li span').first().innerText(), /^Paused, because you/)
  const step = await page.locator('#step-count').getAttribute('data-value')
  await page.click('#messages button:has-text("Continue")')
  await reachesStep(page, Number(step) + 1)
  assert.deepEqual(complaints, [])
  await close()
})

test('what began by itself stops when the page is hidden; what somebody started does not', async () => {
  const { page, close } = await visit()
  const hide = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      delete document.visibilityState
    })
  await reachesStep(page, 1)
  await hide()
  await isPaused(page)
  const sentence = 'Paused, because the page was out of sight.'
  assert.equal(await page.locator('#messages li span').first().innerText(), sentence)
  const step = Number(await page.locator('#step-count').getAttribute('data-value'))
  await page.click('#start')
  await reachesStep(page, step + 1)
  await hide()
  await reachesStep(page, step + 2)
  assert.equal(await phase(page), 'running')
  await close()
})

test('with less motion nothing moves and nothing is fetched until Start is pressed', async () => {
  const paths = []
  const { page, close } = await visit('/?backend=cpu', { reducedMotion: 'reduce' }, (page) =>
    page.context().on('request', (request) => paths.push(request.url())),
  )
  await page.waitForSelector('#start:enabled')
  await page.waitForFunction(() => document.getElementById('poster').naturalWidth > 0)
  assert.match(await page.locator('#state').innerText(), /less motion.*until you press Start/)
  assert.equal(await page.locator('#loading').isVisible(), false)
  await passFrames(page)
  assert.deepEqual(
    paths.filter((path) => path.endsWith('.wasm')),
    [],
  )
  await page.click('#start')
  await reachesStep(page, 1)
  assert.equal(await page.locator('#poster').isVisible(), false)
  await close()
})

test('a link, and a training that was saved, wait for their reader', async () => {
  const app = await openApp(session, SMALL, { like: LOCALE })
  await passFrames(app.page)
  assert.deepEqual([await app.phase(), await app.step()], ['ready', 0])
  await app.takeSteps(1)
  await app.press('reset')
  await app.page.waitForSelector('#saved:visible')
  await app.page.goto(`${session.origin}/`)
  await app.page.waitForSelector('#saved:visible')
  await app.settled()
  await passFrames(app.page)
  assert.deepEqual([await app.phase(), await app.step()], ['ready', 0])
  await app.close()
})

test('the first picture is noise with its contrast stretched, and says so', async () => {
  const app = await openApp(session, SMALL, { like: LOCALE })
  const { grey } = await app.pixels('samples')
  assert.ok(Math.max(...grey) - Math.min(...grey) > 200)
  const note = await app.text('samples-note')
  assert.match(note, /^Before the first step .* stretched [\d.]+ times\.$/)
  await app.close()
})

test('nothing shifts by much under the eyes of who opens a room, in whatever language', async () => {
  const measure = (page) =>
    page.addInitScript(() => {
      window.shift = 0
      new PerformanceObserver((list) => {
        for (const { hadRecentInput, value } of list.getEntries())
          if (!hadRecentInput) window.shift += value
      }).observe({ type: 'layout-shift', buffered: true })
    })
  const desktop = { viewport: { width: 1440, height: 900 } }
  const drawn = (page) =>
    page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)
  const embedded = (page) =>
    page.waitForFunction(
      () => document.querySelector('#embed-preview ganvas-generator')?.state === 'ready',
    )
  const german = { ...desktop, locale: 'de' }
  for (const [path, like, seen] of [
    ['/', desktop, (page) => reachesStep(page, 3)],
    ['/', PHONE, (page) => reachesStep(page, 3)],
    ['/?mode=play', desktop, drawn],
    ['/?mode=play', PHONE, drawn],
    ['/?mode=embed', desktop, embedded],
    ['/?mode=embed', PHONE, embedded],
    ['/', german, (page) => reachesStep(page, 3)],
    ['/?mode=embed', german, embedded],
  ]) {
    const { page, close } = await visit(path, like, measure)
    await seen(page)
    await passFrames(page)
    const shift = await page.evaluate(() => window.shift)
    const where = `${path} on ${like.viewport.width} px, ${like.locale ?? 'en'}`
    assert.ok(shift < MOST_SHIFT, `${where}: ${shift}`)
    await close()
  }
})

test('pictures, rates and scores are in sight together, and there is one button for both', async () => {
  const app = await openApp(session, SMALL, {
    like: { ...LOCALE, viewport: { width: 1440, height: 900 } },
  })
  const { page } = app
  const isInSight = (id, height) =>
    page.locator(`#${id}`).evaluate((element, height) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      return width > 0 && top >= 0 && bottom <= height
    }, height)
  for (const id of ['samples', 'generatorRate-slider', 'discriminatorRate-slider', 'verdict-chart'])
    assert.ok(await isInSight(id, 900), id)
  assert.deepEqual(
    [await page.locator('#start').isVisible(), await page.locator('#pause').isVisible()],
    [true, false],
  )
  await app.start()
  assert.deepEqual(
    [await page.locator('#start').isVisible(), await page.locator('#pause').isVisible()],
    [false, true],
  )
  await app.pause()
  // A phone on its side, and a page at 200 %.
  for (const [width, height] of [
    [844, 390],
    [720, 450],
  ]) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => scrollTo(0, 0))
    for (const id of ['samples', 'start', 'generatorRate-slider', 'discriminatorRate-slider'])
      await eventually(async () => assert.ok(await isInSight(id, height), `${id} at ${width} px`))
  }
  await app.close()
  // Longer words.
  const german = await openApp(session, SMALL, {
    like: { viewport: { width: 844, height: 390 }, hasTouch: true, locale: 'de' },
  })
  for (const id of ['samples', 'start', 'generatorRate-slider', 'discriminatorRate-slider']) {
    const { y, height } = await german.page.locator(`#${id}`).boundingBox()
    assert.ok(y >= 0 && y + height <= 390, `${id} in German`)
  }
  await german.close()
})

test('a step that takes long does not keep the press of Pause from being seen', async () => {
  const app = await openApp(session, SMALL, {
    like: LOCALE,
    worker: `
      const handle = self.addEventListener
      self.addEventListener = function (kind, listener, ...rest) {
        const slow = (event) =>
          event.data?.method === 'next' ? setTimeout(listener, 1500, event) : listener(event)
        return handle.call(self, kind, kind === 'message' ? slow : listener, ...rest)
      }`,
  })
  const { page } = app
  await app.start()
  const waited = await page.evaluate(async () => {
    const state = document.getElementById('state')
    const pressed = performance.now()
    document.getElementById('pause').click()
    while (!/^Pausing/.test(state.textContent) && performance.now() - pressed < 5000)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - pressed
  })
  assert.ok(waited < 200, `${waited} ms`)
  await app.close()
})
