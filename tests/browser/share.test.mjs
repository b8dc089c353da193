// Links that open what is seen, and the picture that goes with them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const drawn = (page, drawing) =>
  page.waitForFunction(
    (drawing) => document.getElementById('play-samples').dataset.drawn === drawing,
    drawing,
  )

/** What the shared scene is made of, as it is seen. */
const seen = (page) =>
  page.evaluate(() => ({
    way: document.querySelector('[role=tab][aria-selected=true]').id,
    pinned: document.querySelectorAll('#pinned canvas').length,
    code: document.getElementById('picked').dataset.code,
    radius: document.getElementById('radius').value,
    seed: document.getElementById('play-seed').value,
    truncation: document.getElementById('truncation').value,
  }))

test('the address of Play opens what is seen: samples, pins, the way and its settings', async () => {
  const { page, close, complaints } = await openPage(session, '/?model=mnist-28&backend=cpu')
  page.setDefaultTimeout(60_000)
  await drawn(page, '1/1/null')
  await page.fill('#play-seed', '7')
  await page.press('#play-seed', 'Enter')
  await drawn(page, '7/1/null')
  for (const index of [3, 12]) {
    await page.click(`#play-samples .cells button:nth-child(${index + 1})`)
    await page.waitForFunction(
      (code) => document.getElementById('picked').dataset.code === code,
      `7.${index}`,
    )
    await page.click('#pin')
  }
  await page.click('#tab-neighbours')
  await page.locator('#radius').fill('0.5')
  await page.waitForURL((url) => url.searchParams.get('radius') === '0.5')
  const before = await seen(page)
  const { searchParams } = new URL(page.url())
  assert.deepEqual(
    ['model', 'draw', 'latent', 'pinned', 'way'].map((key) => searchParams.get(key)),
    ['mnist-28', '7', '7.12', '7.3,7.12', 'neighbours'],
  )
  const again = await openPage(session, new URL(page.url()).search)
  await again.page.waitForFunction(() => document.querySelectorAll('#pinned canvas').length === 2)
  await again.page.waitForFunction(() => document.getElementById('picked').dataset.code === '7.12')
  assert.deepEqual(await seen(again.page), before)
  assert.equal(new URL(again.page.url()).search, new URL(page.url()).search)
  assert.deepEqual([...complaints, ...again.complaints], [])
  await again.close()
  await close()
})

test('a walk and a moved direction are shared with where they stand', async () => {
  for (const [query, id] of [
    ['way=walk&walk-seed=3&at=2.5', 'walk'],
    ['way=directions&axes=dimensions&moved=2%3A1.5', 'directions'],
  ]) {
    const search = `?backend=cpu&model=mnist-28&${query}`
    const { page, close } = await openPage(session, `/${search}`)
    await page.waitForFunction(() => document.getElementById('stage').dataset.drawn !== undefined)
    assert.equal(await page.getAttribute(`#tab-${id}`, 'aria-selected'), 'true')
    await page.waitForFunction(() => document.getElementById('picked').dataset.code === '1.0')
    if (id === 'directions') {
      assert.equal(await page.inputValue('#axis-2'), '1.5')
      await page.click('#axes-zero')
      await page.waitForURL((url) => url.searchParams.get('moved') === null)
    } else assert.equal(new URL(page.url()).searchParams.get('at'), '2.5')
    await close()
  }
})

test('an address that names what there is not says so, and opens the rest', async () => {
  const { page, close } = await openPage(
    session,
    '/?model=mnist-28&backend=cpu&lang=en&truncation=7&way=flight&draw=4',
  )
  await drawn(page, '4/1/null')
  await page.waitForFunction(() => document.querySelectorAll('#play-messages li').length === 2)
  const said = await page.locator('#play-messages').innerText()
  assert.match(said, /truncation/)
  assert.match(said, /flight/)
  await close()
})

test('the dialog has the link and a picture with its caption', async () => {
  const { page, close } = await openPage(session, '/?model=mnist-28&backend=cpu&lang=en')
  await drawn(page, '1/1/null')
  await page.waitForFunction(() => document.getElementById('picked').dataset.code === '1.0')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.click('#share')
  await page.waitForSelector('#share-dialog[open]')
  assert.match(await page.getAttribute('#share-picture', 'alt'), /Digits · 1\.0$/)
  await page.click('#share-copy')
  await page.waitForSelector('#share-copy:has-text("Copied")')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  assert.equal(new URL(link).searchParams.get('model'), 'mnist-28')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#share-save')])
  assert.equal(download.suggestedFilename(), 'ganvas-Digits.png')
  await page.keyboard.press('Escape')
  await page.waitForSelector('#share-dialog', { state: 'detached' })
  await close()
})

test('a training is shared with its recipe; before its first step there is no picture', async () => {
  const app = await openApp(
    session,
    '?backend=cpu&data=drawn-digits&width=4&batch=8&seed=5&lang=en&mode=train',
  )
  await app.press('share')
  await app.page.waitForSelector('#share-dialog[open]')
  assert.equal(await app.page.locator('#share-picture').count(), 0)
  const link = new URL(await app.page.inputValue('#share-link'))
  assert.deepEqual(
    ['data', 'width', 'batch', 'seed'].map((key) => link.searchParams.get(key)),
    ['drawn-digits', '4', '8', '5'],
  )
  await app.press('share-close')
  await app.takeSteps(1)
  await app.press('share')
  assert.match(await app.page.getAttribute('#share-picture', 'alt'), /step 1$/)
  await app.close()
})
