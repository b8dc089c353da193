// The picture that stands in Train where no training begins by itself: samples of the page's first recipe on
// drawn digits, as the page draws them.
//
//   npm run build && node scripts/poster-train.mjs          www/public/poster.png after 1,500 steps
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openApp } from '../tests/browser/app.mjs'
import { open } from '../tests/browser/harness.mjs'

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '1500' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../www/public/poster.png', import.meta.url)),
    },
  },
})

const session = await open()
try {
  const app = await openApp(session, '?mode=train&backend=cpu&data=drawn-digits')
  app.page.setDefaultTimeout(0)
  await app.start()
  await app.reachesStep(Number(values.steps))
  await app.pause()
  const picture = await app.page.locator('#samples').evaluate((canvas) => canvas.toDataURL())
  writeFileSync(values.out, Buffer.from(picture.split(',')[1], 'base64'))
  console.log(`${values.out} after step ${await app.step()}`)
} finally {
  await session.close()
}
