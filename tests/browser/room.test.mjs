// Play on every screen: nothing jumps, all of a grid is seen at once, and what is picked is at hand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASIC_FLAGS, open, openPage, passFrames } from './harness.mjs'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
/** What Chromium's own guidance calls good is 0.1; this is a fifth of it. */
const MOST_SHIFT = 0.02

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

/** Adds up by how much things jump, as browsers do, but for what follows an input at once as well. */
function watchShifts() {
  window.shifts = []
  const add = (entries) => {
    for (const { value, sources } of entries) {
      const moved = sources.map(({ node, previousRect, currentRect }) => {
        const name = node?.id || node?.className || node?.nodeName
        return `${name} ${previousRect.y.toFixed()}→${currentRect.y.toFixed()}`
      })
      window.shifts.push({ value, moved })
    }
  }
  new PerformanceObserver((list) => add(list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  })
}

async function openPlay(query, like, prepare = () => {}) {
  const opened = await openPage(
    session,
    `/?mode=play&backend=cpu${query}`,
    async (page) => {
      page.setDefaultTimeout(60_000)
      await page.addInitScript(watchShifts)
      await prepare(page)
    },
    like,
  )
  await isDrawn(opened.page)
  return opened
}

const isDrawn = (page) =>
  page.waitForFunction(
    () =>
      document.getElementById('play-status').dataset.phase === 'ready' &&
      document.querySelector('#play-samples .cells button[aria-pressed=true]') &&
      document.getElementById('stage').dataset.drawn,
  )

async function assertStill(page, what) {
  await passFrames(page)
  const shifts = await page.evaluate(() => window.shifts.splice(0))
  const sum = shifts.reduce((sum, { value }) => sum + value, 0)
  assert.ok(sum < MOST_SHIFT, `${what}: ${sum}, ${JSON.stringify(shifts)}`)
}

for (const [name, viewport] of [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
]) {
  test(`on ${name} nothing jumps while Play comes, or has something to say`, async () => {
    const { page, close } = await openPlay('', { viewport }, (page) =>
      // As over a slow line: what is late must find its room.
      page.route(/\.(wasm|safetensors|json)$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        await route.continue()
      }),
    )
    await assertStill(page, 'coming')
    await page.fill('#model-address', 'not-there.safetensors')
    await page.evaluate(() => document.getElementById('model-address-form').requestSubmit())
    await page.locator('#play-messages li').waitFor()
    await assertStill(page, 'a message')
    await page.evaluate(() => document.querySelector('#model-cards li:nth-child(2) button').click())
    await page.waitForFunction(
      () => document.getElementById('model-name').textContent === 'Drawn faces',
    )
    await isDrawn(page)
    await assertStill(page, 'another generator')
    await close()
  })
}

test('all of a grid is seen at once on a phone on its side, and at 200 %', async () => {
  const { page, close } = await openPlay('&model=mnist-28', {})
  for (const [width, height] of [
    [844, 390],
    [640, 450],
    [1280, 620],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height })
    for (const selector of ['#play-samples .sheet', '#stage .sheet']) {
      const box = await page.locator(selector).boundingBox()
      const at = `${selector} at ${width} × ${height}: ${JSON.stringify(box)}`
      assert.ok(box.height <= height - 60 && box.width <= width, at)
      assert.ok(Math.abs(box.width / box.height - 1) < 0.02, at)
      assert.ok(box.height > 150, at)
    }
  }
  await close()
})

test('so it is of Train’s grids', async () => {
  const { page, close } = await openPage(
    session,
    '/?mode=train&backend=cpu&data=drawn-digits&width=4&batch=8',
  )
  await page.waitForFunction(() => document.getElementById('status').dataset.phase === 'ready')
  for (const [width, height] of [
    [844, 390],
    [640, 450],
  ]) {
    await page.setViewportSize({ width, height })
    for (const id of ['samples', 'reals']) {
      const box = await page.locator(`#${id}`).boundingBox()
      assert.ok(box.height <= height - 60, `${id} at ${width} × ${height}: ${box.height}`)
    }
  }
  await close()
})

