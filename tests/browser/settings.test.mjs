// Browsers that lack something, or forbid it: page and widget do without, or say one sentence.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'

const SMALL = '?mode=train&model=mnist-28&backend=cpu&width=4&batch=8&data=drawn-digits'

// Without isolation a busy machine is quicker: helpers wait for one another.
let plain, isolated
before(async () => {
  const options = { flags: BASIC_FLAGS }
  ;[plain, isolated] = await Promise.all([open({ ...options, isolated: false }), open(options)])
})
after(() => Promise.all([plain.close(), isolated.close()]))

/** Takes something away, as `navigator.gpu`: from the page, or as code for its workers. */
function lack(path) {
  const [name, owner = 'globalThis'] = path.split('.').reverse()
  const object = owner === 'globalThis' ? owner : `${owner}.prototype`
  return `for (let at = globalThis.${owner} && ${object}; at; at = Object.getPrototypeOf(at)) delete at.${name};`
}

/** A getter that answers as `code` does. */
const answers = (object, name, code) =>
  `Object.defineProperty(${object}, '${name}', { configurable: true, get() { ${code} } });`

const refuses = (object, name) =>
  answers(object, name, "throw new DOMException('It is denied.', 'SecurityError')")

const languages = (list) =>
  answers('Navigator.prototype', 'language', `return (${list})?.[0]`) +
  answers('Navigator.prototype', 'languages', `return ${list}`)

const opening = (events) => `IDBFactory.prototype.open = () => {
  const request = new EventTarget()
  ${events}
  return request
};`

const UNSAVED = /^The run cannot be saved in this browser \(.+\); “Download checkpoint”/

/** What is amiss, the code that makes it so in page and workers, and the sentence, if one is said. */
const CASES = [
  ['the language "C"', { page: languages("['C']") }],
  ['no languages', { page: languages('undefined') }],
  ['no IndexedDB', { page: lack('indexedDB'), says: UNSAVED }],
  ['IndexedDB is denied', { page: refuses('globalThis', 'indexedDB'), says: UNSAVED }],
  [
    'IndexedDB throws',
    { page: "IDBFactory.prototype.open = () => { throw new Error('No.') };", says: UNSAVED },
  ],
  [
    'IndexedDB fails, as in private windows',
    {
      page: opening(
        "request.error = new Error('No.'); setTimeout(() => request.onerror?.(new Event('error')))",
      ),
      says: UNSAVED,
    },
  ],
  ['IndexedDB never answers', { page: opening(''), says: UNSAVED }],
  ['storage is denied', { page: refuses('globalThis', 'localStorage') }],
  ['no SharedArrayBuffer', { both: lack('SharedArrayBuffer'), isIsolated: true }],
  ['cores are not told', { both: lack('Navigator.hardwareConcurrency'), isIsolated: true }],
  ['no OffscreenCanvas', { both: lack('OffscreenCanvas') }],
  ['no WebGPU', { both: lack('Navigator.gpu') }],
  ['no cache', { both: lack('caches') }],
  ['the cache is denied', { both: refuses('globalThis', 'caches') }],
  [
    'no locks, clipboard and permissions',
    {
      page: ['locks', 'clipboard', 'permissions'].map((each) => lack(`Navigator.${each}`)).join(''),
    },
  ],
  [
    'the address may not be changed',
    { page: "History.prototype.replaceState = () => { throw new Error('No.') };" },
  ],
  [
    'what came after the oldest browsers that the table names',
    { page: 'delete URL.canParse;' + lack('Element.ariaLabel'), worker: 'delete URL.canParse;' },
  ],
]

for (const [
  name,
  { page: inPage = '', worker = '', both = '', says, isIsolated = false },
] of CASES) {
  test(`${name}: page and widget do without`, async () => {
    const session = isIsolated ? isolated : plain
    const prepare = (page) => page.addInitScript(inPage + both)
    const app = await openApp(session, SMALL, { worker: both + worker || undefined, prepare })
    const { page } = app
    assert.equal(await app.phase(), 'ready')
    await app.takeSteps(1)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
      delete document.visibilityState
    })
    const messages = says ? [await app.messageAfter(0)] : await app.messages()
    for (const [, sentence] of messages) assert.match(sentence, says ?? /^$/)

    await page.check('input[name=mode][value=play]')
    await page.waitForFunction(() => document.getElementById('play-samples').dataset.drawn)
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#save-samples'),
    ])
    assert.match(picture.suggestedFilename(), /samples\.png$/)

    await page.goto(`${session.origin}/embed.html?model=mnist-28&loading=eager`)
    await page.waitForFunction(() => document.querySelector('ganvas-generator')?.state === 'ready')
    assert.equal(await page.locator('#not-started').count(), 0)
    await app.close()
  })
}
