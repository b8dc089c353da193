// The picture of the sample post in docs/playground.md, from the built site.
//
//   npm run build && node scripts/screenshot-demo.mjs      docs/widget.png, docs/widget-dark.png
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { open, openPage } from '../tests/browser/harness.mjs'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: fileURLToPath(new URL('../docs', import.meta.url)) },
    width: { type: 'string', default: '760' },
    height: { type: 'string', default: '980' },
  },
})

const session = await open()
try {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await openPage(session, '/demo.html', async (page) => {
      const [width, height] = [Number(values.width), Number(values.height)]
      await page.setViewportSize({ width, height })
      // Without motion every run gives the same picture.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    })
    await page.waitForFunction(() => document.querySelector('ganvas-generator').state === 'ready')
    const path = join(values.folder, `widget${colorScheme === 'dark' ? '-dark' : ''}.png`)
    await page.screenshot({ path })
    console.log(path)
    await close()
  }
} finally {
  await session.close()
}
