// Recipes built by hand: layers as cards, menus, undo, JSON in step, errors at their cards.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open } from './harness.mjs'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const SMALL = '?backend=cpu&width=2&batch=4&data=drawn-digits'

/** The page with the cards of a recipe. */
async function openCards(recipe = 'dcgan-mnist', query = SMALL) {
  const app = await openApp(session, `${query}&recipe=${recipe}`)
  await app.page.click('#recipe-editor summary')
  await app.page.waitForSelector('.builder-card')
  return app
}

const key = (name) => `[data-key="${name}"]`
const field = (path) => `[data-path="${path}"] :is(input, select)`
const recipe = async (app) => JSON.parse(await app.page.inputValue('#recipe-json'))
const kinds = (app, network) =>
  app.page
    .locator(`[data-path="${network}"] > .builder-list > ol > li > .builder-head strong`)
    .allInnerTexts()

/** Waits until the engine has said that everything fits together. */
const holds = (app) =>
  app.page.waitForFunction(() =>
    document.querySelector('.builder-status').textContent.startsWith('Everything fits'),
  )

/** What is said at a field or card, once something is. */
async function wrongAt(app, path) {
  const note = app.page.locator(
    `[data-path="${path}"]:is(.builder-field) + .builder-wrong, [data-path="${path}"] > .builder-wrong`,
  )
  await note.waitFor()
  return await note.innerText()
}

/** Adds a layer at the end of a list, and fills in fields of it. */
async function add(app, list, kind, fields = {}) {
  await app.page.click(key(`${list}#add`))
  await app.page.selectOption('.builder-adder select', kind)
  await app.page.click('.builder-adder button:first-child')
  const index =
    (await app.page.locator(`[data-path="${list}"] > .builder-list > ol > li`).count()) - 1
  for (const [name, value] of Object.entries(fields)) {
    await app.page.fill(field(`${list}/${index}/${name}`), value)
  }
}

