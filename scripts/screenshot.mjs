// The README's picture: trains the built page on real MNIST on the CPU, then photographs it.
//
//   npm run build && node scripts/screenshot.mjs                docs/playground.png after 3 epochs
//   node scripts/screenshot.mjs --epochs 0.05 --folder /tmp     to try it out
//   node scripts/screenshot.mjs --film /tmp/film                the samples as they come, a PNG each: docs/training.gif
//                                                               is made of these, 150 ms each, in 16 greys
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { open, openPage } from '../tests/browser/harness.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const SIZE = { width: 1280, height: 860 }

const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(root, 'docs') },
    /** A folder for the samples while they become digits. */
    film: { type: 'string' },
  },
})
const epochs = Number(values.epochs)
if (!(epochs > 0)) throw new Error(`--epochs takes a number above 0; found ${values.epochs}.`)

const session = await open()
try {
  const { page } = await openPage(session, '/?backend=cpu&mode=train', async (page) => {
    await page.setViewportSize(SIZE)
    await page.emulateMedia({ colorScheme: 'light' })
  })
  page.setDefaultTimeout(0)
  const state = () =>
    page.evaluate(() => ({
      phase: document.getElementById('status').dataset.phase,
      step: Number(document.getElementById('step-count').dataset.value),
      data: document.getElementById('data-info').textContent,
      perEpoch: /([\d,]+) steps per epoch/.exec(
        document.getElementById('training-info').textContent,
      )?.[1],
      batch: Number(document.getElementById('batch').value),
      messages: [...document.querySelectorAll('#messages span')].map((span) => span.textContent),
    }))
  const settled = () =>
    page.waitForFunction(() =>
      ['ready', 'failed'].includes(document.getElementById('status').dataset.phase),
    )
  const assertFine = ({ phase, data, messages }) => {
    if (phase !== 'failed' && messages.length === 0 && data.startsWith('MNIST')) return
    throw new Error(`No picture of this: ${phase}, ${data}. ${messages.join(' ')}`)
  }

  await settled()
  const ready = await state()
  assertFine(ready)
  const steps = Math.ceil((epochs * 60_000) / ready.batch)
  console.log(`${epochs} epochs are ${steps} steps; ${ready.perEpoch} steps are one.`)
  if (values.film) mkdirSync(values.film, { recursive: true })
  let filmed = -Infinity
  /** Keeps the samples: often at first, when they change most. */
  const film = async (step) => {
    if (!values.film || step < filmed + Math.max(10, filmed / 8)) return
    filmed = step
    const data = await page.locator('#samples').evaluate((canvas) => canvas.toDataURL())
    const name = `${String(step).padStart(6, '0')}.png`
    writeFileSync(join(values.film, name), Buffer.from(data.split(',')[1], 'base64'))
  }
  await film(0)
  await page.click('#start')
  let shown = performance.now()
  for (;;) {
    await page.waitForTimeout(250)
    const now = await state()
    assertFine(now)
    await film(now.step)
    if (now.step >= steps) break
    if (performance.now() - shown < 30_000) continue
    shown = performance.now()
    console.log(`Step ${now.step} of ${steps}`)
  }
  await page.click('#pause')
  await settled()
  assertFine(await state())
  // Neither focus nor pointer in the picture.
  await page.evaluate(() => document.activeElement?.blur())
  await page.mouse.move(0, 0)
  mkdirSync(values.folder, { recursive: true })
  for (const [scheme, name] of [
    ['light', 'playground.png'],
    ['dark', 'playground-dark.png'],
  ]) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.waitForTimeout(500)
    const path = join(values.folder, name)
    await page.screenshot({ path })
    console.log(`${path} after step ${(await state()).step}`)
  }
} finally {
  await session.close()
}
