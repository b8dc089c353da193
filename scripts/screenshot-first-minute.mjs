// The strip of a first visit in docs/: the built page as a stranger meets it, with nothing pressed.
//
//   npm run build && node scripts/screenshot-first-minute.mjs          docs/first-minute.png
//   node scripts/screenshot-first-minute.mjs --seconds 1,5 --width 390 --height 844 --folder /tmp
//
// Seconds count from when the page is asked for; the training begins by itself, on the CPU.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { open, openPage } from '../tests/browser/harness.mjs'
import { writeStrip } from './screenshot-strip.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1,5,20,60,180' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    scheme: { type: 'string', default: 'light' },
    /** Height of a picture in the strip. */
    strip: { type: 'string', default: '360' },
    folder: { type: 'string', default: fileURLToPath(new URL('../docs', import.meta.url)) },
  },
})
const moments = values.seconds.split(',').map(Number)
if (moments.some((second) => !(second > 0))) {
  throw new Error(`--seconds takes numbers above 0; found ${values.seconds}.`)
}

const session = await open()
try {
  const pictures = await visited(session)
  mkdirSync(values.folder, { recursive: true })
  const name = `first-minute${values.scheme === 'dark' ? '-dark' : ''}.png`
  const path = join(values.folder, name)
  await writeStrip(session, pictures, { path, height: values.strip })
  console.log(path)
} finally {
  await session.close()
}

/** Pictures of the page at each moment. */
async function visited(session) {
  const viewport = { width: Number(values.width), height: Number(values.height) }
  const like = { viewport, colorScheme: values.scheme, locale: 'en-GB' }
  const asked = performance.now()
  const { page, close } = await openPage(session, '/?backend=cpu', () => {}, like)
  const pictures = []
  for (const second of moments) {
    await page.waitForTimeout(Math.max(0, second * 1000 - (performance.now() - asked)))
    pictures.push([`${second} s`, await page.screenshot()])
    const step = await page.locator('#step-count').innerText()
    console.log(`${second} s: step ${step}, ${await page.locator('#state').innerText()}`)
  }
  await close()
  return pictures
}
