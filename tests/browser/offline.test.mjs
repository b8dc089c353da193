// The page without a network, and on a host that sends no headers.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { headersOf } from '../../scripts/headers.mjs'
import { eventually, open, openPage, serve } from './harness.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A busy machine keeps one file after the other. */
const PATIENCE = 60_000
const LIKE = { serviceWorkers: 'allow' }

let session
/** Sites of the tests: one that is left open would keep the run from ending. */
const sites = []
before(async () => {
  session = await open()
})
after(async () => {
  for (const site of sites) site.close()
  await session.close()
})

async function newSite(how) {
  const site = await serve(how)
  sites.push(site)
  return site
}

/** Waits until a service worker keeps these files, and all that the page has loaded. */
function kept(page, names) {
  return eventually(async () => {
    const { paths, own } = await page.evaluate(async () => {
      const sites = (await caches.keys()).filter((name) => name.startsWith('ganvas-site-'))
      const all = await Promise.all(sites.map(async (name) => (await caches.open(name)).keys()))
      const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
      const own = loaded.filter(({ origin }) => origin === location.origin)
      return {
        paths: all.flat().map(({ url }) => new URL(url).pathname),
        own: own.map(({ pathname }) => pathname),
      }
    })
    const lacking = own.filter((path) => !paths.includes(path))
    assert.deepEqual(lacking, [])
    for (const name of names)
      assert.ok(
        paths.some((path) => path.includes(name)),
        name,
      )
  }, PATIENCE)
}

const facesDrawn = (page) =>
  page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn !== undefined)

test('what was visited opens and draws without a network', async () => {
  const site = await newSite({ headers: headersOf })
  const { page, close } = await openPage(
    { ...session, ...site },
    '/?mode=play&model=mnist-28',
    undefined,
    LIKE,
  )
  await facesDrawn(page)
  await kept(page, ['index.html', 'ganvas_runtime_bg', 'mnist-28.safetensors', 'models.json'])
  site.close()
  // A busy browser that cannot start the worker in time asks the network, and is told that there is none.
  await eventually(() => page.reload())
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
  const site = await newSite({ folders: { '/project/': built } })
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
  const site = await newSite()
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
