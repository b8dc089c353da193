// Play in a browser, and what a test wants to know of it.
import { readFile } from 'node:fs/promises'
import { prepend } from './app.mjs'
import { bytesOf, openPage } from './harness.mjs'

/** Long enough for a slow machine: a wait that ends by this is a failure, not a measurement. */
const PATIENCE = 60_000

/**
 * Opens the page and waits until Play stands ready, or has failed. `cards` are offered in the list,
 * and lie with `files` (by name; null is missing) in its folder. `worker` is code that runs first in
 * every worker. With `inTrain` another room is opened, and Play is not waited for.
 */
export async function openPlay(
  session,
  query,
  { cards = [], files = {}, worker, inTrain = false } = {},
) {
  const calls = []
  const opened = await openPage(session, `/${query}`, async (page) => {
    page.setDefaultTimeout(PATIENCE)
    await page.exposeFunction('heard', (method) => calls.push(method))
    await page.addInitScript(() => {
      window.Worker = class extends Worker {
        postMessage(message, transfer) {
          window.heard(message.method)
          super.postMessage(message, transfer)
        }
      }
    })
    if (worker) await page.route(/\/worker-[^/]*\.js$/, (route) => prepend(route, worker))
    await page.route(/\/models\/[^/]*$/, (route) => {
      const name = route.request().url().split('/').at(-1)
      if (name === 'models.json') return route.fulfill({ json: cards })
      const file = files[name]
      if (!file) return route.fulfill({ status: 404, body: '' })
      // A server that does not let the page read its file looks to it like one that fails.
      if (file.isPrivate) return route.abort()
      const { bytes: body, contentType = 'application/octet-stream' } = file
      const headers = { 'access-control-allow-origin': '*' }
      return route.fulfill({ body, contentType, headers })
    })
  })
  const play = new PlayPage(opened, calls)
  if (!inTrain) await play.settled()
  return play
}

class PlayPage {
  #close
  #calls

  constructor({ page, complaints, close }, calls) {
    this.page = page
    this.complaints = complaints
    this.#close = close
    this.#calls = calls
  }

  close() {
    return this.#close()
  }

  /** Calls of the engine so far. */
  calls() {
    return this.#calls
  }

  settled() {
    return this.page.waitForFunction(() =>
      ['ready', 'failed'].includes(document.getElementById('play-status').dataset.phase),
    )
  }

  /** Waits until the generator of this title is open and sampled; `work` opens it in another's place. */
  async opened(title, work) {
    if (work) await this.#forget()
    await work?.()
    await this.page.waitForFunction(
      (title) => document.getElementById('model-name').textContent === title,
      title,
    )
    await this.samples()
  }

  text(id) {
    return this.page.locator(`#${id}`).evaluate((element) => {
      for (const details of [element.closest('details')]) if (details) details.open = true
      return element.innerText
    })
  }

  press(id) {
    return this.page.click(`#${id}`)
  }

  choose(name, bytes) {
    return this.page.setInputFiles('#model-file', { name, mimeType: '', buffer: bytes })
  }

  /** Opens a file and waits for its samples. */
  async openFile({ name, bytes }) {
    await this.#forget()
    await this.choose(name, bytes)
    await this.samples()
  }

  /** What was drawn of another generator is not taken for what is waited for. */
  #forget() {
    return this.page.evaluate(() => {
      delete document.getElementById('play-samples').dataset.drawn
    })
  }

  async sow(seed) {
    await this.page.fill('#play-seed', String(seed))
    await this.page.press('#play-seed', 'Enter')
    await this.samples(`${seed}/1/null`)
  }

  /** The grid of samples, once it is drawn as told: seed, truncation and class. */
  async samples(drawing = null) {
    await this.page.waitForFunction((drawing) => {
      const { drawn } = document.getElementById('play-samples').dataset
      return drawing === null ? drawn : drawn === drawing
    }, drawing)
    return await this.#pixels('#play-samples canvas')
  }

  async pick(index) {
    await this.page.click(`#play-samples .cells button >> nth=${index}`)
    await this.page.waitForSelector(
      `#play-samples .cells button[aria-pressed=true][aria-label="Sample ${index}"]`,
    )
    await this.page.waitForFunction(
      () =>
        document.getElementById('picked').dataset.code === document.getElementById('code').value,
    )
    await this.still()
  }

  async paste(code) {
    await this.page.fill('#paste', code)
    await this.page.click('#paste-form button')
    await this.page.waitForFunction(
      (code) => document.getElementById('picked').dataset.code === code,
      code,
    )
  }

  picture(id) {
    return this.#pixels(`#${id}`)
  }

  async tab(id) {
    await this.drawnSince(() => this.press(`tab-${id}`))
  }

  /** Moves a slider as a hand would. */
  slide(id, value) {
    return this.page.locator(`#${id}`).evaluate((slider, value) => {
      slider.value = String(value)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    }, value)
  }

  /** Goes to this part of the way. */
  async at(position) {
    await this.drawnSince(() => this.slide('position', position))
  }

  frames() {
    return this.page.evaluate(() => Number(document.getElementById('stage').dataset.drawn ?? 0))
  }

  /** Waits until the stage has been drawn after `change`. */
  async drawnSince(change) {
    const before = await this.frames()
    await change()
    await this.page.waitForFunction(
      (before) => Number(document.getElementById('stage').dataset.drawn) > before,
      before,
    )
    await this.still()
  }

  /** Waits until nothing more is drawn. */
  async still() {
    let last = -1
    for (let now = await this.frames(); now !== last; now = await this.frames()) {
      last = now
      await this.page.waitForTimeout(150)
    }
  }

  stage() {
    return this.#pixels('#stage canvas')
  }

  messages() {
    return this.page
      .locator('#play-messages li')
      .evaluateAll((items) =>
        items.map((item) => [item.dataset.kind, item.firstElementChild.textContent]),
      )
  }

  async download(id) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(id)])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }

  /** What a browser makes of a GIF. */
  async decodeGif(bytes) {
    const decoded = await this.page.evaluate(async (text) => {
      const data = Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
      const decoder = new ImageDecoder({ data, type: 'image/gif' })
      await decoder.tracks.ready
      const { frameCount } = decoder.tracks.selectedTrack
      const frames = []
      let size = {}
      for (let index = 0; index < frameCount; index += 1) {
        const { image } = await decoder.decode({ frameIndex: index })
        size = { width: image.displayWidth, height: image.displayHeight }
        const copy = new OffscreenCanvas(size.width, size.height)
        const context = copy.getContext('2d')
        context.drawImage(image, 0, 0)
        frames.push(window.base64(context.getImageData(0, 0, size.width, size.height).data))
        image.close()
      }
      return { ...size, frames }
    }, bytes.toString('base64'))
    return { ...decoded, frames: decoded.frames.map(bytesOf) }
  }

  /** The largest difference of two pictures of one size. */
  apart(one, other) {
    return one.rgba.reduce((most, value, at) => Math.max(most, Math.abs(value - other.rgba[at])), 0)
  }

  async #pixels(selector) {
    const { rgba, ...size } = await this.page.evaluate((selector) => {
      const canvas = document.querySelector(selector)
      const { width, height } = canvas
      // A copy, because reading back changes how the browser keeps a canvas.
      const copy = new OffscreenCanvas(width, height)
      const context = copy.getContext('2d', { willReadFrequently: true })
      context.drawImage(canvas, 0, 0)
      return { width, height, rgba: window.base64(context.getImageData(0, 0, width, height).data) }
    }, selector)
    return { ...size, rgba: bytesOf(rgba) }
  }
}
