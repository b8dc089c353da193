// Pages whose own scripts do not run: what they say then, in the reader's language.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { BASIC_FLAGS, open, openPage } from './harness.mjs'
import { LANGUAGES, pageStrings } from './strings.mjs'

const PAGES = ['/', '/embed.html', '/demo.html']
const DIST = new URL('../../dist/', import.meta.url)
const SCRIPTS = /\.js$/

let session, table
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
  const strings = await Promise.all(LANGUAGES.map(pageStrings))
  table = Object.fromEntries(LANGUAGES.map((language, at) => [language, strings[at].start]))
})
after(() => session.close())

/** What a page says once it is loaded: nothing, or a sentence. */
async function said(path, prepare, like) {
  const { page, close } = await openPage(session, path, prepare, like)
  const sentences = await page.locator('#not-started').allTextContents()
  await close()
  return sentences
}

const cutOff = (page) => page.route(SCRIPTS, (route) => route.abort())

test('without JavaScript each page says so in every language', async () => {
  for (const path of PAGES) {
    const { page, close } = await openPage(session, path, () => {}, { javaScriptEnabled: false })
    const found = await page.locator('noscript p').allInnerTexts()
    assert.deepEqual(
      found,
      LANGUAGES.map((language) => table[language].noScript),
      path,
    )
    await close()
  }
})

test('a script that cannot be fetched is told, as the address or the browser has the language', async () => {
  for (const path of PAGES) {
    assert.deepEqual(await said(path, cutOff), [table.en.unreachable], path)
  }
  assert.deepEqual(await said('/', cutOff, { locale: 'ja-JP' }), [table.ja.unreachable])
  assert.deepEqual(await said('/embed.html?lang=de', cutOff), [table.de.unreachable])
  assert.deepEqual(await said('/#lang=zh', cutOff), [table.zh.unreachable])
})

test('nothing that needs scripts goes on waiting for them', async () => {
  const { page, close } = await openPage(session, '/', cutOff)
  assert.equal(await page.locator('#loading').isVisible(), false)
  await close()
})

test('a browser that knows no modules, or not their language, is told that it is too old', async () => {
  const forget = (page) =>
    page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'))
  const newer = (page) =>
    page.route(SCRIPTS, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let x = a ?!. b' }),
    )
  for (const path of PAGES) {
    assert.deepEqual(await said(path, forget), [table.en.oldBrowser], path)
    assert.deepEqual(await said(path, newer), [table.en.oldBrowser], path)
  }
})

test('a page that dies as it starts says of what', async () => {
  const body = "throw new RangeError('invalid language tag')"
  const dies = (page) =>
    page.route(SCRIPTS, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  const sentence = table.en.broken.replace('{why}', 'invalid language tag')
  for (const path of PAGES) assert.deepEqual(await said(path, dies), [sentence], path)
  const forbidden = (page) =>
    page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('Workers are forbidden', 'SecurityError')
        }
      }
    })
  const expected = [table.en.broken.replace('{why}', 'Workers are forbidden')]
  assert.deepEqual(await said('/?mode=play', forbidden), expected)
  // In Train the page is there, and the engine is not.
  const { page, close } = await openPage(session, '/?mode=train', forbidden)
  await page.waitForSelector('#messages li')
  const told = await page.locator('#messages').innerText()
  assert.match(told, /^The engine stopped unexpectedly \(Workers are forbidden\)\./)
  await close()
})

test('opened from disk each page says what it needs instead', async () => {
  const like = { browser: session.browser, origin: DIST.href.replace(/\/$/, '') }
  for (const path of ['/index.html', '/embed.html', '/demo.html']) {
    const { page, close } = await openPage(like, path)
    assert.deepEqual(
      await page.locator('#not-started').allTextContents(),
      [table.en.fromDisk],
      path,
    )
    assert.equal(await page.locator('progress:visible').count(), 0, path)
    await close()
  }
})

test('in a sandboxed frame a page says what is missing, and draws where it is not', async () => {
  for (const [isAllowed, expected] of [
    [false, table.en.sandboxed],
    [true, undefined],
  ]) {
    const html = await readFile(new URL('embed.html', DIST), 'utf8')
    // What is put has no CORS header, unlike what is served from the folder.
    for (const [, path] of html.matchAll(/<script [^>]*src="\.(\/[^"]+)"/g)) {
      const headers = { 'Content-Type': 'text/javascript' }
      const body = await readFile(new URL(`.${path}`, DIST))
      session.put(path, isAllowed ? undefined : { headers, body })
    }
    const { page, close } = await openPage(session, '/blank')
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${session.origin}/embed.html?model=mnist-28&loading=eager"></iframe>`,
    )
    const frame = page.frameLocator('iframe')
    if (expected) assert.equal(await frame.locator('#not-started').textContent(), expected)
    else {
      const widget = frame.locator('ganvas-generator')
      for (let state = ''; state !== 'ready';) state = await widget.evaluate(({ state }) => state)
      assert.equal(await frame.locator('#not-started').count(), 0)
    }
    await close()
  }
})
