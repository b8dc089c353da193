// The tutorials' advice beside rates, charts and recipe: behind question marks, and within reach of the keys.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASIC_FLAGS, open, openPage, passFrames } from './harness.mjs'

const HINTS = ['rates', 'loss', 'scores', 'quality', 'recipe']

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

test('each opens and closes by key or press, one at a time, and moves nothing', async () => {
  const { page, complaints, close } = await openPage(session, '/?backend=cpu', () => {}, {
    reducedMotion: 'reduce',
  })
  await page.waitForSelector('#start:enabled')
  const text = (name) => page.locator(`.hint p[data-text="hints.${name}"]`)
  const mark = (name) => page.locator(`summary:has([data-text="hints.${name}About"])`)
  assert.equal(await page.locator('.hint').count(), HINTS.length)
  const places = () =>
    page.evaluate(() =>
      ['loss-chart', 'verdict-chart', 'generatorRate', 'recipe', 'explained'].map(
        (id) => document.getElementById(id).getBoundingClientRect().y + scrollY,
      ),
    )
  const before = await places()
  for (const name of HINTS) {
    assert.equal(await text(name).isVisible(), false, name)
    assert.match(await mark(name).textContent(), /\p{L}{4}/u, 'the mark says what it is about')
    await mark(name).focus()
    // The space bar means Start elsewhere.
    await page.keyboard.press('Space')
    assert.ok(await text(name).isVisible(), name)
    const open = page.locator('.hint[open]')
    await passFrames(page, 2)
    assert.equal(await open.count(), 1)
    const { x, width } = await text(name).boundingBox()
    assert.ok(x >= 0 && x + width <= 1280, name)
    assert.deepEqual(await places(), before)
  }
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.hint[open]').count(), 0)
  assert.ok(await mark('recipe').evaluate((summary) => summary === document.activeElement))
  await mark('loss').click()
  assert.ok(await text('loss').isVisible())
  await page.click('#reals', { force: true })
  assert.equal(await text('loss').isVisible(), false)
  assert.equal(await page.locator('#pause').isVisible(), false, 'nothing was started')
  assert.deepEqual(complaints, [])
  await close()
})