test('a network that is built from nothing is trained', async () => {
  const app = await openCards()
  for (const name of ['Generator', 'Discriminator']) {
    await app.page.getByRole('button', { name: `Remove all layers: ${name}` }).click()
  }
  assert.match(await wrongAt(app, 'generator'), /^The generator has 0 layers/)
  await add(app, 'generator', 'linear', { out: 'height*width' })
  await add(app, 'generator', 'reshape', { to: 'channels, height, width' })
  await add(app, 'generator', 'tanh')
  await add(app, 'discriminator', 'flatten')
  await add(app, 'discriminator', 'linear', { out: '4w' })
  await add(app, 'discriminator', 'leaky-relu')
  await add(app, 'discriminator', 'linear', { out: '1' })
  await holds(app)
  const shape = app.page.locator('[data-path="generator/1"] .builder-shape')
  assert.equal(await shape.innerText(), '28×28×1')
  assert.deepEqual((await recipe(app)).generator, [
    { layer: 'linear', out: 'height*width' },
    { layer: 'reshape', to: ['channels', 'height', 'width'] },
    { layer: 'tanh' },
  ])

  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await app.settled()
  await app.takeSteps(2)
  const { reports } = await app.log()
  assert.equal(reports.length, 2)
  assert.ok(reports.every(({ d_loss, g_loss }) => Number.isFinite(d_loss + g_loss)))

  // That the engine writes the recipe in its own way is nothing to undo.
  await app.page.click('.builder-toolbar button[aria-label=Undo]')
  assert.equal(await app.page.inputValue(field('discriminator/3/out')), 'w')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('what is wrong is said at its field, and the other cards stay', async () => {
  const app = await openCards()
  const { discriminator } = await recipe(app)
  const conv = discriminator.findIndex(({ layer }) => layer === 'conv')
  const kernel = `discriminator/${conv}/kernel`
  await holds(app)
  await app.page.fill(field(kernel), '0')
  assert.match(await wrongAt(app, kernel), /kernel of 0/)
  const input = app.page.locator(field(kernel))
  assert.equal(await input.getAttribute('aria-invalid'), 'true')
  const note = await input.getAttribute('aria-describedby')
  assert.match(await app.text(note), /kernel of 0/)

  // Another one in the other network, of what cannot even be read.
  await app.page.fill(field('generator/0/out'), '2x')
  assert.match(await wrongAt(app, 'generator/0/out'), /^The field out is "2x"; it must be a size/)
  await app.page.waitForFunction(() =>
    document.querySelector('.builder-status').textContent.startsWith('2 problems'),
  )
  assert.equal(await input.getAttribute('aria-invalid'), 'true')
  await app.page.click('.builder-toolbar button:last-of-type')
  assert.equal(await app.page.evaluate(() => document.activeElement.dataset.key), 'generator/0/out')

  // What is wrong beside the layers has its field, too.
  await app.page.fill(field('latent/dimension'), 'many')
  await app.page.fill(field('generator/0/out'), 'w')
  await app.page.fill(field(kernel), '3')
  await app.page.waitForFunction(() => !document.querySelector('.builder-card.is-wrong'))
  await app.press('recipe-apply')
  assert.match(await wrongAt(app, 'latent/dimension'), /cannot be read/)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('everything can be undone, and JSON and cards stay in step', async () => {
  const app = await openCards()
  const { page } = app
  const first = await page.inputValue('#recipe-json')
  const before = await kinds(app, 'generator')
  await page.click(key('generator/1#remove'))
  assert.deepEqual(await kinds(app, 'generator'), before.toSpliced(1, 1))
  await page.click(key('generator/0#copy'))
  await page.locator(field('latent/dimension')).pressSequentially('123')
  const last = await page.inputValue('#recipe-json')
  assert.equal(JSON.parse(last).generator.length, before.length)
  // What was typed into a field is one step.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
  assert.equal(await page.inputValue('#recipe-json'), first)
  assert.deepEqual(await kinds(app, 'generator'), before)
  assert.equal(await page.isDisabled('.builder-toolbar button[aria-label=Undo]'), true)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+Z')
  assert.equal(await page.inputValue('#recipe-json'), last)

  await page.click('#show-json')
  await page.fill('#recipe-json', JSON.stringify({ ...JSON.parse(first), objective: 'hinge' }))
  await page.click('#show-cards')
  assert.equal(await page.inputValue(field('objective')), 'hinge')
  assert.deepEqual(await kinds(app, 'generator'), before)
  await page.click('.builder-toolbar button[aria-label=Undo]')
  assert.equal(await page.inputValue('#recipe-json'), last)
  await app.press('recipe-revert')
  assert.equal(await page.inputValue('#recipe-json'), first)
  assert.deepEqual(await kinds(app, 'generator'), before)

  await page.click('#show-json')
  await page.fill('#recipe-json', '{ "name": "half')
  await page.click('#show-cards')
  assert.match(await app.text('builder'), /^The JSON cannot be read at the moment/)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('keys are enough', async () => {
  const app = await openCards()
  const { page } = app
  const focused = () => page.evaluate(() => document.activeElement.dataset.key)
  const before = await kinds(app, 'generator')
  await page.focus('#show-cards')
  for (const [key, shown] of [
    ['ArrowRight', 'show-json'],
    ['ArrowLeft', 'show-cards'],
  ]) {
    await page.keyboard.press(key)
    assert.equal(await page.evaluate(() => document.activeElement.id), shown)
  }

  // Moved down, the button that did it is where the layer is.
  await page.focus(key('generator/0#down'))
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'generator/1#down')
  assert.deepEqual(await kinds(app, 'generator'), [before[1], before[0], ...before.slice(2)])
  await page.keyboard.press('Control+z')
  assert.deepEqual(await kinds(app, 'generator'), before)

  // Added below the first, by typing the name of its kind.
  await page.focus(key('generator/0#insert'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('dropout')
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'generator/1/rate')
  assert.deepEqual(await kinds(app, 'generator'), before.toSpliced(1, 0, 'dropout'))
  await page.keyboard.press('Control+z')

  await page.focus(key('generator#add'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  assert.equal(await focused(), 'generator#add')
  assert.equal(await page.locator('.builder-adder').count(), 0)
  assert.deepEqual(await kinds(app, 'generator'), before)
  await app.close()
})

test('layers inside a layer are cards inside its card', async () => {
  const app = await openCards('sngan-32')
  const { generator } = await recipe(app)
  const at = generator.findIndex(({ layer }) => layer === 'residual')
  const body = `generator/${at}/body`
  assert.deepEqual(
    await kinds(app, body),
    generator[at].body.map(({ layer }) => layer),
  )
  await add(app, body, 'dropout', { rate: '2' })
  const { length } = generator[at].body
  assert.match(await wrongAt(app, `${body}/${length}/rate`), /rate of 2/)
  await app.page.fill(field(`${body}/${length}/rate`), '0.5')
  await holds(app)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a pointer drags a card to another place', async () => {
  const app = await openCards()
  const { page } = app
  const before = await kinds(app, 'generator')
  const grip = page.locator('[data-path="generator/0"] .builder-grip')
  await grip.scrollIntoViewIfNeeded()
  const from = await grip.boundingBox()
  const to = await page.locator('[data-path="generator/1"]').boundingBox()
  await page.mouse.move(from.x + 4, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(to.x + 10, to.y + to.height - 4, { steps: 4 })
  assert.equal(await page.locator('.builder-card.is-behind').count(), 1)
  await page.mouse.up()
  assert.deepEqual(await kinds(app, 'generator'), [before[1], before[0], ...before.slice(2)])
  await app.close()
})

test('a rate is taken at once; all else begins anew by one button, and the old run is kept', async () => {
  const app = await openCards()
  const { page } = app
  await app.start()
  await app.reachesStep(2)
  await page.fill(field('generator_optimiser/rate'), '0.0005')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => document.getElementById('generatorRate').value === '0.0005')
  assert.equal(await app.phase(), 'running')
  assert.equal(await app.text('pending'), '')
  assert.equal(await page.isDisabled('#recipe-apply'), true)

  await page.selectOption(field('objective'), 'wasserstein-gradient-penalty')
  await page.fill(field('objective/wasserstein-gradient-penalty/weight'), '5')
  const critic = page.locator(field('schedule/discriminator_updates'))
  await critic.fill('2')
  await page.check(`[data-path="augment/colour"] input`)
  const batchNorm = (await recipe(app)).discriminator.findIndex(
    ({ layer }) => layer === 'batch-norm',
  )
  if (batchNorm >= 0) await page.click(key(`discriminator/${batchNorm}#remove`))
  await page.click('#builder-start')
  await page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await app.reaches('running')
  await page.waitForFunction(() => !document.getElementById('trainings').hidden)
  await page.waitForFunction(() => window.engineLog.reports.some(({ penalty }) => penalty > 0))
  const { objective, schedule, augment } = await recipe(app)
  assert.deepEqual(objective, { 'wasserstein-gradient-penalty': { weight: 5 } })
  assert.equal(schedule.discriminator_updates, 2)
  assert.deepEqual(augment, ['colour'])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('axe finds nothing in the cards, and a phone needs no sideways scrolling', async () => {
  const app = await openCards('sngan-32')
  const { page } = app
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('#builder details')) details.open = true
  })
  await page.click(key('generator#add'))
  await page.fill(field('generator/0/out'), '2x')
  await wrongAt(app, 'generator/0/out')
  await page.evaluate(AXE)
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const found = await page.evaluate(async (values) => {
      const { violations } = await window.axe.run('#recipe-editor', {
        runOnly: { type: 'tag', values },
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
    }, TAGS)
    assert.deepEqual(found, [], colorScheme)
    const { wide, seen } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { wide: scrollWidth, seen: clientWidth }
    })
    assert.ok(wide <= seen, `${wide} of ${seen} pixels`)
  }
  await app.close()
})
