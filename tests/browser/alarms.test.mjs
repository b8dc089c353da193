// Trainings that really are in trouble: the page says so, and its buttons help.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open } from './harness.mjs'

const SMALL = '?backend=cpu&data=drawn-digits&recipe=dcgan-mnist&width=4&batch=8'
const UNEVEN = `${SMALL}&discriminator-rate=0.05&generator-rate=0.00001`
const USUAL = 'Use the recipe’s learning rates'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Waits for an alarm, and gives what it says. */
async function alarmed(app) {
  await app.page.waitForSelector('#alarm[data-kind=alarm]')
  return await app.text('alarm-seen')
}

const take = (app, name) => app.page.click(`#alarm button:text-is("${name}")`)
const kind = (app) => app.page.getAttribute('#alarm', 'data-kind')
const rates = (app) =>
  app.page.evaluate(() =>
    ['generatorRate', 'discriminatorRate'].map((id) => Number(document.getElementById(id).value)),
  )

/** Waits until a training runs that has just begun. */
async function startsOver(app) {
  await app.page.waitForFunction(
    () => Number(document.getElementById('step-count').dataset.value) < 30,
  )
  await app.reaches('running', 'failed')
}

test('a discriminator that wins is told; half its rate, and the recipe’s rates, are taken at once', async () => {
  const app = await openApp(session, UNEVEN)
  assert.equal(await kind(app), 'rest')
  await app.start()
  const seen = await alarmed(app)
  assert.match(seen, /^The discriminator is never wrong: D\(x\) is (1\.000|0\.9\d\d), D\(G\(z\)\)/)
  assert.equal(await app.page.getAttribute('#alarm [role]', 'role'), 'status')
  assert.match(
    await app.page.getAttribute('#verdict-chart', 'aria-label'),
    /Discriminator too strong$/,
  )
  await take(app, 'Halve the discriminator’s rate')
  assert.deepEqual(await rates(app), [0.00001, 0.025])
  const slider = app.page.locator('#discriminatorRate-slider')
  assert.equal(await slider.getAttribute('aria-valuetext'), '0.025')
  assert.equal(await kind(app), 'rest')
  // It was not enough.
  await alarmed(app)
  await take(app, USUAL)
  assert.deepEqual(await rates(app), [0.0002, 0.0002])
  assert.deepEqual(await app.messages(), [])
  assert.equal(await app.phase(), 'running')
  await app.close()
})

test('with R1 the training starts over, with a recipe that has it', async () => {
  const app = await openApp(session, UNEVEN)
  await app.start()
  await alarmed(app)
  await take(app, 'Start over with R1')
  await startsOver(app)
  assert.equal(await app.phase(), 'running', JSON.stringify(await app.messages()))
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  assert.equal(recipe.real_penalty.every, 8)
  assert.equal(await app.page.inputValue('#recipe'), 'edited')
  // The penalty has a line from the second time on that it is computed.
  await app.reachesStep(20)
  await app.page.waitForSelector('#loss-values .penalty:visible')
  await app.close()
})

test('rates that are too high are told; both are lowered, or the recipe starts over as it is meant', async () => {
  const app = await openApp(session, `${SMALL}&discriminator-rate=0.5&generator-rate=0.5`)
  await app.start()
  assert.match(
    await alarmed(app),
    /^The (losses are out of bounds: up to|weights have become large)/,
  )
  await take(app, 'Lower both rates tenfold')
  assert.deepEqual(await rates(app), [0.05, 0.05])
  await alarmed(app)
  await take(app, 'Start over with fast-digits')
  await startsOver(app)
  assert.equal(await app.page.inputValue('#recipe'), 'fast-digits')
  assert.ok(Math.max(...(await rates(app))) < 0.05)
  await app.reachesStep(5)
  assert.equal(await app.phase(), 'running')
  await app.close()
})

test('a training that left all bounds goes back to when it was well, with lower rates', async () => {
  const app = await openApp(session, SMALL)
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  // Without Adam's even steps, and with squares for losses, too long a step is the end.
  const algorithm = { sgd: {} }
  recipe.objective = 'least-squares'
  for (const player of ['generator', 'discriminator']) {
    recipe[`${player}_optimiser`] = { algorithm, rate: 0.0002 }
  }
  await app.openJson()
  await app.page.fill('#recipe-json', JSON.stringify(recipe))
  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await app.settled()
  await app.start()
  await app.reachesStep(60)
  await app.pause()
  await app.page.waitForFunction(() => document.getElementById('trainings').hidden === false)
  const saved = await app.step()
  await app.start()
  await app.reachesStep(saved + 100)
  for (const player of ['generator', 'discriminator']) {
    await app.page.fill(`#${player}Rate`, '1')
    await app.page.dispatchEvent(`#${player}Rate`, 'change')
  }
  await app.reaches('failed')
  assert.match(await alarmed(app), /^The training has come to an end/)
  await take(app, `Go back to step ${saved}, with lower rates`)
  await app.reaches('running')
  assert.deepEqual(await rates(app), [0.00002, 0.00002])
  await app.reachesStep(saved + 5)
  assert.equal(await app.phase(), 'running')
  await app.close()
})

test('an alarm that was dismissed stays away', async () => {
  const app = await openApp(session, UNEVEN)
  await app.start()
  await alarmed(app)
  await app.press('alarm-dismiss')
  assert.equal(await kind(app), 'rest')
  const step = await app.step()
  await app.reachesStep(step + 60)
  assert.equal(await kind(app), 'rest')
  await app.close()
})

test('an alarm is in sight when it comes, on a desktop and on a phone', async () => {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
    [844, 390],
  ]) {
    const app = await openApp(session, UNEVEN, { like: { viewport: { width, height } } })
    await app.start()
    await alarmed(app)
    await app.page.evaluate(() => scrollTo(0, 0))
    const { y, height: tall } = await app.page.locator('#alarm-seen').boundingBox()
    assert.ok(y >= 0 && y + tall <= height, `at ${width} × ${height}: ${y} to ${y + tall}`)
    await app.close()
  }
})
