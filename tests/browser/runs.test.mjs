// Runs side by side: curves, samples and recipes compared, three learning rates tried, and runs as files.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { drop } from './files.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'
import { hide, isSaved, leave, savedTrainings, uninterrupted } from './saving.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SMALL = '?mode=train&backend=cpu&width=4&batch=8&seed=5&data=drawn-digits'

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

/** Takes steps, each of them once the samples of the one before are kept, and has them saved. */
async function trained(app, steps) {
  for (let at = 0; at < steps; at += 1) {
    await app.takeSteps(1)
    await app.page.evaluate(
      () =>
        new Promise((done) => requestIdleCallback(() => setTimeout(done, 50), { timeout: 2000 })),
    )
  }
  await hide(app)
  await isSaved(app, await app.step())
}

/** Opens the list of saved runs, with all that is fetched for it. */
async function openList({ page }) {
  await page.waitForSelector('#trainings:not([hidden])')
  if (!(await page.locator('#trainings').evaluate(({ open }) => open))) {
    await page.click('#trainings summary')
  }
  await page.waitForSelector('#runs-compare')
}

async function compare(app) {
  await openList(app)
  await app.page.click('#runs-compare')
  await app.page.waitForSelector('#runs:not([hidden]) .runs-list')
}

const button = ({ page }, at, name) =>
  page.locator('#trainings-list li').nth(at).getByRole('button', { name })

/** Waits until the captions of the samples are these. */
async function captions({ page }, expected) {
  const figures = page.locator('.runs-grids figcaption')
  for (let patience = 50; patience > 0; patience -= 1) {
    if (String(await figures.allTextContents()) === String(expected)) break
    await page.waitForTimeout(100)
  }
  assert.deepEqual(await figures.allTextContents(), expected)
}

/** The table of differences, a list for each row. */
const rows = ({ page }) =>
  page
    .locator('#runs tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))

/** Waits until the page says something like this. */
const says = (app, pattern) =>
  app.page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById('messages').textContent),
    pattern.source,
  )

async function axeFinds(page) {
  await page.evaluate(AXE)
  return await page.evaluate(async (values) => {
    const options = { runOnly: { type: 'tag', values } }
    const found = []
    for (const root of ['#runs', '#trainings']) {
      const { violations } = await window.axe.run(root, options)
      for (const { id, nodes } of violations) {
        found.push(
          ...nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
        )
      }
    }
    return found
  }, TAGS)
}

