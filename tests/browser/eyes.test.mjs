// What the discriminator sees: its verdicts, where it looks, its maps, sizes of weights and gradients, and
// the game step by step.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'

const SMALL = '?backend=cpu&recipe=dcgan-mnist&width=2&batch=8&data=drawn-digits'
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

async function openEyes(query = SMALL, like) {
  const app = await openApp(session, query, { like })
  await app.page.click('#eyes > summary')
  await app.page.waitForFunction(
    () => document.querySelectorAll('.eyes-tiles [role=option]').length === 128,
  )
  return app
}

const calls = async (app, ...names) =>
  (await app.log()).calls.filter((name) => names.includes(name)).length

/** The last report's sizes, and the labels of the tiles of one grid. */
const labels = (app, grid) =>
  app.page
    .locator(`#eyes-${grid} [role=option]`)
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')))
const verdict = (label) => Number(label.split(': ')[1])

test('nothing is asked for while it is closed, and verdicts come and are sorted when it is open', async () => {
  const app = await openApp(session, SMALL)
  await app.takeSteps(1)
  assert.equal(await calls(app, 'verdicts', 'sizesEvery', 'saliency', 'maps'), 0)
  assert.equal((await app.log()).reports.at(-1).sizes, undefined)
  await app.page.click('#eyes > summary')
  await app.page.waitForFunction(
    () => document.querySelectorAll('.eyes-tiles [role=option]').length === 128,
  )
  const found = await labels(app, 'generated')
  assert.match(found[0], /^Image 1: 0\.\d\d$/)
  assert.match(
    await app.page.locator('#eyes-generated figcaption').innerText(),
    /of 64 pass for real/,
  )
  await app.page.check('#eyes-sorted')
  const sorted = (await labels(app, 'real')).map(verdict)
  assert.deepEqual(
    sorted,
    sorted.toSorted((one, other) => other - one),
  )
  assert.deepEqual((await labels(app, 'generated')).toSorted(), found.toSorted())
  // Another step has other verdicts.
  const before = await calls(app, 'verdicts')
  await app.takeSteps(1)
  await app.page.waitForFunction(
    (before) => window.engineLog.calls.filter((name) => name === 'verdicts').length > before,
    before,
  )
  await app.page.click('#eyes > summary')
  await app.takeSteps(1)
  assert.equal((await app.log()).reports.at(-1).sizes, undefined)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an image is picked by mouse and keys, and is looked at', async () => {
  const app = await openEyes()
  const { page } = app
  await app.takeSteps(1)
  await page.locator('#eyes-real [role=option]').nth(9).click()
  const picked = (text) =>
    page.waitForFunction(
      (text) => document.querySelector('.eyes-picked').textContent.startsWith(text),
      text,
    )
  await picked('Real image 10: ')
  await page.keyboard.press('ArrowDown')
  await picked('Real image 18: ')
  await page.keyboard.press('ArrowRight')
  await picked('Real image 19: ')
  assert.equal(await page.locator('.eyes-tiles [aria-selected=true]').count(), 1)
  const [image, heat] = [await app.fingerprint('eyes-image'), await app.fingerprint('eyes-heat')]
  assert.notEqual(image, heat)
  // What it wants changed: nothing at no strength.
  const slider = page.locator('.eyes-look input[type=range]')
  await slider.fill('0')
  assert.equal(await app.fingerprint('eyes-moved'), image)
  await slider.fill('0.5')
  assert.notEqual(await app.fingerprint('eyes-moved'), image)
  assert.match(await slider.getAttribute('aria-valuetext'), /^50% of the range/)
  // Layers with maps, and another one's.
  const first = await app.pixels('eyes-maps')
  const options = page.locator('.eyes-look select option')
  assert.match(await options.first().innerText(), /^1 conv · \d+ × 14×14$/)
  const last = await options.last().getAttribute('value')
  await page.locator('.eyes-look select').selectOption(last)
  await page.waitForFunction(
    (width) => document.getElementById('eyes-maps').width !== width,
    first.width,
  )
  // One that is frozen in the picture is one of the other grid.
  await page.locator('#eyes-generated [role=option]').first().click()
  await picked('Generated image 1: ')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('one network takes a step, one is frozen, and closing the box ends that', async () => {
  const app = await openEyes()
  const { page } = app
  const sizes = async () => (await app.log()).reports.at(-1).sizes
  const learns = async () => {
    const found = await sizes()
    return [found.discriminator, found.generator].map((all) =>
      all.every(({ gradient }) => gradient !== undefined),
    )
  }
  const step = async (turn) => {
    const before = await app.step()
    await page.click(`.eyes-steps [data-turn=${turn}]`)
    await app.reachesStep(before + 1)
    await app.settled()
  }
  await step('both')
  assert.deepEqual(await learns(), [true, true])
  const grid = await app.fingerprint('samples')
  await step('discriminator')
  assert.deepEqual(await learns(), [true, false])
  assert.equal(await app.fingerprint('samples'), grid)
  await step('generator')
  assert.deepEqual(await learns(), [false, true])
  assert.notEqual(await app.fingerprint('samples'), grid)
  await page.locator('.eyes-game [value=generator]').check({ force: true })
  await app.takeSteps(1)
  assert.deepEqual(await learns(), [false, true])
  await page.click('#eyes > summary')
  await page.click('#eyes > summary')
  assert.ok(await page.locator('.eyes-game [value=both]').isChecked())
  await app.takeSteps(1)
  assert.deepEqual(await learns(), [true, true])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('in slow motion a step is made at a time, and Pause ends the wait', async () => {
  const app = await openEyes()
  await app.page.locator('.eyes-slow select').selectOption('2000')
  await app.start()
  await app.reachesStep(1)
  // A busy machine may be late once.
  const waits = []
  while (waits.length < 3 && !waits.some((wait) => wait < 1900)) {
    if (waits.length > 0) await app.start()
    const paused = Date.now()
    await app.pause()
    waits.push(Date.now() - paused)
  }
  assert.ok(Math.min(...waits) < 1900, `Pause waits for nothing; it took ${waits} ms`)
  const { reports } = await app.log()
  assert.ok(reports.length < 4, `${reports.length} steps`)
  // The meters still count the steps as they are.
  assert.equal(await app.step(), reports.at(-1).step)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('sizes are lines for each layer with weights, and begin anew with a training', async () => {
  const app = await openEyes()
  const { page } = app
  await app.takeSteps(3)
  await app.drawn()
  const rows = page.locator('.eyes-sizes .discriminator tbody tr')
  const own = (await app.log()).reports.at(-1).sizes.discriminator
  const named = own.filter(({ name }) => name.endsWith('weight'))
  assert.equal(await rows.count(), named.length)
  const line = await rows.first().locator('path').first().getAttribute('d')
  assert.equal(line.match(/[ML]/g).length, 3)
  const value = await rows.first().locator('td span').first().innerText()
  assert.equal(value, named[0].weight.toPrecision(2))
  await app.reset()
  await app.drawn()
  assert.equal(await rows.count(), 1)
  assert.match(await rows.first().innerText(), /after the next step/)
  await app.takeSteps(1)
  await app.drawn()
  assert.equal(await rows.count(), named.length)
  await app.close()
})

test('axe finds nothing in it, and it fits a phone', async () => {
  const app = await openEyes()
  const { page } = app
  await app.takeSteps(2)
  await page.locator('#eyes-generated [role=option]').first().click()
  await page.waitForFunction(() => document.getElementById('eyes-maps').width > 0)
  const axe = await readFile(AXE, 'utf8')
  await page.evaluate(axe)
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
  ]) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run('#eyes')
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
    })
    assert.deepEqual(found, [], `${width} ${colorScheme}`)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.equal(sideways, 0, `${width}`)
    const small = await page.locator('#eyes').evaluate(
      (box) =>
        [...box.querySelectorAll('button, select, input[type=checkbox], [role=option]')]
          .map((each) => (each.type === 'checkbox' ? each.parentElement : each))
          .map((each) => each.getBoundingClientRect())
          .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)).length,
    )
    assert.equal(small, 0, `${width}`)
  }
  await app.close()
})

test('it speaks the reader’s language', async () => {
  for (const [language, text] of [
    ['de', 'Nur D'],
    ['ja', 'D のみ'],
    ['zh', '仅 D'],
  ]) {
    const app = await openEyes(`${SMALL}&lang=${language}`)
    const name = await app.page.locator('.eyes-steps button').first().innerText()
    assert.equal(name, text)
    await app.close()
  }
})