test('on a phone the stage comes right after the samples, and A, B, C are beside them', async () => {
  const { page, close } = await openPlay('&model=mnist-28', { viewport: PHONE, hasTouch: true })
  const top = async (id) => (await page.locator(id).boundingBox()).y
  const grid = await page.locator('#play-samples').boundingBox()
  assert.ok((await top('#stage')) < 1400, `the stage is at ${await top('#stage')}`)
  assert.ok((await top('#stage')) < (await top('#picked')))
  for (const id of ['#pin', '#put-A', '#put-B', '#put-C']) {
    assert.ok(Math.abs((await top(id)) - grid.y) < 150, `${id} is at ${await top(id)}`)
  }
  await page.locator('#play-samples .cells button').nth(9).tap()
  await page.locator('#put-B').tap()
  assert.equal(await page.locator('#slot-B li').count(), 1)
  await close()
})

test('by keys a sample is picked, pinned, and put into A, B and C', async () => {
  const { page, close } = await openPlay('&model=mnist-28', {})
  await page.locator('#play-samples .cells button').first().focus()
  for (const key of ['a', 'b', 'c', 'p']) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const name = await page.evaluate(() => document.activeElement.ariaLabel)
    await page.waitForFunction(
      (index) => document.getElementById('code').value === `1.${index}`,
      name.replace(/\D/g, ''),
    )
    await page.keyboard.press(key)
  }
  for (const list of ['slot-A', 'slot-B', 'slot-C', 'pinned']) {
    assert.equal(await page.locator(`#${list} li:not([data-stand-in])`).count(), 1, list)
  }
  assert.match(await page.locator('#play-said').innerText(), /^Added the selected sample to C/)
  await close()
})

test('a number that is not taken is told in words, and what was drawn stays', async () => {
  const { page, complaints, close } = await openPlay('&model=mnist-28', {})
  const drawn = () => page.locator('#play-samples').getAttribute('data-drawn')
  const before = await drawn()
  for (const [value, expected] of [
    ['-5', /^Seed must be a whole number from 0 to \d+; “-5” was ignored\.$/],
    ['1.5', /“1\.5” was ignored/],
    ['1e300', /“1e300” was ignored/],
    ['', /^Seed must be a whole number from 0/],
  ]) {
    await page.fill('#play-seed', value)
    await page.press('#play-seed', 'Enter')
    assert.match(await page.locator('#samples-wrong').innerText(), expected)
    assert.equal(await page.getAttribute('#play-seed', 'aria-invalid'), 'true')
    assert.equal(await drawn(), before)
  }
  await page.fill('#play-seed', '7')
  await page.press('#play-seed', 'Enter')
  await page.waitForFunction(
    () => document.getElementById('play-samples').dataset.drawn === '7/1/null',
  )
  assert.equal(await page.locator('#samples-wrong').isVisible(), false)

  await page.fill('#frames', '1000')
  await page.click('#save-gif')
  assert.match(
    await page.locator('#keep-wrong').innerText(),
    /^GIF frames must be .*“1000” was ignored/,
  )
  await page.click('#tab-coordinates')
  await page.fill('#coordinates-list', '1-8, 999')
  await page.press('#coordinates-list', 'Enter')
  assert.match(await page.locator('#coordinates-wrong').innerText(), /1 to 64.*“1-8, 999”/)
  await page.locator('label:has(> input[name=mode][value=embed])').click()
  await page.fill('#embed-columns', '99')
  await page.press('#embed-columns', 'Enter')
  assert.match(await page.locator('#embed-wrong').innerText(), /^Columns must be .* 1 to 16; “99”/)
  assert.deepEqual(complaints, [])
  await close()
})

