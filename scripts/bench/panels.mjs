// What the page's panels cost a training: steps a second with all of them closed, and with them open.
import { openApp } from '../../tests/browser/app.mjs'
import { open } from '../../tests/browser/harness.mjs'
import { spread, table, written } from './statistics.mjs'

/** Seconds that each measurement takes, closed and open in turn. */
const SECONDS = { usual: 20, quick: 1 }

/** The boxes that a training fills while they are open. */
const SHOWS = {
  closed: [],
  'histograms open': ['histograms'],
  'what the discriminator sees open': ['eyes'],
  'both open': ['histograms', 'eyes'],
}

/** Steps a second of `fast-digits` in the built page, on the CPU. */
export async function measurePanels({ isQuick, repetitions }) {
  const session = await open()
  const query = '?backend=cpu&data=drawn-digits&mode=train&lang=en'
  const app = await openApp(session, isQuick ? `${query}&width=4&batch=8` : query)
  app.page.setDefaultTimeout(0)
  const seconds = isQuick ? SECONDS.quick : SECONDS.usual
  const speeds = Object.fromEntries(Object.keys(SHOWS).map((name) => [name, []]))
  await app.start()
  // A first look fetches the panel.
  await show(app, Object.values(SHOWS).flat())
  await app.page.waitForSelector('#eyes-generated [role=option]')
  for (let round = 0; round < repetitions; round += 1) {
    for (const [name, boxes] of Object.entries(SHOWS)) {
      await show(app, boxes)
      speeds[name].push(await speed(app, seconds))
    }
  }
  await app.close()
  await session.close()
  return speeds
}

export function reportPanels(speeds) {
  const closed = spread(speeds.closed).median
  const rows = Object.entries(speeds).map(([name, each]) => [
    name,
    written(each),
    (spread(each).median / closed).toFixed(2),
  ])
  console.log('\nSteps a second of fast-digits in the page, on the CPU')
  console.log(table([['', 'steps a second', 'of closed'], ...rows]))
}

/** Opens these boxes and closes the others. */
async function show(app, boxes) {
  await app.page.evaluate(
    ([all, boxes]) => {
      for (const id of all) document.getElementById(id).open = boxes.includes(id)
    },
    [[...new Set(Object.values(SHOWS).flat())], boxes],
  )
  await app.page.waitForTimeout(1000)
}

async function speed(app, seconds) {
  const [before, since] = [await app.step(), performance.now()]
  await app.page.waitForTimeout(seconds * 1000)
  return ((await app.step()) - before) / ((performance.now() - since) / 1000)
}
