// What a test wants to know of a page, the same in every browser.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'

/** Long enough for a slow machine: a wait that ends by this is a failure, not a measurement. */
const PATIENCE = 120_000

/** Waits until `work`, run in the page, gives something; a page that is being loaded gives nothing. */
export async function until(browser, work, ...args) {
  const began = performance.now()
  for (;;) {
    const found = await browser.run(work, ...args).catch((error) => error)
    if (found && !(found instanceof Error)) return found
    if (performance.now() - began > PATIENCE) {
      const page = await browser.run(() => document.body.innerText).catch(String)
      throw new Error(`In vain waited for ${work}: ${found}. The page says: ${page.slice(0, 600)}`)
    }
    await pause(100)
  }
}

/** Size, hash and number of colours of a canvas, by its selector. */
export function picture(browser, selector) {
  return browser.run(async (selector) => {
    const [host, inside] = selector.split(' >>> ')
    const outer = document.querySelector(host)
    const canvas = inside ? outer.shadowRoot.querySelector(inside) : outer
    const { width, height } = canvas
    // A copy, because reading back changes how browsers keep a canvas.
    const copy = document.createElement('canvas')
    Object.assign(copy, { width, height })
    const context = copy.getContext('2d', { willReadFrequently: true })
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const digest = await crypto.subtle.digest('SHA-256', data)
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
    return {
      width,
      height,
      hash: hash.join(''),
      colours: new Set(new Uint32Array(data.buffer)).size,
    }
  }, selector)
}

/** The picture, once it is one: not of one colour alone. A page is ready before its last canvas is drawn. */
export async function drawn(browser, selector) {
  const began = performance.now()
  for (;;) {
    const found = await picture(browser, selector)
    if (found.colours > 20) return found
    const waited = performance.now() - began
    assert.ok(waited < PATIENCE, `${selector} has ${found.colours} colours`)
    await pause(100)
  }
}

/** The phase of the training, once it is one of these. */
export function phase(browser, ...phases) {
  return until(
    browser,
    (phases) => {
      const found = document.querySelector('#status').dataset.phase
      return phases.includes(found) && found
    },
    phases,
  )
}

/** The step after which the training is paused. */
export const step = (browser) =>
  browser.run(() => Number(/after step (\d+)/.exec(document.querySelector('#state').innerText)[1]))

/** Waits until the browser's storage holds the training of this step. */
export const saved = (browser, step) =>
  until(
    browser,
    async (step) => {
      const result = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const names = (await indexedDB.databases()).map(({ name }) => name)
      if (!names.includes('ganvas')) return false
      const database = await result(indexedDB.open('ganvas'))
      const store = database.transaction('training').objectStore('training')
      const found = await result(store.getAll(IDBKeyRange.bound('training/', 'training/\uffff')))
      database.close()
      return found.some((saved) => saved.step === step)
    },
    step,
  )

/** The file that the page hands out after a press, whole. */
export async function handedOut(browser, selector) {
  await browser.run(() => {
    window.handedOut = null
    const { createObjectURL } = URL
    URL.createObjectURL = (blob) => {
      window.handedOut = blob
      URL.createObjectURL = createObjectURL
      return createObjectURL.call(URL, blob)
    }
  })
  // A driver presses what is disabled, too, and says nothing.
  await until(browser, (selector) => !document.querySelector(selector).disabled, selector)
  await browser.press(selector)
  await until(browser, () => window.handedOut !== null)
  const base64 = await browser.run(
    () =>
      new Promise((resolve) => {
        const reader = new FileReader()
        reader.onload = () => resolve(reader.result.split(',')[1])
        reader.readAsDataURL(window.handedOut)
      }),
  )
  return Buffer.from(base64, 'base64')
}

/** Waits until the widget of this number stands ready, and sees that it shows a picture. */
export async function widgetDrawn(browser, number = 0) {
  const state = await until(
    browser,
    (number) => {
      const widget = document.querySelectorAll('ganvas-generator')[number]
      widget?.scrollIntoView({ block: 'center' })
      if (widget?.state === 'failed') {
        return `failed: ${widget.shadowRoot.querySelector('[part=error]').innerText}`
      }
      return widget?.state === 'ready' && 'ready'
    },
    number,
  )
  assert.equal(state, 'ready')
  const id = `widget-${number}`
  await browser.run(
    (number, id) => document.querySelectorAll('ganvas-generator')[number].setAttribute('id', id),
    number,
    id,
  )
  return await drawn(browser, `#${id} >>> canvas`)
}
