// The main ways through page and widget: one list, for every browser.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readGif } from './gif.mjs'
import { drawn, handedOut, phase, picture, saved, step, until, widgetDrawn } from './looks.mjs'

const fixture = (name) => fileURLToPath(new URL(`../import/fixtures/${name}`, import.meta.url))

const DIST = new URL('../../dist/', import.meta.url)
const PAGES = ['index.html', 'embed.html', 'demo.html']

/** A training on the CPU that even a slow machine gets through. */
const SMALL = 'backend=cpu&width=8&batch=16'

const opened = (browser, title) =>
  until(
    browser,
    (title) => {
      const name = document.querySelector('#model-name').textContent
      const isDrawn = document.querySelector('#play-samples').dataset.drawn !== undefined
      const { phase } = document.querySelector('#play-status').dataset
      return phase === 'ready' && isDrawn && (title === null ? name !== '' : name === title) && name
    },
    title ?? null,
  )

const showsSamplesOf = (browser, step) =>
  until(
    browser,
    (step) => document.querySelector('#samples').ariaLabel.endsWith(` after step ${step}`),
    step,
  )

async function firstFaces({ browser, site }) {
  await browser.visit(`${site.origin}/?mode=play&backend=cpu`)
  await opened(browser)
  const before = await drawn(browser, '#play-samples canvas')
  await browser.press('#new-samples')
  await until(browser, () => document.querySelector('#play-seed').value === '2')
  await until(browser, () => document.querySelector('#play-samples').dataset.drawn.startsWith('2/'))
  assert.notEqual((await drawn(browser, '#play-samples canvas')).hash, before.hash)
}

async function training({ browser, site }) {
  await browser.visit(`${site.origin}/?mode=train&data=mnist&${SMALL}`)
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  const data = await browser.run(() => document.querySelector('#data-info').textContent)
  assert.match(data, /^MNIST.* 60,000 /)
  await drawn(browser, '#reals')
  const untrained = await picture(browser, '#samples')
  await browser.press('#start')
  await until(browser, () => Number(document.querySelector('#step-count').dataset.value) >= 30)
  await browser.press('#pause')
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  const reached = await step(browser)
  await showsSamplesOf(browser, reached)
  const trained = await drawn(browser, '#samples')
  assert.notEqual(trained.hash, untrained.hash)

  await saved(browser, reached)
  await browser.reload()
  await until(browser, () => document.querySelector('#saved').hidden === false)
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  await browser.press('#resume')
  await showsSamplesOf(browser, reached)
  assert.equal(await step(browser), reached)
  assert.equal((await drawn(browser, '#samples')).hash, trained.hash)
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  await browser.press('#step-once')
  await showsSamplesOf(browser, reached + 1)
}

async function past({ browser, site }) {
  await browser.visit(`${site.origin}/?mode=train&data=drawn-digits&backend=cpu&width=4&batch=8`)
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  await browser.press('#start')
  await until(browser, () => Number(document.querySelector('#past-step')?.max) >= 4)
  await browser.press('#pause')
  assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
  const reached = await step(browser)
  await showsSamplesOf(browser, reached)
  const latest = await picture(browser, '#samples')
  const look = (place) =>
    browser.run((place) => {
      const slider = document.querySelector('#past-step')
      slider.value = place ?? slider.max
      slider.dispatchEvent(new Event('input'))
    }, place)
  await look('2')
  const seen = await until(
    browser,
    () => /\d+/.exec(document.querySelector('#past-seen:not([hidden])').textContent)[0],
  )
  await showsSamplesOf(browser, Number(seen))
  assert.notEqual((await picture(browser, '#samples')).hash, latest.hash)
  await look(null)
  await showsSamplesOf(browser, reached)
  assert.equal((await picture(browser, '#samples')).hash, latest.hash)

  await browser.press('#past-lapse')
  const { frames } = readGif(await handedOut(browser, '#past-films button:nth-of-type(1)'))
  assert.ok(frames >= 4, `${frames} frames`)
  // Where the browser records video, there is a second kind of file.
  const kinds = await browser.run(() =>
    [...document.querySelectorAll('#past-films button')]
      .filter(({ hidden }) => !hidden)
      .map(({ textContent }) => textContent),
  )
  if (kinds.length === 1) return
  const video = await handedOut(browser, '#past-films button:nth-of-type(2)')
  const isWebm = video.readUInt32BE(0) === 0x1a45dfa3
  assert.ok(isWebm || video.toString('latin1', 4, 8) === 'ftyp', `${kinds.join()}: no video`)
  assert.ok(video.length > 5000, `${video.length} bytes`)
}

