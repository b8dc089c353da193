// Data and recipe find each other, what went wrong says what helps, and what takes long can be stopped.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { choose } from './files.mjs'
import { BASIC_FLAGS, open, openPage } from './harness.mjs'
import { hide, isSaved, savedSteps } from './saving.mjs'

const CPU = '?backend=cpu&width=4&batch=8'
const DIGITS = `${CPU}&data=drawn-digits`

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Presses what a message offers. */
const take = (app, name) =>
  app.page.locator('#messages').getByRole('button', { name, exact: true }).click()

/** Waits until the page says this of its data, and stands ready. */
async function trainsOn(app, pattern) {
  await app.page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById('data-info').textContent),
    pattern.source,
  )
  await app.settled()
}

/** Waits until there is nothing to tell any more. */
const isQuiet = (app) =>
  app.page.waitForFunction(() => document.querySelectorAll('#messages li').length === 0)

test('data that a recipe does not take leave the menu as it was, and offer the recipe that does', async () => {
  const app = await openApp(session, DIGITS)
  await app.page.selectOption('#data', 'drawn-faces')
  assert.deepEqual(await app.messages(), [
    [
      'error',
      'fast-digits cannot learn from drawn faces: it takes images of 28×28×1 (height × width × channels), but these are 64×64×3.',
    ],
  ])
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  await app.takeSteps(1)
  await take(app, 'Use fast-faces instead')
  await isQuiet(app)
  await app.page.waitForFunction(() => document.getElementById('data').value === 'drawn-faces')
  await app.page.waitForFunction(() =>
    /recipe and data|data/.test(document.getElementById('pending').textContent),
  )
  assert.equal(await app.page.inputValue('#recipe'), 'fast-faces')
  await app.page.fill('#width', '2')
  await app.page.fill('#batch', '4')
  await app.page.keyboard.press('Tab')
  await app.reset()
  await trainsOn(app, /^Drawn faces/)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('what was said of data goes with the next choice, be it of data or of a recipe', async () => {
  const app = await openApp(session, DIGITS)
  for (const again of [
    () => app.page.selectOption('#data', 'mnist'),
    () => app.page.selectOption('#recipe', 'mlp-gan'),
  ]) {
    await app.page.selectOption('#recipe', 'dcgan-mnist')
    await app.page.selectOption('#data', 'drawn-faces')
    await app.messageAfter(0)
    await again()
    await isQuiet(app)
    await app.settled()
  }
  await app.close()
})

test('a recipe brings its data, but for a data set that was chosen', async () => {
  const app = await openApp(session, CPU)
  assert.equal(await app.page.inputValue('#data'), 'mnist')
  await app.page.selectOption('#recipe', 'dcgan-faces')
  await trainsOn(app, /^Drawn faces/)
  await app.page.selectOption('#recipe', 'dcgan-mnist')
  await trainsOn(app, /^MNIST/)
  await app.page.selectOption('#data', 'drawn-digits')
  await trainsOn(app, /^Drawn digits/)
  await app.page.selectOption('#recipe', 'mlp-gan')
  await app.settled()
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  // It takes any images.
  await app.page.selectOption('#recipe', 'dcgan-tensorflow')
  await app.settled()
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  assert.deepEqual(await app.messages(), [
    ['notice', 'dcgan-tensorflow is meant for drawn faces; now it learns from drawn digits.'],
  ])
  await app.close()
})

test('an address with data alone brings the recipe; one that contradicts itself is told', async () => {
  const app = await openApp(session, '?backend=cpu&data=drawn-faces&width=2&batch=4')
  assert.equal(await app.page.inputValue('#recipe'), 'fast-faces')
  assert.equal(await app.phase(), 'ready')
  assert.deepEqual(await app.messages(), [])
  await app.close()
  const other = await openApp(session, `${CPU}&recipe=mlp-gan&data=drawn-faces`)
  assert.equal(await other.phase(), 'ready')
  assert.match((await other.messages())[0][1], /^mlp-gan cannot learn from drawn-faces/)
  assert.equal(await other.page.inputValue('#data'), 'mnist')
  await other.takeSteps(1)
  assert.deepEqual(await other.messages(), [])
  await other.close()
})

test('IDX files that a recipe does not take are given back, and taken with the recipe that does', async () => {
  const app = await openApp(session, DIGITS)
  const idx = Buffer.concat([
    Buffer.from([0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 16, 0, 0, 0, 16]),
    Buffer.alloc(9 * 256, 7),
  ])
  await choose(app.page, [['tiny', idx]])
  const [, sentence] = await app.messageAfter(0)
  assert.match(sentence, /^fast-digits cannot learn from tiny: .* 28×28×1 .* these are 16×16×1\.$/)
  await trainsOn(app, /^Drawn digits/)
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  await app.page.locator('#messages button').first().click()
  await trainsOn(app, /^tiny: 9 images of 16×16/)
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.notEqual(await app.page.inputValue('#recipe'), 'fast-digits')
  await app.close()
})

test('without WebGPU an address that asks for it is heard on the CPU, in Train and in Play', async () => {
  const bare = await open({ flags: BASIC_FLAGS })
  const app = await openApp(bare, `?backend=webgpu&width=4&batch=8&data=drawn-digits`)
  const [[kind, sentence], ...others] = await app.messages()
  assert.equal(kind, 'notice')
  assert.match(sentence, /^This browser has WebGPU, but .* The CPU is used instead\.$/)
  assert.deepEqual(others, [])
  assert.equal(await app.phase(), 'ready')
  await take(app, 'Try again')
  await app.messageAfter(0)
  await app.settled()
  assert.equal(await app.text('backend-name'), 'CPU')
  await app.takeSteps(1)
  await app.close()

  const play = await openPage(bare, '/?mode=play&model=mnist-28&backend=webgpu')
  await play.page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)
  assert.match(await play.page.locator('#play-messages').innerText(), /The CPU is used instead\./)
  assert.equal(await play.page.inputValue('#play-backend'), 'cpu')
  await play.close()
  await bare.close()
})

/** A recipe whose step takes a while on any machine. */
const SLOW = '?backend=cpu&recipe=dcgan-tensorflow&width=64&batch=64&data=drawn-faces'

/** Takes what is slow from the page, by another recipe. */
async function becomesQuick(app) {
  await app.page.selectOption('#recipe', 'dcgan-mnist')
  await app.page.fill('#width', '4')
  await app.page.fill('#batch', '8')
  await app.page.keyboard.press('Tab')
}

for (const [phase, button] of [
  ['stepping', 'step-once'],
  ['running', 'start'],
]) {
  test(`Reset ends an engine that is ${phase} and does not answer, and another recipe goes on`, async () => {
    const app = await openApp(session, SLOW)
    await app.press(button)
    await app.reaches(phase)
    await app.page.waitForSelector('#busy:not([hidden])')
    assert.match(await app.text('busy'), /^Step 1: \d+ s so far\. A step of this recipe is large: /)
    await becomesQuick(app)
    await app.press('reset')
    const [kind, sentence] = await app.messageAfter(0)
    assert.equal(kind, 'notice')
    assert.match(sentence, /^The engine did not respond for 2 seconds and was stopped/)
    await app.settled()
    assert.equal(await app.phase(), 'ready')
    assert.equal((await app.log()).workers, 2)
    await app.takeSteps(2)
    assert.equal(await app.page.locator('#busy').isVisible(), false)
    assert.deepEqual(await app.messages(), [])
    assert.deepEqual(app.complaints, [])
    await app.close()
  })
}

test('Pause in a first step that takes long comes back to the start', async () => {
  const app = await openApp(session, SLOW)
  await app.start()
  await app.press('pause')
  await app.reaches('loading')
  await app.settled()
  assert.equal(await app.phase(), 'ready')
  assert.equal(await app.step(), 0)
  assert.match((await app.messages())[0][1], /was stopped/)
  await app.close()
})

test('a training whose engine falls silent goes on from its last save', async () => {
  // Silence that a test can start, in place of a machine that is too slow.
  const worker = `{
    let isSilent = false
    new BroadcastChannel('silence').onmessage = () => { isSilent = true }
    const { addEventListener } = self
    self.addEventListener = (type, listener) =>
      addEventListener.call(self, type, type !== 'message' ? listener : (event) => {
        if (!isSilent) listener(event)
      })
  }`
  const app = await openApp(session, DIGITS, { worker })
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(1)
  await app.start()
  await app.reachesStep(4)
  await app.page.evaluate(() => new BroadcastChannel('silence').postMessage('now'))
  await app.press('pause')
  const [, sentence] = await app.messageAfter(0)
  assert.match(sentence, /^This step is taking long\. “Stop now”/)
  await take(app, 'Stop now')
  await app.reaches('loading')
  await app.settled()
  assert.equal(await app.step(), 2)
  assert.deepEqual(await savedSteps(app), [2])
  await app.takeSteps(1)
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('a penalty in every sixteenth step is a line of its own, not a comb', async () => {
  const app = await openApp(
    session,
    '?backend=cpu&recipe=dcgan-faces&width=2&batch=2&data=drawn-faces',
  )
  const penalty = app.page.locator('#loss-values .penalty')
  assert.equal(await penalty.isVisible(), false)
  await app.start()
  await app.reachesStep(17)
  await app.pause()
  const { reports } = await app.log()
  const penalised = reports.filter((report) => report.penalty !== undefined)
  assert.ok(penalised.length > 0 && penalised.length < reports.length / 4)
  assert.match(await penalty.innerText(), /^Penalty/)
  const last = reports.at(-1)
  const game = last.d_loss - (last.penalty ?? 0)
  const label = await app.page.locator('#loss-chart').getAttribute('aria-label')
  assert.ok(label.includes(`Discriminator ${game.toFixed(3)}`), label)
  await app.close()
})
