// What axe finds in every room of the page, in the frame and in the sample post, on light and on dark.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { stripped } from './bare.mjs'
import { BASIC_FLAGS, open, openPage } from './harness.mjs'
import { openPlay } from './play.mjs'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

const drawn = () =>
  document.querySelector('#play-samples .cells button[aria-pressed=true]') !== null
const trains = () => document.getElementById('status').dataset.phase === 'ready'
const isReady = () =>
  [...document.querySelectorAll('ganvas-generator')].some(({ state }) => state === 'ready')

/** Every place, and when it stands. */
const PLACES = [
  ['Train', '/?mode=train&backend=cpu&data=drawn-digits&width=4&batch=8', trains],
  ['Play', '/?backend=cpu&model=mnist-28-labels', drawn],
  ['Embed', '/?mode=embed&backend=cpu', isReady],
  ['the frame', '/embed.html?model=mnist-28&mode=sliders&controls=true&loading=eager', isReady],
  ['the sample post', '/demo.html', isReady],
]

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

/** What axe finds below an element, a line for each. */
async function findings(page, root = 'html') {
  // The policy of the page lets in no other script than its own.
  await page.evaluate(AXE)
  return await page.evaluate(
    async ([root, values]) => {
      const { violations } = await window.axe.run(root, { runOnly: { type: 'tag', values } })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      )
    },
    [root, TAGS],
  )
}

for (const [name, path, stands] of PLACES) {
  test(`axe finds nothing in ${name}`, async () => {
    const { page, close } = await openPage(session, path)
    page.setDefaultTimeout(60_000)
    await page.waitForFunction(stands)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const found = new Set()
    for (const [viewport, colorScheme] of [
      [DESKTOP, 'light'],
      [PHONE, 'dark'],
    ]) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      for (const each of await findings(page)) found.add(`${colorScheme}: ${each}`)
    }
    // Every tool of Play is a state of its own.
    for (const tab of await page.locator('[role=tab]:visible').all()) {
      await tab.click()
      for (const each of await findings(page, '.ways')) found.add(`${name}: ${each}`)
    }
    assert.deepEqual([...found], [])
    await close()
  })
}

test('axe finds nothing in the readings of a state dict', async () => {
  const url = new URL('../../dist/models/mnist-28.safetensors', import.meta.url)
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const { page } = play
  const bytes = stripped(await readFile(url))
  await play.opened('digits', () => play.choose('digits.safetensors', bytes))
  await play.press('show-proposals')
  await page.waitForSelector('#proposal-cards input')
  const found = new Set()
  for (const [viewport, colorScheme] of [
    [DESKTOP, 'light'],
    [PHONE, 'dark'],
  ]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    for (const each of await findings(page, '#import-box')) found.add(`${colorScheme}: ${each}`)
  }
  assert.deepEqual([...found], [])
  await play.close()
})

test('axe finds nothing in what is shared', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await openPage(session, '/?backend=cpu&model=mnist-28', undefined, {
      colorScheme,
    })
    await page.waitForFunction(drawn)
    await page.click('#share')
    await page.waitForSelector('#share-picture')
    assert.deepEqual(await findings(page, '#share-dialog'), [])
    await close()
  }
})
