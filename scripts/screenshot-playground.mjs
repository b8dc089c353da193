// The film strips of docs/playground.md: what can be seen of a training, and done with it, from real trainings
// of the built page on the CPU.
//
//   npm run build && node scripts/screenshot-playground.mjs       docs/playground/*.png
//   node scripts/screenshot-playground.mjs --only past,eyes --steps 200 --folder /tmp
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openApp } from '../tests/browser/app.mjs'
import { open, openPage } from '../tests/browser/harness.mjs'
import { writeStrip } from './screenshot-strip.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    steps: { type: 'string', default: '600' },
    folder: {
      type: 'string',
      default: fileURLToPath(new URL('../docs/playground', import.meta.url)),
    },
  },
})
const steps = Number(values.steps)
if (!(steps > 0)) throw new Error(`--steps takes a number above 0; found ${values.steps}.`)
const VIEW = { viewport: { width: 1280, height: 1000 }, colorScheme: 'light', locale: 'en-GB' }
const HEIGHT = 420
/** A collapse may take its time. */
const PATIENCE = 180_000

/** The page with a training of drawn digits; trained so far, and at rest. */
async function trained(session, { query = '', to = steps } = {}) {
  const app = await openApp(session, `?backend=cpu&data=drawn-digits&lang=en&mode=train${query}`, {
    like: VIEW,
  })
  app.page.setDefaultTimeout(PATIENCE)
  if (to === 0) return app
  await app.start()
  await app.reachesStep(to)
  await app.pause()
  return app
}

const shot = (app, selector) => app.page.locator(selector).first().screenshot()

/** Each strip: its pictures with their captions. */
const STRIPS = {
  async past(session) {
    const app = await trained(session)
    const pictures = []
    for (const part of [0, 0.1, 0.3, 1]) {
      await app.page.locator('#past-step').evaluate((slider, part) => {
        slider.valueAsNumber = Math.round(Number(slider.max) * part)
        slider.dispatchEvent(new Event('input', { bubbles: true }))
      }, part)
      await app.page.waitForTimeout(500)
      const said = await app.page.locator('#past-step').getAttribute('aria-valuetext')
      pictures.push([said, await shot(app, '#samples')])
    }
    await app.close()
    return pictures
  },
  async eyes(session) {
    const app = await trained(session)
    await app.page.evaluate(() => (document.getElementById('eyes').open = true))
    await app.page.waitForSelector('#eyes-generated [role=option]')
    await app.page.click('#eyes-generated [role=option]:nth-child(3)')
    await app.page.waitForTimeout(2500)
    const pictures = [
      ['the game', await shot(app, '#eyes-drawing')],
      ['verdicts', await shot(app, '.eyes-grids')],
      ['one image', await shot(app, '.eyes-look')],
    ]
    await app.close()
    return pictures
  },
  async builder(session) {
    const app = await trained(session, { to: 0 })
    await app.page.click('#recipe-editor summary')
    await app.page.waitForSelector('.builder-card .builder-fields')
    await app.page.locator('#recipe-editor').evaluate((editor) => editor.scrollIntoView())
    // The editor is the column on the right.
    const clip = { x: 900, y: 0, width: 380, height: 1000 }
    const pictures = [['networks as cards', await app.page.screenshot({ clip })]]
    await app.page.locator('.builder-card input').first().fill('0')
    await app.page.waitForTimeout(1000)
    pictures.push(['what does not fit', await app.page.screenshot({ clip })])
    await app.close()
    return pictures
  },
  async tour(session) {
    const pictures = []
    for (const [stop, caption] of [
      [1, 'noise'],
      [4, 'one step'],
      [6, 'a collapse'],
    ]) {
      const query = `backend=cpu&data=drawn-digits&lang=en&tour=${stop}`
      const opened = stop === 1 ? openPage(session, `/?${query}`, undefined, VIEW) : null
      const app = await (opened ?? openApp(session, `?${query}`, { like: VIEW }))
      app.page.setDefaultTimeout(PATIENCE)
      await app.page.waitForSelector('#tour')
      if (stop === 4) {
        await app.press('tour-letDLearn')
        await app.reachesStep(1)
        await app.page.waitForSelector('#eyes-drawing')
      }
      if (stop === 6) {
        await app.press('tour-provoke')
        await app.page.waitForFunction(
          () => document.getElementById('alarm-seen').textContent !== '',
        )
      }
      await app.page.waitForTimeout(1500)
      pictures.push([caption, await app.page.screenshot()])
      await app.close()
    }
    return pictures
  },
  async share(session) {
    const query = '/?backend=cpu&model=mnist-28&draw=7&way=walk&at=2.5&lang=en'
    const { page, close } = await openPage(session, query, undefined, VIEW)
    await page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)
    await page.waitForTimeout(1500)
    await page.click('#share')
    await page.waitForSelector('#share-picture')
    const pictures = [['a link and a picture', await shot({ page }, '#share-dialog')]]
    await close()
    return pictures
  },
}

const wanted = values.only?.split(',') ?? Object.keys(STRIPS)
const unknown = wanted.filter((name) => !Object.hasOwn(STRIPS, name))
if (unknown.length > 0) {
  throw new Error(`--only takes ${Object.keys(STRIPS).join(', ')}; found ${unknown.join(', ')}.`)
}
const session = await open()
try {
  mkdirSync(values.folder, { recursive: true })
  for (const name of wanted) {
    const path = join(values.folder, `${name}.png`)
    await writeStrip(session, await STRIPS[name](session), { path, height: HEIGHT })
    console.log(path)
  }
} finally {
  await session.close()
}
