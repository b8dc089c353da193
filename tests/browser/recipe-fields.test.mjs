// An error about a recipe leads to the field that it is about: in the JSON, in the form, and in the package.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const SMALL = '?backend=cpu&width=2&batch=4&data=drawn-digits'

/** What is selected in the JSON once the recipe was refused. */
async function refused(app, text) {
  await app.page.fill('#recipe-json', text)
  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe-error').textContent !== '')
  return await app.page.evaluate(() => {
    const field = document.getElementById('recipe-json')
    const { selectionStart, selectionEnd, value } = field
    const isSeen = field.scrollTop + field.clientHeight >= field.scrollHeight / 4
    return {
      selected: value.slice(selectionStart, selectionEnd),
      hasFocus: document.activeElement === field,
      isSeen,
    }
  })
}

test('what is wrong in the JSON is selected there', async () => {
  const app = await openApp(session, SMALL)
  await app.openJson()
  const json = await app.page.inputValue('#recipe-json')
  const changed = (change) => {
    const recipe = JSON.parse(json)
    change(recipe)
    return JSON.stringify(recipe, null, 2)
  }
  const rate = await refused(
    app,
    changed((recipe) => (recipe.discriminator_optimiser.rate = 7)),
  )
  assert.deepEqual(rate, { selected: '7', hasFocus: true, isSeen: true })

  const layer = await refused(
    app,
    changed((recipe) => recipe.discriminator.push({ layer: 'sigmoid' })),
  )
  assert.deepEqual(JSON.parse(layer.selected), { layer: 'sigmoid' })

  const line = await refused(app, json.replace(/"batch": \d+/, '"batch": x'))
  assert.equal(line.selected, '"batch": x,')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a number that the form takes and the engine refuses is said at its field', async () => {
  const app = await openApp(session, '?backend=cpu&width=2&batch=4&recipe=dcgan-paper-64')
  assert.equal(await app.page.getAttribute('#batch', 'aria-describedby'), null)
  await app.page.fill('#batch', '1024')
  await app.page.fill('#width', '64')
  await app.page.keyboard.press('Tab')
  await app.page.waitForFunction(() => document.getElementById('batch').ariaInvalid === 'true')
  assert.equal(await app.page.getAttribute('#batch', 'aria-describedby'), 'batch-wrong')
  assert.match(await app.text('batch-wrong'), /in batches of 1024 that is more than/)
  assert.equal(await app.page.getAttribute('#width', 'aria-describedby'), null)

  await app.page.fill('#width', '2')
  await app.page.fill('#batch', '4')
  await app.page.keyboard.press('Tab')
  await app.page.waitForFunction(() => document.getElementById('batch').ariaInvalid !== 'true')
  assert.equal(await app.text('batch-wrong'), '')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an error of the package has the field, on either thread', async () => {
  const { page, complaints, close } = await openPage(session, '/blank')
  const found = await page.evaluate(async () => {
    const { recipes, startTraining } = await import('/pkg/index.js')
    const recipe = structuredClone((await recipes()).find(({ name }) => name === 'dcgan-mnist'))
    recipe.generator[3] = { layer: 'conv', out: 0, kernel: 3 }
    const errors = []
    for (const thread of ['worker', 'main']) {
      const options = { recipe, thread, data: 'drawn-digits', backend: 'cpu' }
      await startTraining(options).catch(({ name, field }) => errors.push([name, field]))
    }
    return errors
  })
  const expected = ['SpecError', ['generator', 3, 'out']]
  assert.deepEqual(found, [expected, expected])
  assert.deepEqual(complaints, [])
  await close()
})