async function foreignFile({ browser, site }) {
  await browser.visit(`${site.origin}/?mode=play&backend=cpu`)
  await opened(browser)
  const before = await drawn(browser, '#play-samples canvas')
  // What was drawn of the other generator is not taken for this one's.
  await browser.run(() => {
    delete document.querySelector('#play-samples').dataset.drawn
  })
  await browser.give('#model-file', [fixture('dcgan-protocol5.pth')])
  await opened(browser, 'dcgan-protocol5')
  const title = await browser.run(() => document.querySelector('#import-title').innerText)
  assert.match(title, /PyTorch/)
  const after = await drawn(browser, '#play-samples canvas')
  assert.notEqual(after.hash, before.hash)
}

async function animation({ browser, site }) {
  await browser.visit(`${site.origin}/?mode=play&backend=cpu&model=mnist-28`)
  await opened(browser)
  await browser.run(() => {
    document.querySelector('#frames').value = '7'
  })
  const gif = await handedOut(browser, '#save-gif')
  assert.deepEqual(readGif(gif), { width: 112, height: 112, frames: 7 })
}

async function frame({ browser, site }) {
  await browser.visit(`${site.origin}/embed.html?model=mnist-28&controls=true&title=Digits`)
  const before = await widgetDrawn(browser)
  await browser.press('ganvas-generator >>> [data-icon=fresh]')
  await until(browser, () => document.querySelector('ganvas-generator').seed === 2)
  for (let after = before; after.hash === before.hash;) after = await widgetDrawn(browser)
}

async function samplePost({ browser, site }) {
  await browser.visit(`${site.origin}/demo.html`)
  for (const number of [0, 1, 2]) await widgetDrawn(browser, number)
}

async function foreignPost({ browser, site, other }) {
  other.put('/post.html', {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><title>post</title><link rel="icon" href="data:," />
<script type="module" src="${site.origin}/widget.js"></script>
<ganvas-generator model="drawn-faces-64" mode="sliders"></ganvas-generator></html>`,
  })
  await browser.visit(`${other.origin}/post.html`)
  await widgetDrawn(browser)
}

/** What a page says where its scripts do not run, once it says something. */
const said = (browser) => until(browser, () => document.querySelector('#not-started').textContent)

async function fromDisk({ browser }) {
  for (const page of PAGES) {
    await browser.visit(String(new URL(page, DIST)))
    assert.match(await said(browser), /^This page was opened from disk, .* npm start\.$/, page)
    const isLoading = () => document.querySelector('#loading')?.checkVisibility() ?? false
    assert.equal(await browser.run(isLoading), false, page)
  }
}

/** A page of the build without an origin, as in a sandboxed frame, on a host that sends no CORS headers. */
async function putSandboxed(site, page) {
  const html = await readFile(new URL(page, DIST), 'utf8')
  const policy = { 'Content-Security-Policy': 'sandbox allow-scripts' }
  site.put(`/${page}`, { headers: { 'Content-Type': 'text/html', ...policy }, body: html })
  for (const [, path] of html.matchAll(/<script [^>]*src="\.(\/[^"]+)"/g)) {
    const body = await readFile(new URL(`.${path}`, DIST))
    site.put(path, { headers: { 'Content-Type': 'text/javascript' }, body })
  }
}

async function sandboxed({ browser, site }) {
  for (const page of PAGES) {
    await putSandboxed(site, page)
    await browser.visit(`${site.origin}/${page}`)
    assert.match(await said(browser), /sandboxed frame.* Access-Control-Allow-Origin: \*/, page)
  }
}

/** What it is, and how it goes; `site` serves the page, `other` is another origin. */
export const WAYS = [
  ['Play opens with faces and draws others', firstFaces],
  ['a training learns, is paused, saved, and goes on after a reload', training],
  ['earlier samples are shown again, and become a time-lapse', past],
  ['a generator of PyTorch’s is opened', foreignFile],
  ['a way through the latent space becomes a GIF', animation],
  ['the frame shows a generator that answers to a press', frame],
  ['the sample post shows its three generators', samplePost],
  ['the widget draws in a post of another origin', foreignPost],
  ['from disk, where scripts are refused, each page says so', fromDisk],
  ['in a sandbox, where scripts need CORS, each page says so', sandboxed],
]
