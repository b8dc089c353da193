// Trainings that really collapse, each in a known way: the page says so, and its buttons bring variety back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { eventually, open } from './harness.mjs'

/** A judgement takes its time, and so does a collapse. */
const PATIENCE = 180_000
const DRAWN = '?backend=cpu&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** The page with a training whose recipe is the chosen one with changes. */
async function training(query, change) {
  const app = await openApp(session, DRAWN + query)
  app.page.setDefaultTimeout(PATIENCE)
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  change(recipe)
  await app.openJson()
  await app.page.fill('#recipe-json', JSON.stringify(recipe))
  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await app.settled()
  return app
}

/** How many of the ten digits the judge finds among the images; 0 until it has been asked. */
const classes = (app) => app.page.locator('#quality-classes li:not([data-is=missing])').count()

const hasClasses = (app, least) =>
  eventually(async () => {
    const found = await classes(app)
    assert.ok(found >= least, `${found} digits at step ${await app.step()}`)
  }, PATIENCE)

/** Waits until the alarm tells of the collapse, and gives the step. */
async function collapses(app) {
  await app.page.waitForFunction(() => {
    const seen = document.getElementById('alarm-seen').textContent
    return /nearly all alike|of the ten digits are missing/.test(seen)
  })
  assert.equal(await app.page.getAttribute('#alarm', 'data-kind'), 'alarm')
  assert.match(await app.text('alarm-why'), /mode collapse/)
  return await app.step()
}

/** How often the judge was asked. */
const judgements = async (app) =>
  (await app.log()).calls.filter((method) => method === 'judge').length

const take = (app, name) => app.page.click(`#alarm button:text-is("${name}")`)

test('a generator that has collapsed is told; what it starts over with draws all digits', async () => {
  // Eight updates of the generator between two of the discriminator: it draws whatever got past that last.
  const app = await training('&recipe=mlp-gan&width=16&batch=16', (recipe) => {
    recipe.schedule.generator_updates = 8
    for (const player of ['generator', 'discriminator']) recipe[`${player}_optimiser`].rate = 0.001
    recipe.average = 0
  })
  await app.start()
  await collapses(app)
  assert.ok((await classes(app)) <= 5)
  // Scores alone do not show it.
  const verdict = await app.page.getAttribute('#verdict-chart', 'aria-label')
  assert.match(verdict, /Balance$/)
  await take(app, 'Start over with fast-digits')
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'fast-digits')
  await hasClasses(app, 8)
  assert.equal(await app.phase(), 'running')
  assert.notEqual(await app.page.getAttribute('#alarm', 'data-kind'), 'alarm')
  await app.close()
})

test('a training that collapses goes back to when it was varied, and stays so', async () => {
  const app = await training('&recipe=fast-digits&width=4&batch=16', (recipe) => {
    // The judge looks at the average, which then shows sooner what has become of the generator.
    recipe.average = 0.99
  })
  await app.start()
  await hasClasses(app, 9)
  await app.pause()
  await app.page.waitForFunction(() => document.getElementById('trainings').hidden === false)
  await app.start()
  // A save is known to be good once the training was judged after it.
  const asked = await judgements(app)
  await eventually(async () => assert.ok((await judgements(app)) > asked + 1), PATIENCE)
  const varied = await app.step()
  for (const [player, rate] of [
    ['generator', '0.02'],
    ['discriminator', '0.0002'],
  ]) {
    await app.page.fill(`#${player}Rate`, rate)
    await app.page.dispatchEvent(`#${player}Rate`, 'change')
  }
  const told = await collapses(app)
  const back = app.page.locator('#alarm button', { hasText: /^Go back to step/ })
  const [, saved] = /step ([\d,]+), with lower rates$/.exec(await back.innerText())
  const step = Number(saved.replace(',', ''))
  assert.ok(step > 0 && step <= varied, `${step} of ${varied}`)
  await back.click()
  await app.page.waitForFunction(
    (step) => Number(document.getElementById('step-count').dataset.value) < step,
    told,
  )
  await app.reaches('running', 'failed')
  // A tenth of what they were when it was saved.
  const rates = ['generatorRate', 'discriminatorRate']
  assert.deepEqual(
    await Promise.all(rates.map(async (id) => Number(await app.page.inputValue(`#${id}`)))),
    [0.0004, 0.0004],
  )
  await app.reachesStep(step + 600)
  await hasClasses(app, 8)
  assert.equal(await app.phase(), 'running')
  assert.notEqual(await app.page.getAttribute('#alarm', 'data-kind'), 'alarm')
  await app.close()
})
