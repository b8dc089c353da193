// Every recipe in the page: opened, trained with its data, edited, shared.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open } from './harness.mjs'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const SMALL = '?backend=cpu&width=2&batch=4'

/** Recipe, the data set it takes by itself, what the page says of it, whether D is a critic. */
const RECIPES = [
  ['fast-digits', 'mnist', /^MNIST: 60,000 images of 28×28, 10 classes$/],
  ['fast-conditional', 'mnist', /^MNIST: 60,000 images of 28×28, 10 classes$/],
  ['fast-faces', 'drawn-faces', /: 50,000 images of 64×64, 3 channels, 8 classes$/],
  ['dcgan-mnist', 'mnist', /^MNIST: 60,000 images of 28×28, 10 classes$/],
  ['mlp-gan', 'mnist', /^MNIST: 60,000 images/],
  ['keras-dcgan', 'mnist', /^MNIST: 60,000 images/],
  ['cdcgan-mnist', 'mnist-all', /: 70,000 images of 28×28, 10 classes$/],
  ['dcgan-32-stable', 'mnist', /^MNIST: 60,000 images/],
  ['dcgan-32', 'mnist', /^MNIST: 60,000 images/],
  ['wgan-32-fast', 'mnist', /^MNIST: 60,000 images/, true],
  ['wgan-32', 'mnist', /^MNIST: 60,000 images/, true],
  ['wgan-gp-32', 'mnist', /^MNIST: 60,000 images/, true],
  ['dcgan-tensorflow', 'drawn-faces', /: 50,000 images of 64×64, 3 channels, 8 classes$/],
  ['dcgan-paper-64', 'drawn-faces', /: 50,000 images of 64×64, 3 channels, 8 classes$/],
]

/** Waits until a choice has taken effect. */
const taken = (app) =>
  app.page.waitForFunction(
    () =>
      document.getElementById('pending').textContent === '' &&
      document.getElementById('status').dataset.phase === 'ready',
  )

const numberIn = (text) => Number(text.replaceAll(',', ''))

for (const [name, data, about, isCritic = false] of RECIPES) {
  test(`${name} is trained on the data that it is meant for`, async () => {
    const app = await openApp(session, `${SMALL}&recipe=${name}`)
    assert.deepEqual(await app.messages(), [])
    assert.equal(await app.page.inputValue('#recipe'), name)
    assert.equal(await app.page.inputValue('#data'), data)
    assert.match(await app.text('data-info'), about)
    await app.takeSteps(2)
    const { reports } = await app.log()
    assert.equal(reports.length, 2)
    for (const { step, d_loss, g_loss, d_real, d_fake, penalty } of reports) {
      assert.ok([d_loss, g_loss, d_real, d_fake].every(Number.isFinite))
      // The quick ones have R1 in every eighth step.
      const isPenalised = name === 'wgan-gp-32' || (name.startsWith('fast-') && step === 1)
      assert.equal(penalty !== undefined, isPenalised)
    }
    assert.equal(/critic’s unbounded scores/.test(await app.text('verdict-help')), isCritic)

    const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
    assert.equal(recipe.name, name)
    assert.deepEqual([recipe.width, recipe.batch], [2, 4])
    const totals = await app.page
      .locator('#layers tfoot td:last-child')
      .evaluateAll((cells) => cells.map(({ textContent }) => textContent))
    assert.equal(totals.length, 2)
    const parameters = (await app.text('training-info')).match(/[\d,]+/g)
    assert.deepEqual(totals.map(numberIn), parameters.slice(0, 2).map(numberIn))
    const layers = await app.page.locator('#layers tbody tr').count()
    assert.equal(layers, recipe.generator.length + recipe.discriminator.length)
    assert.deepEqual(app.complaints, [])
    await app.close()
  })
}

