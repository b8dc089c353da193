// The pictures that stand in for the widgets of the demo post: what each shows first, as a file.
//
//   npm run build && node scripts/posters.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open, openPage } from '../tests/browser/harness.mjs'

const folder = fileURLToPath(new URL('../www/public/demo', import.meta.url))
mkdirSync(folder, { recursive: true })
const session = await open()
try {
  // Without motion each stays where it begins.
  const { page } = await openPage(session, '/demo.html', (page) =>
    page.emulateMedia({ reducedMotion: 'reduce' }),
  )
  for (const widget of await page.locator('ganvas-generator').all()) {
    const { source, bytes } = await widget.evaluate(async (widget) => ({
      source: widget.querySelector('img').getAttribute('src'),
      bytes: [...new Uint8Array(await (await widget.toBlob()).arrayBuffer())],
    }))
    const path = join(folder, basename(source))
    writeFileSync(path, Buffer.from(bytes))
    console.log(path, bytes.length)
  }
} finally {
  await session.close()
}
