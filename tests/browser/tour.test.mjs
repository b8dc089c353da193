// The guided tour: eight stops, each of which can be linked to.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'

const PATIENCE = 120_000
const DRAWN = 'backend=cpu&data=drawn-digits&width=4&batch=8&lang=en'
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const at = (page, stop) => page.waitForSelector(`#tour[data-stop=${stop}]`)
const mode = (page) => page.locator('input[name=mode]:checked').inputValue()
const stopIn = (page) => new URL(page.url()).searchParams.get('tour')

test('the tour leads through all rooms, and the address names its stop', async () => {
  const { page, complaints, close } = await openPage(session, `/?${DRAWN}&mode=train`)
  page.setDefaultTimeout(PATIENCE)
  await page.click('#tour-begin')
  const rooms = []
  const stops = ['noise', 'generator', 'discriminator', 'step', 'half', 'collapse', 'r1', 'walk']
  for (const [index, stop] of stops.entries()) {
    await at(page, stop)
    await page.waitForURL((url) => url.searchParams.get('tour') === String(index + 1))
    rooms.push(await mode(page))
    assert.equal(await page.locator('.toured').count(), 1, stop)
    assert.match(await page.locator('#tour footer p').innerText(), new RegExp(`${index + 1} of 8`))
    if (index < 7) await page.click('#tour-next')
  }
  assert.deepEqual(rooms, ['play', ...Array(6).fill('train'), 'play'])
  await page.click('#tour-back')
  await at(page, 'r1')
  await page.keyboard.press('Escape')
  await page.waitForSelector('#tour', { state: 'detached' })
  assert.equal(stopIn(page), null)
  assert.equal(await page.locator('.toured').count(), 0)
  assert.deepEqual(complaints, [])
  await close()
})

test('a link opens its stop, in the reader’s language', async () => {
  const { page, close } = await openPage(session, `/?tour=3&lang=de&backend=cpu&data=drawn-digits`)
  await at(page, 'discriminator')
  assert.equal(await page.locator('#tour h2').innerText(), 'Der Diskriminator lernt unterscheiden')
  assert.equal(await mode(page), 'train')
  assert.equal(await page.getAttribute('#eyes', 'open'), '')
  await close()
})

test('the first stop shows the numbers behind a picture, and others', async () => {
  const { page, close } = await openPage(session, '/?tour=1&lang=en&backend=cpu')
  await at(page, 'noise')
  const picture = () =>
    page.evaluate(() => document.querySelector('.tour-latent canvas:last-child').toDataURL())
  const isDrawn = () => document.querySelector('.tour-latent canvas:last-child').width === 28
  await page.waitForFunction(isDrawn)
  assert.match(await page.getAttribute('.tour-latent', 'aria-label'), /^64 random numbers/)
  const before = await picture()
  await page.click('#tour-otherNumbers')
  await page.waitForFunction(
    (before) => document.querySelector('.tour-latent canvas:last-child').toDataURL() !== before,
    before,
  )
  await close()
})

test('one network learns alone', async () => {
  const app = await openApp(session, `?tour=4&${DRAWN}`)
  await at(app.page, 'step')
  await app.page.waitForSelector('#eyes-drawing')
  await app.press('tour-letDLearn')
  await app.reachesStep(1)
  await app.page.waitForSelector('#eyes-drawing[data-turn=discriminator]')
  await app.settled()
  await app.press('tour-letGLearn')
  await app.reachesStep(2)
  await app.page.waitForSelector('#eyes-drawing[data-turn=generator]')
  const label = await app.page.getAttribute('#eyes-drawing', 'aria-label')
  assert.match(label, /gives it [\d.]+, and a real image [\d.]+/)
  await app.close()
})

test('the collapse really comes about', async () => {
  const app = await openApp(session, `?tour=6&${DRAWN}`)
  app.page.setDefaultTimeout(PATIENCE)
  await at(app.page, 'collapse')
  await app.press('tour-provoke')
  await app.page.waitForFunction(() => {
    const seen = document.getElementById('alarm-seen').textContent
    return /nearly all alike|of the ten digits are missing/.test(seen)
  })
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  assert.equal(recipe.schedule.generator_updates, 8)
  await app.close()
})

test('both ways of the stop about R1 train the same networks, with it and without', async () => {
  const app = await openApp(session, `?tour=7&${DRAWN}`)
  await at(app.page, 'r1')
  const trained = async (id) => {
    await app.press(id)
    await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
    await app.reaches('running')
    return JSON.parse(await app.page.inputValue('#recipe-json'))
  }
  const without = await trained('tour-withoutR1')
  assert.equal(without.real_penalty, undefined)
  await app.press('tour-withR1')
  await app.page.waitForFunction(() =>
    document.getElementById('recipe-json').value.includes('real_penalty'),
  )
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  assert.ok(recipe.real_penalty.gamma > 0)
  for (const each of [without, recipe]) assert.equal(each.schedule.discriminator_updates, 4)
  assert.deepEqual(recipe.discriminator, without.discriminator)
  await app.close()
})

test('axe finds nothing in the tour, and it fits a phone', async () => {
  for (const [viewport, colorScheme] of [
    [{ width: 1280, height: 900 }, 'light'],
    [{ width: 360, height: 740 }, 'dark'],
  ]) {
    const like = { viewport, colorScheme }
    const { page, close } = await openPage(session, '/?tour=1&backend=cpu', undefined, like)
    await at(page, 'noise')
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run('#tour')
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`)
    })
    assert.deepEqual(found, [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
    await close()
  }
})
