// The pictures of Play in the README and docs/playground.md: the built page with a generator of its list, on the CPU.
//
//   npm run build && node scripts/screenshot-play.mjs           docs/play-samples.png and so on
//   node scripts/screenshot-play.mjs --model mnist-28 --seed 3 --folder /tmp
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { open, openPage } from '../tests/browser/harness.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'anime-64' },
    seed: { type: 'string', default: '1' },
    /** Numbers of samples: those that are interpolated, and A, B and C. */
    keys: { type: 'string', default: '1,8,16' },
    board: { type: 'string', default: '2,3/4/20' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '940' },
    scheme: { type: 'string', default: 'light' },
    folder: { type: 'string', default: join(root, 'docs') },
  },
})
const numbers = (text) => text.split(',').map(Number)

const session = await open()
try {
  const { page } = await openPage(session, `/?backend=cpu&model=${values.model}`, async (page) => {
    await page.setViewportSize({ width: Number(values.width), height: Number(values.height) })
    await page.emulateMedia({ colorScheme: values.scheme })
  })
  mkdirSync(values.folder, { recursive: true })
  /** Waits until nothing more is drawn, and looks that nothing went wrong. */
  const still = async () => {
    await page.waitForTimeout(1500)
    const messages = await page.locator('#play-messages').innerText()
    if (messages !== '') throw new Error(`No picture of this: ${messages}`)
  }
  const keep = async (name) => {
    await still()
    // Neither focus nor pointer in the picture.
    await page.evaluate(() => {
      document.activeElement?.blur()
      scrollTo({ top: 0, behavior: 'instant' })
    })
    await page.mouse.move(0, 0)
    const path = join(values.folder, `${name}${values.scheme === 'dark' ? '-dark' : ''}.png`)
    await page.screenshot({ path })
    console.log(path)
  }
  const pick = async (index) => {
    await page.click(`#play-samples .cells button >> nth=${index}`)
    await page.waitForSelector(
      `#play-samples .cells button[aria-label="Sample ${index}"][aria-pressed=true]`,
    )
  }
  await page.fill('#play-seed', values.seed)
  await page.press('#play-seed', 'Enter')
  await page.waitForSelector(`#play-samples[data-drawn="${values.seed}/1/null"]`)
  await page.click('#tab-walk')
  await keep('play-samples')
  await page.click('#tab-interpolation')
  for (const index of numbers(values.keys)) {
    await pick(index)
    await page.click('#pin')
  }
  await page.locator('#position').evaluate((slider) => {
    slider.value = '0.4'
    slider.dispatchEvent(new Event('input'))
  })
  await keep('play-interpolation')
  await page.click('#tab-arithmetic')
  for (const [at, indices] of values.board.split('/').entries()) {
    for (const index of numbers(indices)) {
      await pick(index)
      await page.click(`#put-${'ABC'[at]}`)
    }
  }
  await keep('play-arithmetic')
} finally {
  await session.close()
}
