// The page in use while it trains: it answers, by mouse and by keyboard, on small screens too.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, passFrames } from './harness.mjs'

const DRAWN = '?backend=cpu&width=8&batch=16&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

test('stays responsive while it trains', async () => {
  const app = await openApp(session, DRAWN)
  await app.start()
  await app.reachesStep(1)
  await app.page.evaluate(() => {
    window.frames = []
    const count = (now) => {
      window.frames.push(now)
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  await app.page.focus('#seed')
  await app.page.keyboard.press('ControlOrMeta+a')
  await app.page.keyboard.type('12345', { delay: 60 })
  assert.equal(await app.page.inputValue('#seed'), '12345')
  await app.page.mouse.move(640, 450)
  await app.page.mouse.wheel(0, 300)
  await app.page.waitForFunction(() => scrollY > 0)
  await app.reachesStep((await app.step()) + 20)
  await app.page.waitForFunction(() => window.frames.length > 90)
  const gaps = await app.page.evaluate(() =>
    window.frames
      .slice(1)
      .map((at, index) => at - window.frames[index])
      .sort((one, other) => one - other),
  )
  assert.equal(await app.phase(), 'running')
  const median = gaps[Math.floor(gaps.length / 2)]
  assert.ok(median < 50, `a frame every ${median} ms`)
  const slow = gaps.filter((gap) => gap > 200).length
  assert.ok(slow <= gaps.length / 20, `${slow} of ${gaps.length} frames took over 200 ms`)

  const asked = performance.now()
  await app.pause()
  assert.ok(performance.now() - asked < 3000, 'Pause took more than 3 s')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('is worked by the keyboard alone', async () => {
  const app = await openApp(session, DRAWN)
  const { keyboard } = app.page
  const focused = () => app.page.evaluate(() => document.activeElement.id)
  const tabTo = async (id, most = 10) => {
    for (let press = 0; press < most && (await focused()) !== id; press += 1) {
      await keyboard.press('Tab')
    }
    assert.equal(await focused(), id)
  }

  // From wherever nothing takes the key.
  await keyboard.press('Space')
  await app.reaches('running')
  await app.reachesStep(1)
  await keyboard.press('Space')
  await app.settled()
  const step = await app.step()
  await keyboard.press('s')
  await app.reachesStep(step + 1)
  await app.settled()
  await keyboard.press('a')
  await app.page.waitForFunction(
    () => document.querySelector('[name=averaged][value=live]').checked,
  )
  await keyboard.press('Shift+R')
  await app.page.waitForFunction(() => document.getElementById('step-count').dataset.value === '0')
  await app.settled()

  // By the buttons: the focus stays where the next press makes sense.
  await tabTo('start')
  await keyboard.press('Enter')
  await app.reaches('running')
  assert.equal(await focused(), 'pause')
  await app.reachesStep(1)
  await keyboard.press('Space')
  await app.settled()
  assert.equal(await focused(), 'start')
  await tabTo('step-once', 2)
  for (const more of [1, 2]) {
    const before = await app.step()
    await keyboard.press('Enter')
    await app.reachesStep(before + 1)
    await app.settled()
    assert.equal(await app.step(), before + 1, `press ${more}`)
    assert.equal(await focused(), 'step-once')
  }
  await tabTo('reset', 2)
  await keyboard.press('Enter')
  await app.page.waitForFunction(() => document.getElementById('step-count').dataset.value === '0')
  await app.settled()
  assert.equal(await focused(), 'reset')

  // In a field, letters are letters.
  await app.page.focus('#batch')
  await keyboard.type('s ')
  await passFrames(app.page)
  assert.equal(await app.phase(), 'ready')
  // A step that the s had begun would be one more.
  await app.takeSteps(1)
  assert.equal(await app.step(), 1)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('keeps its settings in the address, over a reload in the midst of training', async () => {
  const app = await openApp(session, DRAWN)
  await app.page.fill('#width', '4')
  await app.page.fill('#seed', '9')
  await app.page.keyboard.press('Tab')
  await app.settled()
  await app.start()
  await app.reachesStep(2)
  await app.page.reload()
  await app.settled()
  assert.equal(await app.step(), 0)
  assert.equal(await app.page.inputValue('#width'), '4')
  assert.equal(await app.page.inputValue('#seed'), '9')
  assert.equal(await app.page.inputValue('#backend'), 'cpu')
  assert.equal(await app.text('pending'), '')
  await app.takeSteps(1)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('refuses numbers out of range and goes on with the old ones', async () => {
  const app = await openApp(session, `${DRAWN}&colour=red&width=0`)
  const sentences = (await app.messages()).map(([, sentence]) => sentence)
  assert.equal(sentences.length, 2)
  assert.match(sentences[0], /width to “0”, which was ignored: width must be a whole number from 1/)
  assert.match(sentences[1], /contains “colour”, which this page does not know/)
  await app.page.fill('#batch', '1')
  await app.page.keyboard.press('Tab')
  const [kind, sentence] = await app.messageAfter(2)
  assert.equal(kind, 'error')
  assert.match(
    sentence,
    /^The batch size must be a whole number from 2 to 1024; “1” was ignored\.$/,
  )
  assert.equal(await app.page.getAttribute('#batch', 'aria-invalid'), 'true')
  await app.takeSteps(1)
  assert.equal(await app.phase(), 'ready')
  await app.close()
})

/** How light a colour is, 0 to 1. */
const lightness = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

test('fits narrow screens, and comes in light and dark', async () => {
  const app = await openApp(session, DRAWN, {
    prepare: (page) => page.setViewportSize({ width: 360, height: 740 }),
  })
  await app.start()
  await app.reachesStep(1)
  for (const width of [320, 360, 768, 1280]) {
    await app.page.setViewportSize({ width, height: 740 })
    await app.drawn()
    const wide = await app.page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= width, `${wide} pixels wide on a screen of ${width}`)
    for (const id of ['pause', 'step-once', 'samples', 'loss-chart']) {
      const box = await app.page.locator(`#${id}`).boundingBox()
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${id} at ${width}: ${box.x}`)
      assert.ok(box.width > 20 && box.height > 20, `${id} at ${width} is ${box.width} wide`)
    }
  }
  const colours = () =>
    app.page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return [backgroundColor, color]
    })
  for (const scheme of ['light', 'dark']) {
    const isDark = scheme === 'dark'
    await app.page.emulateMedia({ colorScheme: scheme })
    const [background, ink] = (await colours()).map(lightness)
    assert.ok(isDark ? background < 0.25 : background > 0.75, `${scheme}: background ${background}`)
    assert.ok(Math.abs(background - ink) > 0.5, `${scheme}: ${ink} on ${background}`)
    await app.page.selectOption('#theme', isDark ? 'light' : 'dark')
    assert.equal(lightness((await colours())[0]) > 0.5, isDark, `${scheme} cannot be overruled`)
    await app.page.selectOption('#theme', 'system')
  }
  await app.pause()
  assert.deepEqual(app.complaints, [])
  await app.close()
})
