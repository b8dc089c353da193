// Pictures side by side in one, each with its caption: the film strips of docs/.
import { openPage } from '../tests/browser/harness.mjs'

/** Writes a PNG of `[caption, png]` side by side, each picture `height` pixels high. */
export async function writeStrip(session, pictures, { path, height }) {
  const { page, close } = await openPage(session, '/blank')
  const figures = pictures.map(
    ([caption, png]) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}" height="${height}">
       <figcaption>${caption}</figcaption></figure>`,
  )
  await page.setContent(`<!doctype html><style>
      body { display: flex; gap: 12px; width: max-content; margin: 0; padding: 12px; background: #fff }
      figure { margin: 0; font: 20px system-ui, sans-serif; text-align: center }
      img { display: block; margin-bottom: 6px; border: 1px solid #bbb }
    </style>${figures.join('')}`)
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.locator('body').screenshot({ path })
  await close()
}
