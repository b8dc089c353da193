// The page without a network, and on a host that sends no headers.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { headersOf } from '../../scripts/headers.mjs'
import { open, openPage, serve } from './harness.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const LIKE = { serviceWorkers: 'allow' }

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Waits until a service worker keeps these files. */
function kept(page, names) {
  return page.waitForFunction(async (names) => {
    const sites = (await caches.keys()).filter((name) => name.startsWith('ganvas-site-'))
    const requests = await Promise.all(
      sites.map(async (name) => await (await caches.open(name)).keys()),
    )
    const paths = requests.flat().map(({ url }) => new URL(url).pathname)
    return names.every((name) => paths.some((path) => path.includes(name)))
  }, names)
}

const facesDrawn = (page) =>
  page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn !== undefined)

test('what was visited opens and draws without a network', async () => {
  const site = await serve({ headers: headersOf })
  const { page, close } = await openPage(
    { ...session, ...site },
    '/?mode=play&model=mnist-28',
    undefined,
    LIKE,
  )
  await facesDrawn(page)
  await kept(page, ['index.html', 'ganvas_runtime_bg', 'mnist-28.safetensors', 'models.json'])
  site.close()
  await page.reload()
  await facesDrawn(page)
  assert.equal(await page.locator('#play-messages .error:visible').count(), 0)
  await close()
})

test('on a host without headers the worker adds them, and the page is loaded once more', async () => {
  const built = mkdtempSync(join(tmpdir(), 'ganvas-site-'))
  const env = { ...process.env, GANVAS_ADD_HEADERS: '1' }
  const build = ['node_modules/vite/bin/vite.js', 'build', '--outDir', built, '--logLevel', 'error']
  execFileSync(process.execPath, build, { cwd: root, env })
  // As a project's page lies on a host of many.
  const site = await serve({ folders: { '/project/': built } })
  let loads = 0
  const count = (page) => void page.on('load', () => (loads += 1))
  const opened = await openPage({ ...session, ...site }, '/project/?mode=play', count, LIKE)
  const { page, complaints } = opened
  await page.waitForFunction(() => crossOriginIsolated)
  await facesDrawn(page)
  assert.equal(loads, 2)
  assert.deepEqual(complaints, [])
  await opened.close()
  site.close()
  rmSync(built, { recursive: true })
})

test('an ordinary build adds none', async () => {
  const site = await serve()
  let loads = 0
  const count = (page) => void page.on('load', () => (loads += 1))
  const opened = await openPage({ ...session, ...site }, '/?mode=play', count, LIKE)
  await kept(opened.page, ['index.html'])
  assert.equal(await opened.page.evaluate(() => crossOriginIsolated), false)
  assert.equal(loads, 1)
  await opened.close()
  site.close()
})

test('the page can be installed', async () => {
  const { page, close } = await openPage(session, '/')
  const { manifest, icons } = await page.evaluate(async () => {
    const { href } = document.querySelector('link[rel=manifest]')
    const manifest = await (await fetch(href)).json()
    const sizes = async ({ src }) => {
      const image = await createImageBitmap(await (await fetch(new URL(src, href))).blob())
      return `${image.width}x${image.height}`
    }
    const drawn = manifest.icons.filter(({ type }) => type === 'image/png')
    return { manifest, icons: await Promise.all(drawn.map(sizes)) }
  })
  assert.equal(manifest.display, 'standalone')
  const said = manifest.icons.filter(({ type }) => type === 'image/png').map(({ sizes }) => sizes)
  assert.deepEqual(icons, said)
  await close()
})
