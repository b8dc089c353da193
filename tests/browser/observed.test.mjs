// What a training tells of itself beyond its losses, and how much of a data set it takes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open } from './harness.mjs'

const SMALL = '?backend=cpu&width=4&batch=8&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const sum = (counts) => counts.reduce((all, count) => all + count, 0)

test('histograms are reported and shown while their box is open, after a reset as well', async () => {
  const app = await openApp(session, SMALL)
  await app.takeSteps(1)
  assert.equal((await app.log()).reports.at(-1).histograms, undefined)
  await app.page.click('#histograms summary')
  await app.page.locator('#histograms-none').waitFor()
  await app.takeSteps(1)
  const { histograms } = (await app.log()).reports.at(-1)
  // Eight latents of 32 numbers, eight real images and eight generated ones.
  const counted = ['z', 'd_real', 'd_fake'].map((name) => sum(histograms[name].counts))
  assert.deepEqual(counted, [256, 8, 8])
  await app.page.locator('#histogram-plots').waitFor()
  const label = await app.page.locator('#histogram-z svg').getAttribute('aria-label')
  assert.match(label, /^z at step 2: 256 values from -[234]\.\d+ to [234]\.?\d*, /)
  const bars = await app.page.locator('#histogram-d_real path').getAttribute('d')
  const filled = histograms.d_real.counts.filter((count) => count > 0)
  assert.equal(bars.match(/M/g).length, filled.length)

  await app.reset()
  await app.page.locator('#histograms-none').waitFor()
  await app.takeSteps(1)
  assert.ok((await app.log()).reports.at(-1).histograms)
  await app.page.click('#histograms summary')
  await app.takeSteps(1)
  assert.equal((await app.log()).reports.at(-1).histograms, undefined)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('only the first images are taken on demand', async () => {
  const app = await openApp(session, SMALL)
  await app.page.click('#data-options summary')
  await app.page.fill('#limit', '120')
  await app.page.keyboard.press('Tab')
  const shows = (count) =>
    app.page.waitForFunction(
      (count) => document.getElementById('data-info').textContent.includes(`: ${count} images`),
      count,
    )
  await shows('120')
  await app.settled()
  assert.match(await app.text('training-info'), /; 15 steps per epoch$/)
  await app.takeSteps(2)
  await app.page.fill('#limit', '')
  await app.page.keyboard.press('Tab')
  await shows('60,000')
  assert.match(await app.text('pending'), /data set/)
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})
