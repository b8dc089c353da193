// Texts of strangers in the page: however long, they stay within their places.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open } from './harness.mjs'
import { openPlay } from './play.mjs'

const MODEL = new URL('../../www/public/models/mnist-28-labels.safetensors', import.meta.url)
const LONG = `${'ungebrochen'.repeat(80)}\u{202e}\u{1b}[2J`

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** A generator's file whose own words are changed. */
async function renamed(change) {
  const file = await readFile(MODEL)
  const length = Number(file.readBigUInt64LE())
  const frame = JSON.parse(file.subarray(8, 8 + length))
  // Of what was written, which this no longer is.
  delete frame.__metadata__.checksum
  const header = JSON.parse(frame.__metadata__.ganvas)
  change(header)
  frame.__metadata__.ganvas = JSON.stringify(header)
  const json = Buffer.from(JSON.stringify(frame))
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([size, json, file.subarray(8 + length)])
}

/** Elements that reach beyond the window, where nothing scrolls them. */
const outside = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [scrollWidth, clientWidth] : []
  })

async function assertFits({ page }) {
  for (const width of [1280, 700, 390]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await outside(page), [], `at ${width} pixels`)
  }
}

test('a generator with endless names breaks no layout', async () => {
  const body = await renamed((header) => {
    for (const field of ['name', 'title', 'licence', 'provenance']) header[field] = LONG
    header.labels = header.labels.map((_, at) => `${at}${LONG}`)
    if (header.training) header.training.data = LONG
  })
  session.put('/long.safetensors', { body })
  const play = await openPlay(session, '?mode=play&backend=cpu&model=./long.safetensors')
  assert.match(await play.page.textContent('#model-name'), /^ungebrochen/)
  await play.page.evaluate(() => {
    for (const details of document.querySelectorAll('.play details')) details.open = true
  })
  await assertFits(play)
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('what cannot be opened is said in a sentence that fits', async () => {
  const body = await renamed((header) => {
    header.kind = LONG.repeat(20)
  })
  session.put('/long.safetensors', { body })
  const play = await openPlay(session, '?mode=play&backend=cpu&model=./long.safetensors')
  await assertFits(play)
  await play.close()
})

test('a recipe with endless names breaks no layout', async () => {
  const app = await openApp(session, '?backend=cpu&width=4&batch=8&data=drawn-digits')
  await app.openJson()
  const json = JSON.parse(await app.page.inputValue('#recipe-json'))
  Object.assign(json, { name: LONG, title: LONG, source: LONG })
  await app.page.fill('#recipe-json', JSON.stringify(json))
  await app.page.click('#recipe-apply')
  await assertFits(app)
  await app.close()
})
