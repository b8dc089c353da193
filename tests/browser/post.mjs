// A post with widgets in it, in a real browser, and what a test wants to know of it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { bytesOf, eventually, openPage } from './harness.mjs'

/** Long enough for a slow machine: a wait that ends by this is a failure, not a measurement. */
const PATIENCE = 60_000

/**
 * Opens a page with this body and the widget's script. `script` is where that lies, null for none;
 * `policy` is a Content-Security-Policy, sent as a header.
 */
export async function openPost(session, body, options = {}) {
  const { script = '/widget.js', policy, prepare = () => {} } = options
  const requests = []
  const tag = script === null ? '' : `<script type="module" src="${script}"></script>`
  session.put('/post', {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
    },
    body: `<!doctype html><html lang="en"><meta charset="utf-8" /><title>post</title>
<link rel="icon" href="data:," />${tag}${body}`,
  })
  const opened = await openPage(session, '/post', async (page) => {
    page.setDefaultTimeout(PATIENCE)
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await prepare(page)
  })
  return new Post(opened, requests)
}

export class Post {
  constructor({ page, complaints, close }, requests) {
    this.page = page
    this.complaints = complaints
    this.requests = requests
    this.close = close
  }

  /** How often files were asked for whose path ends so. */
  asked(ending) {
    return this.requests.filter((path) => path.endsWith(ending)).length
  }

  /** The file of a generator that ships. */
  shipped(model) {
    return readFile(new URL(`../../dist/models/${model}.safetensors`, import.meta.url))
  }

  widget(index = 0) {
    return this.page.locator('ganvas-generator').nth(index)
  }

  /** Waits until a widget has loaded, or has failed. */
  async settled(index = 0) {
    await this.page.waitForFunction(
      (index) =>
        ['ready', 'failed'].includes(document.querySelectorAll('ganvas-generator')[index]?.state),
      index,
    )
    return this.widget(index).evaluate((widget) => widget.state)
  }

  async ready(index = 0) {
    const state = await this.settled(index)
    if (state !== 'ready') throw new Error(`The widget says: ${await this.sentence(index)}`)
  }

  /** What stands in the widget's place for errors, if it is seen. */
  sentence(index = 0) {
    return this.widget(index).evaluate((widget) => {
      const box = widget.shadowRoot.querySelector('[part=error]')
      return box.checkVisibility() ? box.querySelector('p').textContent : ''
    })
  }

  /** The last that was said to those who do not see it. */
  said(index = 0) {
    return this.widget(index).evaluate(
      (widget) => widget.shadowRoot.querySelector('[role=status]').textContent,
    )
  }

  async pixels(index = 0) {
    const { rgba, ...size } = await this.widget(index).evaluate((widget) => {
      const canvas = widget.shadowRoot.querySelector('canvas')
      const { width, height } = canvas
      const copy = new OffscreenCanvas(width, height)
      const context = copy.getContext('2d', { willReadFrequently: true })
      context.drawImage(canvas, 0, 0)
      return { width, height, rgba: window.base64(context.getImageData(0, 0, width, height).data) }
    })
    return { ...size, rgba: bytesOf(rgba) }
  }

  /** Counts the pictures that a widget shows from now on, in `window.pictures`. */
  async count(index = 0) {
    await this.widget(index).evaluate((widget) => {
      window.pictures = 0
      widget.addEventListener('change', () => (window.pictures += 1))
    })
  }

  pictures() {
    return this.page.evaluate(() => window.pictures)
  }

  /** Waits for a picture after `change`. */
  async drawn(change, index = 0) {
    await this.widget(index).evaluate((widget) => {
      window.next = new Promise((resolve) =>
        widget.addEventListener('change', resolve, { once: true }),
      )
    })
    await change()
    await this.page.evaluate(() => window.next)
  }

  /** Waits for some pictures more. */
  async moves() {
    const before = await this.pictures()
    await this.page.waitForFunction((before) => window.pictures > before + 3, before)
  }

  /** Waits until no more pictures come. */
  async stops(what) {
    await eventually(async () => assert.equal(await this.rate(), 0, what))
  }

  /** Pictures within so many milliseconds. */
  async rate(milliseconds = 400) {
    const before = await this.pictures()
    await this.page.waitForTimeout(milliseconds)
    return (await this.pictures()) - before
  }

  /** What the runtime itself draws of a shipped generator: `count` samples of a seed. */
  async runtime(model, { seed = 1, count = 1, columns = 1, label = null } = {}) {
    const { rgba, ...size } = await this.page.evaluate(
      async ({ model, seed, count, columns, label }) => {
        const runtime = await import('/pkg/ganvas_runtime.js')
        await runtime.default({ module_or_path: new URL('/pkg/ganvas_runtime_bg.wasm', location) })
        const file = await (await fetch(`/models/${model}.safetensors`)).arrayBuffer()
        const generator = runtime.Generator.open(model, new Uint8Array(file))
        const kinds = JSON.parse(generator.header()).labels?.length ?? 0
        const classes = new Float32Array(count * kinds)
        for (let at = 0; kinds > 0 && at < count; at += 1)
          classes[at * kinds + (label ?? at % kinds)] = 1
        const grid = generator.draw(generator.latents(count, seed), classes, columns)
        const { width, height, rows } = grid
        return {
          width: width * grid.columns,
          height: height * rows,
          rgba: window.base64(grid.rgba()),
        }
      },
      { model, seed, count, columns, label },
    )
    return { ...size, rgba: bytesOf(rgba) }
  }
}