test('sliders say where they stand', async () => {
  const { page, close } = await openPlay('&model=mnist-28', {})
  const said = (selector) => page.locator(selector).getAttribute('aria-valuetext')
  await page.fill('#truncation', '0.7')
  assert.equal(await said('#truncation'), '0.70')
  await page.fill('#speed', '-1')
  assert.equal(await said('#speed'), '0.5 times')
  await page.fill('#position', '0.25')
  assert.equal(await said('#position'), '25% of the path')
  await page.click('#tab-directions')
  await page.getByRole('slider', { name: 'Direction 2' }).fill('1.5')
  assert.equal(await said('#axis-2'), '1.50')
  const silent = await page
    .locator('#play input[type=range]')
    .evaluateAll((all) =>
      all.filter((each) => !each.hasAttribute('aria-valuetext')).map(({ id }) => id),
    )
  assert.deepEqual(silent, [])
  await close()

  const frame = await openPage(session, '/embed.html?model=mnist-28&mode=interpolate&controls=true')
  const slider = frame.page.getByRole('slider', { name: 'Position' })
  await slider.fill('0.5')
  assert.equal(await slider.getAttribute('aria-valuetext'), '50 %')
  await frame.close()
})

test('WebGPU that is asked for and not there leaves Play to the CPU, and it says so', async () => {
  const { page, complaints, close } = await openPage(session, '/?backend=webgpu&model=mnist-28')
  await isDrawn(page)
  assert.equal(await page.locator('#play-state').innerText(), 'Running on the CPU.')
  const said = await page.locator('#play-messages li span').allInnerTexts()
  assert.equal(said.length, 1)
  assert.match(said[0], /WebGPU.* The CPU is used instead\.$/)
  await page.click('.card:has-text("Drawn faces")')
  await page.waitForFunction(
    () => document.getElementById('model-name').textContent === 'Drawn faces',
  )
  await isDrawn(page)
  assert.equal(await page.locator('#play-messages li').count(), 1)
  // Chromium says so itself, whatever the page does.
  assert.deepEqual(
    complaints.filter((text) => text !== 'No available adapters.'),
    [],
  )
  await close()
})

test('a broken image dropped before Train was ever open does not stop it', async () => {
  const { page, close } = await openPlay('&model=mnist-28&data=drawn-digits&width=4&batch=8', {})
  await page.setInputFiles('#files', {
    name: 'broken.png',
    mimeType: '',
    buffer: Buffer.from('this is no image'),
  })
  await page.waitForFunction(() => document.getElementById('status').dataset.phase === 'ready')
  const said = await page.locator('#messages li').allInnerTexts()
  assert.ok(
    said.some((sentence) => sentence.includes('broken.png')),
    said.join(),
  )
  assert.doesNotMatch(said.join(), /needs a backend/)
  await page.click('#step-once')
  await page.waitForFunction(() => document.getElementById('step-count').dataset.value === '1')
  await close()
})

test('whatever the browser calls its language, the page and the widget work', async () => {
  for (const [language, languages] of [
    ['C', ['C']],
    ['', []],
    ['de_DE.UTF-8', ['de_DE.UTF-8', 'x']],
    [undefined, undefined],
  ]) {
    const as = (page) =>
      page.addInitScript(
        ([language, languages]) => {
          Object.defineProperty(navigator, 'language', { configurable: true, get: () => language })
          Object.defineProperty(navigator, 'languages', {
            configurable: true,
            get: () => languages,
          })
        },
        [language, languages],
      )
    const { page, complaints, close } = await openPlay('&model=mnist-28', {}, as)
    assert.equal(await page.locator('#play-state').innerText(), 'Running on the CPU.')
    assert.deepEqual(complaints, [], String(language))
    await close()
    const frame = await openPage(session, '/embed.html?model=mnist-28&loading=eager', as)
    await frame.page.waitForFunction(
      () => document.querySelector('ganvas-generator')?.state === 'ready',
    )
    assert.deepEqual(frame.complaints, [], String(language))
    await frame.close()
  }
})