test('a recipe that learns badly offers the variant that does not', async () => {
  const app = await openApp(session, `${SMALL}&recipe=dcgan-32`)
  assert.match(await app.text('recipe-expectation'), /collapses/)
  const offer = app.page.locator('#recipe-variant')
  assert.equal(await offer.innerText(), 'Use dcgan-32-stable instead')
  await offer.click()
  assert.equal(await app.page.inputValue('#recipe'), 'dcgan-32-stable')
  assert.equal(await offer.isVisible(), false)
  await taken(app)
  await app.press('reset')
  await app.settled()
  const recipe = JSON.parse(await app.page.inputValue('#recipe-json'))
  assert.equal(recipe.name, 'dcgan-32-stable')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('colour shows in the pictures', async () => {
  const app = await openApp(session, `${SMALL}&recipe=dcgan-tensorflow`)
  await app.drawn()
  const coloured = await app.page.evaluate(() => {
    const canvas = document.getElementById('reals')
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy.getContext('2d')
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4) {
      if (Math.abs(data[at] - data[at + 2]) > 30) count += 1
    }
    return count / (data.length / 4)
  })
  assert.ok(coloured > 0.1, `${coloured} of the pixels are coloured`)
  await app.close()
})

test('a recipe keeps the chosen data set if it can learn from it, and else takes its own', async () => {
  const app = await openApp(session, `${SMALL}&data=drawn-digits`)
  const choose = async (id, value) => {
    await app.page.selectOption(`#${id}`, value)
    await taken(app)
  }
  await choose('recipe', 'dcgan-tensorflow')
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  const { image } = JSON.parse(await app.page.inputValue('#recipe-json'))
  assert.deepEqual([image.channels, image.height, image.width], [1, 28, 28])
  await app.page.fill('#width', '2')
  await app.page.fill('#batch', '4')
  await app.page.keyboard.press('Tab')
  await taken(app)
  await app.page.selectOption('#data', 'drawn-faces')
  await app.page.waitForFunction(() =>
    document.getElementById('data-info').textContent.includes('64×64'),
  )
  await taken(app)
  await app.takeSteps(1)

  // In the midst of a training: both wait for Reset.
  await app.page.selectOption('#recipe', 'dcgan-32')
  await app.page.waitForFunction(() =>
    document.getElementById('pending').textContent.includes('data set'),
  )
  assert.equal(await app.page.inputValue('#data'), 'mnist')
  assert.match(
    await app.text('pending'),
    /^New recipe, data set, width and batch size: take effect/,
  )
  await app.reset()
  await app.takeSteps(1)
  await app.page.selectOption('#recipe', 'cdcgan-mnist')
  assert.equal(await app.page.inputValue('#data'), 'mnist')
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

const json = (app) => app.page.inputValue('#recipe-json')

async function edit(app, change) {
  const recipe = JSON.parse(await json(app))
  change(recipe)
  await app.page.fill('#recipe-json', JSON.stringify(recipe, null, 2))
  await app.press('recipe-apply')
}

test('fields and JSON stay in step, and what does not fit is said beside the field', async () => {
  const app = await openApp(session, `${SMALL}&data=drawn-digits`)
  await app.openJson()
  await app.page.fill('#batch', '6')
  await app.page.fill('#generatorRate', '0.001')
  await app.page.keyboard.press('Tab')
  await taken(app)
  const shown = JSON.parse(await json(app))
  assert.deepEqual([shown.batch, shown.generator_optimiser.rate], [6, 0.001])

  await edit(app, (recipe) => {
    recipe.width = 3
    recipe.discriminator_optimiser.rate = 0.0005
  })
  await app.page.waitForFunction(() => document.getElementById('width').value === '3')
  assert.equal(await app.page.inputValue('#discriminatorRate'), '0.0005')
  assert.equal(await app.page.inputValue('#recipe'), 'fast-digits')
  await taken(app)

  const before = await json(app)
  for (const [change, words] of [
    [(recipe) => recipe.generator.splice(6, 1), /generator/],
    [(recipe) => (recipe.batch = 0), /batch is 0/],
    [(recipe) => (recipe.colour = 'red'), /colour/],
  ]) {
    await edit(app, change)
    await app.page.waitForFunction(
      () => document.getElementById('recipe-json').ariaInvalid === 'true',
    )
    assert.match(await app.text('recipe-error'), words)
    await app.press('recipe-revert')
    assert.equal(await json(app), before)
    assert.equal(await app.text('recipe-error'), '')
    assert.equal(await app.page.getAttribute('#recipe-json', 'aria-invalid'), null)
  }
  await app.page.fill('#recipe-json', '{')
  await app.press('recipe-apply')
  await app.page.waitForFunction(() => document.getElementById('recipe-error').textContent !== '')
  assert.match(await app.text('recipe-error'), /^The recipe cannot be read: /)
  await app.takeSteps(1)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an edited recipe is trained, kept as a file, and carried in the address', async () => {
  const app = await openApp(session, `${SMALL}&data=drawn-digits&seed=4`)
  await app.openJson()
  await edit(app, (recipe) => {
    recipe.objective = 'least-squares'
    recipe.width = 3
  })
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await taken(app)
  const chosen = await app.page.locator('#recipe option:checked').innerText()
  assert.equal(chosen, 'fast-digits (edited)')
  assert.match(await app.text('verdict-help'), /critic’s unbounded scores/)
  await app.takeSteps(2)
  const { reports } = await app.log()

  const downloading = app.page.waitForEvent('download')
  await app.press('recipe-download')
  const download = await downloading
  assert.equal(download.suggestedFilename(), 'fast-digits.json')
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'))
  assert.equal(file.objective, 'least-squares')

  const { search, hash } = new URL(app.page.url())
  assert.match(hash, /^#recipe-json=[\w-]+$/)
  const other = await openApp(session, search + hash)
  assert.equal(await other.page.inputValue('#recipe'), 'edited')
  assert.deepEqual(JSON.parse(await json(other)), file)
  await other.takeSteps(2)
  assert.deepEqual((await other.log()).reports, reports)
  assert.deepEqual(await other.messages(), [])
  await other.close()

  const broken = await openApp(session, `${search}${hash.slice(0, 60)}`)
  const [[kind, sentence], ...more] = await broken.messages()
  assert.equal(kind, 'notice')
  assert.match(sentence, /^The recipe in the URL was ignored: .*\.$/)
  assert.deepEqual(more, [])
  assert.equal(await broken.page.inputValue('#recipe'), 'fast-digits')
  await broken.takeSteps(1)
  await broken.close()

  // Back to the preset: the address says so, and the edited recipe stays to be chosen.
  await app.page.selectOption('#recipe', 'fast-digits')
  assert.equal(new URL(app.page.url()).hash, '')
  assert.equal(await app.page.locator('#recipe option[value=edited]').count(), 1)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a recipe file that is dropped is applied, or refused in a sentence', async () => {
  const app = await openApp(session, `${SMALL}&data=drawn-digits`)
  const drop = async (name, text) => {
    const carried = await app.page.evaluateHandle(
      ([name, text]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], name))
        return transfer
      },
      [name, text],
    )
    await app.page.dispatchEvent('body', 'drop', { dataTransfer: carried })
  }
  const recipe = JSON.parse(await json(app))
  await drop('mine.json', JSON.stringify({ ...recipe, name: 'mine', objective: 'hinge' }))
  await app.page.waitForFunction(() => document.getElementById('recipe').value === 'edited')
  await taken(app)
  assert.equal(await app.page.locator('#recipe option:checked').innerText(), 'mine (edited)')
  await app.takeSteps(1)
  await drop('other.json', '{"name": 3}')
  await app.page.waitForFunction(() => document.getElementById('recipe-error').textContent !== '')
  assert.match(await app.text('recipe-error'), /^The recipe cannot be read: .*\.$/)
  assert.equal(await app.page.evaluate(() => document.activeElement.id), 'recipe-json')
  assert.deepEqual(app.complaints, [])
  await app.close()
})