test('two runs are compared: curves, samples at one step, and what differs', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 4)
  await page.fill('#batch', '4')
  await page.keyboard.press('Tab')
  await app.press('reset')
  await page.waitForFunction(() => document.getElementById('step-count').dataset.value === '0')
  await app.settled()
  await trained(app, 6)
  await compare(app)
  await captions(app, ['fast-digits, step 5', 'fast-digits, step 3'])
  assert.equal(await page.evaluate(() => document.activeElement.id), 'runs-close')
  const table = await rows(app)
  assert.deepEqual(
    table.filter(([name]) => ['Data', 'Seed', 'Steps', 'batch'].includes(name)),
    [
      ['Data', 'drawn digits', 'drawn digits'],
      ['Seed', '5', '5'],
      ['Steps', '6', '4'],
      ['batch', '4', '8'],
    ],
  )
  assert.equal(table.length, 6)
  const labels = await page
    .locator('.runs-chart')
    .evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))
  assert.equal(labels.length, 5)
  assert.match(
    labels[0],
    /^Generator loss: fast-digits [\d.]+ at step 6.*fast-digits [\d.]+ at step 4/,
  )
  assert.equal(await page.locator('.runs-list svg').count(), 2)

  // One slider for both, which says where each really is.
  const slider = page.locator('#runs-at')
  await slider.fill('3')
  assert.equal(await slider.getAttribute('aria-valuetext'), 'step 3')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.runs-grids figcaption')].every((each) =>
      /, step [0-3]$/.test(each.textContent),
    ),
  )
  await page.getByLabel('Second', { exact: true }).check()
  assert.match(await slider.getAttribute('aria-valuetext'), /^\d+\.\d s$/)
  await page.getByLabel('Step', { exact: true }).check()
  await captions(app, ['fast-digits, step 5', 'fast-digits, step 3'])

  // The one that is trained is shown as it goes on.
  await app.takeSteps(2)
  await page.waitForFunction(() => document.querySelector('#runs td')?.closest('tbody') !== null)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('#runs tbody tr')].some(
      ({ textContent }) => textContent === 'Steps84',
    ),
  )
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await axeFinds(page), [], colorScheme)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await app.drawn()
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  const small = await page.locator('#runs').evaluate((box) =>
    [...box.querySelectorAll('button, input')]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.id, each.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([id]) => id),
  )
  assert.deepEqual(small, [])
  await page.locator('.runs-list input').first().uncheck()
  await page.waitForSelector('.runs-curves', { state: 'hidden' })
  await page.click('#runs-close')
  assert.equal(await page.locator('#runs').isVisible(), false)
  assert.equal(await page.evaluate(() => document.activeElement.id), 'runs-compare')
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('three rates are tried one after another, ranked, and what was there before comes back', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 3)
  await compare(app)
  assert.equal(await page.inputValue('#trial-steps'), '300')
  assert.deepEqual(await Promise.all([1, 2, 3].map((at) => page.inputValue(`#trial-rate-${at}`))), [
    '0.0013',
    '0.004',
    '0.012',
  ])
  await page.fill('#trial-rate-1', 'fast')
  await page.click('#trial-begin')
  assert.match(await app.text('trial-rate-1-wrong'), /^“fast” does not work here: enter a number/)
  await page.fill('#trial-rate-1', '0.0005')
  await page.fill('#trial-rate-2', '0.002')
  await page.fill('#trial-rate-3', '0.004')
  await page.fill('#trial-steps', '5')
  await page.click('#trial-begin')
  await page.waitForSelector('#trial-back')
  assert.match(await app.text('trial-said'), /^Ranked by distance/)
  const ranking = await page.locator('#trial-ranking li').allInnerTexts()
  assert.equal(ranking.length, 3)
  const distances = ranking.map((line) => Number(line.split(': ')[1].replace(',', '')))
  assert.ok(distances.every((distance) => distance > 0))
  assert.deepEqual(
    distances,
    distances.toSorted((one, other) => one - other),
  )
  const saved = await savedTrainings(app)
  assert.deepEqual(
    saved.map(({ name, step, settings }) => [
      ...[name, step, settings.seed],
      ...[settings.generatorRate, settings.discriminatorRate],
    ]),
    [
      ['fast-digits rate 0.004', 5, 5, 0.004, 0.004],
      ['fast-digits rate 0.002', 5, 5, 0.002, 0.002],
      ['fast-digits rate 0.0005', 5, 5, 0.0005, 0.0005],
      ['fast-digits', 3, 5, saved[3].settings.generatorRate, saved[3].settings.discriminatorRate],
    ],
  )
  await captions(
    app,
    saved.slice(0, 3).map(({ name }) => `${name}, step 5`),
  )
  const table = await rows(app)
  assert.deepEqual(
    table.find(([name]) => name === 'generator_optimiser.rate'),
    ['generator_optimiser.rate', '0.004', '0.002', '0.0005'],
  )
  await page.click('#trial-back')
  await app.reachesStep(3)
  await page.waitForFunction(() => document.getElementById('step-count').dataset.value === '3')
  await app.settled()
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a trial that is stopped keeps the runs that it has made', async () => {
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 2)
  await compare(app)
  await page.fill('#trial-steps', '100000')
  await page.click('#trial-begin')
  await page.waitForFunction(() =>
    /step [1-9]/.test(document.getElementById('trial-said').innerText),
  )
  await page.click('#trial-stop')
  await page.waitForSelector('#trial-back')
  assert.equal(await app.text('trial-said'), 'Stopped. Completed runs: 0.')
  await app.settled()
  const names = (await savedTrainings(app)).map(({ name }) => name)
  assert.deepEqual(names, ['fast-digits rate 0.0013', 'fast-digits'])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a run is exported, deleted, imported, and goes on bit for bit, with its past', async () => {
  const expected = await uninterrupted(session, SMALL, 6)
  const app = await openApp(session, SMALL)
  const { page } = app
  await trained(app, 4)
  await openList(app)
  await page.fill('#trainings-list input', 'My digits')
  await page.keyboard.press('Tab')
  await page.waitForTimeout(300)
  await leave(app)
  await openList(app)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(app, 0, 'Export').click(),
  ])
  assert.equal(download.suggestedFilename(), 'ganvas-fast-digits-step-4.ganvas-run')
  const bytes = readFileSync(await download.path())
  const [before] = await savedTrainings(app)

  // Beside what is there, nothing of which it replaces.
  const twice = { name: 'twice.ganvas-run', mimeType: '', buffer: bytes }
  await page.setInputFiles('#runs-file', twice)
  await says(app, /“My digits” is now one of the saved runs/)
  assert.equal((await savedTrainings(app)).length, 2)
  for (let left = 2; left > 0; left -= 1) {
    const remove = button(app, 0, /elete/)
    await remove.click()
    await remove.click()
    await page.waitForFunction(
      (left) => document.querySelectorAll('#trainings-list li').length === left - 1,
      left,
    )
  }
  assert.deepEqual(await savedTrainings(app), [])

  await leave(app)
  await drop(page, [['elsewhere.ganvas-run', bytes]])
  await says(app, /“My digits” is now one of the saved runs/)
  const [run] = await savedTrainings(app)
  assert.deepEqual(
    [run.name, run.step, run.bytes, run.course],
    [before.name, before.step, before.bytes, before.course],
  )
  assert.notEqual(run.id, before.id)
  await page.locator('#messages').getByRole('button', { name: 'Resume' }).click()
  await app.reachesStep(4)
  await app.settled()
  await page.waitForFunction(() => Number(document.getElementById('past-step')?.max) >= 2)
  await app.takeSteps(2)
  assert.deepEqual((await app.log()).reports.slice(-2), expected.reports.slice(4))
  assert.equal(await app.fingerprint('samples'), expected.samples)
  assert.deepEqual(app.complaints, [])

  // What is damaged or no run is refused, and keeps nothing.
  const { length } = await savedTrainings(app)
  for (const [name, data, sentence] of [
    ['cut.ganvas-run', bytes.subarray(0, bytes.length - 100), /cut\.ganvas-run is damaged/],
    ['notes.ganvas-run', Buffer.from('some notes'), /notes\.ganvas-run is not a run exported by/],
    [
      'seed.ganvas-run',
      Buffer.from(bytes.toString('latin1').replace('\\"seed\\":5', '\\"seed\\":6'), 'latin1'),
      /seed\.ganvas-run is damaged/,
    ],
  ]) {
    await drop(page, [[name, data]])
    await says(app, sentence)
  }
  assert.equal((await savedTrainings(app)).length, length)
  await app.close()
})
