// The built page in a browser, and what a test wants to know of it.
import { createHash } from 'node:crypto'
import { bytesOf, openPage } from './harness.mjs'

/** Long enough for a slow machine: a wait that ends by this is a failure, not a measurement. */
const PATIENCE = 60_000

/** Listens in on the worker; runs in the page before its own scripts. */
function listenIn() {
  const log = { workers: 0, calls: [], reports: [] }
  window.engineLog = log
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args)
      log.workers += 1
      this.addEventListener('message', ({ data: { kind, result } }) => {
        const isReports =
          kind === 'result' && Array.isArray(result) && 'd_loss' in (result[0] ?? {})
        if (isReports) log.reports.push(...result)
      })
    }
    postMessage(message, transfer) {
      log.calls.push(message.method)
      super.postMessage(message, transfer)
    }
  }
}

/**
 * Opens the page with a query as `?backend=cpu` and waits until it stands ready, or has failed.
 * `worker` is code that runs first in every worker; `prepare` gets the page before it is loaded;
 * `like` says more about the browser, as its `locale`, or has the `context` of another page.
 */
export async function openApp(session, query, { worker, prepare, like } = {}) {
  const prepared = async (page) => {
    page.setDefaultTimeout(PATIENCE)
    await page.addInitScript(listenIn)
    if (worker) await page.route(/\/worker-[^/]*\.js$/, (route) => prepend(route, worker))
    await prepare?.(page)
  }
  const opened = await openPage(session, `/${query}`, prepared, like)
  const app = new App(opened)
  await app.settled()
  return app
}

/** Runs `code` first in a script that a page loads. */
export async function prepend(route, code) {
  const response = await route.fetch()
  await route.fulfill({ response, body: `${code};${await response.text()}` })
}

class App {
  #close

  constructor({ page, complaints, close }) {
    this.page = page
    /** What the console had to complain of. */
    this.complaints = complaints
    this.#close = close
  }

  close() {
    return this.#close()
  }

  phase() {
    return this.page.locator('#status').getAttribute('data-phase')
  }

  /** Waits for one of the phases. */
  reaches(...phases) {
    return this.page.waitForFunction(
      (phases) => phases.includes(document.getElementById('status').dataset.phase),
      phases,
    )
  }

  /** Waits until nothing is under way. */
  settled() {
    return this.reaches('ready', 'failed')
  }

  async press(button) {
    await this.page.click(`#${button}`)
  }

  /** Opens the editor of the recipe at its JSON. */
  async openJson() {
    await this.page.evaluate(() => {
      document.getElementById('recipe-editor').open = true
    })
    await this.page.click('#show-json')
  }

  async start() {
    await this.press('start')
    await this.reaches('running', 'failed')
  }

  async pause() {
    await this.press('pause')
    await this.settled()
    // The step that is shown comes with the next frame.
    await this.drawn()
  }

  /** Takes `count` single steps, one after the other. */
  async takeSteps(count) {
    for (let taken = 0; taken < count; taken += 1) {
      const before = await this.step()
      await this.press('step-once')
      await this.reachesStep(before + 1)
      await this.settled()
    }
  }

  async reset() {
    await this.press('reset')
    await this.settled()
  }

  /** The step that the page shows. */
  async step() {
    return Number(await this.page.locator('#step-count').getAttribute('data-value'))
  }

  /** Waits until the page shows this step or a later one, or has failed. */
  async reachesStep(step) {
    await this.page.waitForFunction(
      (step) =>
        Number(document.getElementById('step-count').dataset.value) >= step ||
        document.getElementById('status').dataset.phase === 'failed',
      step,
    )
  }

  text(id) {
    return this.page.locator(`#${id}`).innerText()
  }

  /** What the page has to tell: `[kind, sentence]`, oldest first. */
  messages() {
    return this.page
      .locator('#messages li')
      .evaluateAll((items) =>
        items.map((item) => [item.dataset.kind, item.firstElementChild.textContent]),
      )
  }

  /** Waits for a further message than the `count` there are, and returns it. */
  async messageAfter(count) {
    await this.page.waitForFunction(
      (count) => document.querySelectorAll('#messages li').length > count,
      count,
    )
    return (await this.messages()).at(-1)
  }

  /** Waits until the page has drawn what it was told. */
  drawn() {
    return this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  }

  /** Waits for samples of a later step than 0. */
  async showsTrainedSamples() {
    await this.page.waitForFunction(() =>
      / after step [1-9]/.test(document.getElementById('samples').ariaLabel),
    )
  }

  /** The grey values of a canvas, and its size. */
  async pixels(id) {
    await this.drawn()
    const { grey, ...size } = await this.page.evaluate((id) => {
      const canvas = document.getElementById(id)
      const { width, height } = canvas
      // A copy, because reading back changes how the browser keeps a canvas.
      const copy = new OffscreenCanvas(width, height)
      const context = copy.getContext('2d', { willReadFrequently: true })
      context.drawImage(canvas, 0, 0)
      const { data } = context.getImageData(0, 0, width, height)
      return {
        width,
        height,
        grey: window.base64(Uint8Array.from({ length: width * height }, (_, at) => data[at * 4])),
      }
    }, id)
    return { ...size, grey: bytesOf(grey) }
  }

  async fingerprint(id) {
    const { grey } = await this.pixels(id)
    return createHash('sha256').update(grey).digest('hex')
  }

  /** Workers started, calls of the engine, and every step's report. */
  log() {
    return this.page.evaluate(() => window.engineLog)
  }
}
