// A cold visit to Play: what it fetches before the first face, and what it does without.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliOf, readBudget } from '../../scripts/bench/size.mjs'
import { FIRST_FACE, firstFaceFiles } from '../../scripts/bench/visit.mjs'
import { openApp } from './app.mjs'
import { BASIC_FLAGS, open, openPage } from './harness.mjs'

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

/** The paths that a page has fetched by the time that `seen` holds. */
async function visit(path, seen) {
  const paths = []
  const opened = await openPage(session, path, (page) =>
    page.context().on('request', (request) => {
      const { protocol, pathname } = new URL(request.url())
      if (protocol === 'http:') paths.push(pathname.slice(1))
    }),
  )
  await seen(opened.page)
  return { ...opened, paths }
}

const isDrawn = (page) =>
  page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)

/**
 * Pictures, lists and a generator are no code; and what keeps the page for a visit without a network comes
 * when the browser has nothing else to do.
 */
const isCode = (path) =>
  !/^(favicon\.svg|manifest\.webmanifest|models\/.*|assets\/install-.*)$/.test(path)

test('the first face of a cold visit takes no more code than its budget', async () => {
  const { page, paths, complaints, close } = await visit('/?model=anime-64', isDrawn)
  assert.equal(await page.locator('#play-state').innerText(), 'Running on the CPU.')
  const files = new Map(firstFaceFiles())
  const fetched = paths.filter(isCode).map((path) => path || 'index.html')
  assert.deepEqual(fetched.toSorted(), [...files.keys()].toSorted())
  const bytes = await Promise.all(fetched.map((path) => brotliOf(files.get(path))))
  const all = bytes.reduce((sum, each) => sum + each, 0)
  const budget = readBudget()[FIRST_FACE]
  assert.ok(all <= budget, `${all} bytes as brotli; the budget is ${budget}`)
  assert.deepEqual(complaints, [])
  await close()
})

test('Play does without the engine until somebody wants what only the engine can do', async () => {
  const { page, paths, close } = await visit('/?mode=play&backend=cpu', isDrawn)
  const isEngine = (path) => /\/ganvas_(cpu|webgpu)(_bg)?-[^/]*\.(js|wasm)$/.test(path)
  for (const id of ['walk', 'directions', 'arithmetic', 'neighbours', 'coordinates']) {
    const before = await page.locator('#stage').getAttribute('data-drawn')
    await page.click(`#tab-${id}`)
    await page.waitForFunction(
      (before) => document.getElementById('stage').dataset.drawn !== before,
      before,
    )
  }
  await page.click('#stage .cells button')
  await page.click('#new-samples')
  await page.waitForFunction(
    () => document.getElementById('play-samples').dataset.drawn === '2/1/null',
  )
  assert.deepEqual(paths.filter(isEngine), [])
  assert.equal(page.workers().length, 1)
  await page.click('#tab-walk')
  await page.fill('#frames', '3')
  await Promise.all([page.waitForEvent('download'), page.click('#save-gif')])
  assert.equal(paths.filter(isEngine).length, 2)
  // And so does whatever draws meanwhile: it is the same worker.
  assert.equal(page.workers().length, 1)
  await close()
})

test('in Train nothing that draws for Play is fetched', async () => {
  const paths = []
  const app = await openApp(session, '?mode=train&backend=cpu&data=drawn-digits&width=2&batch=4', {
    prepare: (page) => page.context().on('request', (request) => paths.push(request.url())),
  })
  assert.ok(paths.some((path) => /\/ganvas_cpu_bg-[^/]*\.wasm$/.test(path)))
  assert.deepEqual(
    paths.filter((path) => /ganvas_runtime|safetensors/.test(path)),
    [],
  )
  await app.close()
})
