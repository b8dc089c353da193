// A training on files of one's own goes on with the files that were kept with it.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { choose, drop, packedMnist, png, zip } from './files.mjs'
import { open } from './harness.mjs'
import { goOn, hide, isSaved, leave, loseFiles } from './saving.mjs'

const SMALL = '?backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'
/** Images of another size than the page's first recipe reads. */
const FACES = '?backend=cpu&recipe=dcgan-faces&width=2&batch=4&seed=5'
const PLAIN = `?backend=cpu&width=3&batch=4&data=drawn-digits`

/** Wide images, no two alike, in two folders. */
const IMAGES = Array.from({ length: 9 }, (_, index) => [
  `pets/${index % 2 ? 'cats' : 'dogs'}/${index}.png`,
  png(90, 60, (x, y) => (x * 3 + y * index) % 256),
])
const ZIP = [['pets.zip', zip(IMAGES)]]

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Waits until the page says this of its data, and stands ready. */
async function shows(app, text) {
  await app.page.waitForFunction(
    (text) => document.getElementById('data-info').textContent === text,
    text,
  )
  await app.settled()
}

/** Takes two steps that are saved and two more; gives the reports of those. */
async function saveHalfway(app) {
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(2)
  return (await app.log()).reports.slice(-2)
}

/** Goes on from step 2, on these data; gives the next two reports. */
async function secondHalf(app, text) {
  await goOn(app, 2)
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.equal(await app.text('data-info'), text)
  assert.equal(await app.text('pending'), '')
  await app.takeSteps(2)
  assert.deepEqual(await app.messages(), [])
  return (await app.log()).reports.slice(-2)
}

test('files of one’s own are kept with the training', async () => {
  const app = await openApp(session, SMALL)
  await choose(app.page, await packedMnist('t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'))
  await app.page.waitForFunction(() =>
    document.getElementById('training-info').textContent.includes('1,250 steps'),
  )
  await app.settled()
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(1)
  const { reports } = await app.log()
  await leave(app)
  await goOn(app, 2)
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.match(await app.text('data-info'), /10,000 images of 28×28, 10 classes$/)
  await app.takeSteps(1)
  assert.deepEqual((await app.log()).reports, reports.slice(2))
  assert.deepEqual(await app.messages(), [])
  await app.close()
})

test('a ZIP file of images is kept with the training, and how it was read', async () => {
  const text = 'pets.zip: 9 images of 64×64, 2 classes'
  const app = await openApp(session, FACES)
  await drop(app.page, ZIP)
  await shows(app, text)
  await app.page.uncheck('#crop')
  await app.page.waitForFunction(
    () => window.engineLog.calls.filter((call) => call === 'start').length === 3,
  )
  await app.settled()
  const reals = await app.fingerprint('reals')
  const reports = await saveHalfway(app)
  await leave(app)
  assert.match(await app.text('data-info'), /^Drawn faces/)
  assert.deepEqual(await secondHalf(app, text), reports)
  assert.equal(await app.page.isChecked('#crop'), false)
  assert.equal(await app.fingerprint('reals'), reals)

  // From another recipe, which reads images in another size.
  await app.page.goto(session.origin + '/' + PLAIN)
  await app.settled()
  assert.deepEqual(await secondHalf(app, text), reports)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a training goes on with images as it had them, not as they are wanted next', async () => {
  const text = 'pets.zip: 9 images of 64×64, 2 classes'
  const app = await openApp(session, FACES)
  await drop(app.page, ZIP)
  await shows(app, text)
  await app.takeSteps(1)
  await app.page.uncheck('#crop')
  await app.page.waitForFunction(() => document.getElementById('pending').textContent !== '')
  await app.takeSteps(1)
  await hide(app)
  await isSaved(app, 2)
  await app.takeSteps(2)
  const reports = (await app.log()).reports.slice(-2)
  await leave(app)
  assert.deepEqual(await secondHalf(app, text), reports)
  assert.equal(await app.page.isChecked('#crop'), true)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a training on the first images goes on with these, and with no others', async () => {
  const text = 'pets.zip: 5 images of 64×64, 2 classes'
  const app = await openApp(session, FACES)
  await app.page.click('#data-options summary')
  await app.page.fill('#limit', '5')
  await app.page.press('#limit', 'Enter')
  await drop(app.page, ZIP)
  await shows(app, text)
  const reports = await saveHalfway(app)
  await leave(app)
  assert.equal(await app.page.inputValue('#limit'), '')
  assert.deepEqual(await secondHalf(app, text), reports)
  assert.equal(await app.page.inputValue('#limit'), '5')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a folder of images is kept with the training, and so are single ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ganvas-'))
  for (const [path, bytes] of IMAGES) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const single = IMAGES.map(([path, bytes]) => [path.split('/').at(-1), bytes])
  for (const [choose, text] of [
    [
      (page) => page.setInputFiles('#folder', join(folder, 'pets')),
      'pets: 9 images of 28×28, 2 classes',
    ],
    [(page) => drop(page, single), 'Your images: 9 images of 28×28'],
  ]) {
    const app = await openApp(session, SMALL)
    await choose(app.page)
    await shows(app, text)
    const reports = await saveHalfway(app)
    await leave(app)
    assert.deepEqual(await secondHalf(app, text), reports)
    assert.deepEqual(app.complaints, [])
    await app.close()
  }
  rmSync(folder, { recursive: true })
})

test('files that the browser has lost are asked for by name, and may be chosen again', async () => {
  const text = 'pets.zip: 9 images of 64×64, 2 classes'
  const app = await openApp(session, FACES)
  await drop(app.page, ZIP)
  await shows(app, text)
  const reports = await saveHalfway(app)
  await loseFiles(app)
  await app.page.goto(session.origin + '/' + PLAIN)
  await app.settled()
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.press('resume')
  assert.deepEqual(await app.messageAfter(0), [
    'error',
    'The files of pets.zip are no longer in this browser’s storage: choose them again, then resume.',
  ])

  // The page is as it was, and still offers to go on.
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.settled()
  assert.equal(await app.phase(), 'ready')
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  assert.equal(await app.page.inputValue('#width'), '3')
  assert.match(await app.text('data-info'), /^Drawn digits/)
  assert.equal(await app.text('pending'), '')

  const others = [...IMAGES.slice(1), ['pets/dogs/0.png', IMAGES[1][1]]]
  await drop(app.page, [['pets.zip', zip(others)]])
  await shows(app, 'pets.zip: 9 images of 28×28, 2 classes')
  await app.press('resume')
  const [kind, sentence] = await app.messageAfter(0)
  assert.equal(kind, 'error')
  assert.equal(
    sentence,
    'The checkpoint was made with pets.zip; these 9 images of pets.zip are not the same.',
  )
  await app.page.waitForSelector('#saved:not([hidden])')
  await shows(app, 'pets.zip: 9 images of 28×28, 2 classes')

  await drop(app.page, ZIP)
  await app.page.waitForFunction(() => window.engineLog.calls.at(-1) === 'sampleGrid')
  await app.settled()
  assert.deepEqual(await secondHalf(app, text), reports)
  assert.deepEqual(app.complaints, [])
  await app.close()
})
