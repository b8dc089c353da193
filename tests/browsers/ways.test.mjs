// The main ways through page and widget, in three engines.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { headersOf } from '../../scripts/headers.mjs'
import { serve } from '../browser/harness.mjs'
import * as chromium from './chromium.mjs'
import * as firefox from './firefox.mjs'
import { phase } from './looks.mjs'
import * as webkit from './webkit.mjs'
import { WAYS } from './ways.mjs'

const SIZE = { width: 1280, height: 900 }
/** Screenshots of the ends of all ways go into this folder, if it is named. */
const pictures = process.env.GANVAS_SCREENSHOTS

for (const { name, wanted, find, open } of [chromium, firefox, webkit]) {
  const isThere = Boolean(find())
  // With CI set a browser that is not there fails its tests instead.
  const skip = !isThere && !process.env.CI && `${name} is not installed: wanted is ${wanted}.`

  describe(name, { skip }, () => {
    let browser
    before(async () => {
      assert.ok(isThere, `${name} is not installed: wanted is ${wanted}.`)
      browser = await open(SIZE)
    })
    after(() => browser?.close())

    for (const [number, [title, way]] of WAYS.entries()) {
      test(title, async () => {
        // Another origin has another storage.
        const [site, other] = await Promise.all([serve({ headers: headersOf }), serve()])
        try {
          await way({ browser, site, other })
        } finally {
          if (pictures) {
            await mkdir(pictures, { recursive: true })
            const image = await browser.screenshot()
            await writeFile(`${pictures}/${name}-${number + 1}.png`, image)
          }
          site.close()
          other.close()
        }
      })
    }

    test('it says what it computes with', async (context) => {
      const site = await serve({ headers: headersOf })
      try {
        await browser.visit(`${site.origin}/?mode=train&data=drawn-digits&width=8&batch=16`)
        assert.equal(await phase(browser, 'ready', 'failed'), 'ready')
        const found = await browser.run(computesWith)
        context.diagnostic(`${browser.version}: ${JSON.stringify(found)}`)
        assert.equal(found.backend === 'webgpu' || found.adapter !== '', true)
      } finally {
        // A server that stays would keep the tests from ending.
        site.close()
      }
    })
  })
}

/** What a page knows of its browser, and computes with. */
async function computesWith() {
  return {
    isolated: crossOriginIsolated,
    cores: navigator.hardwareConcurrency,
    webGpu: 'gpu' in navigator ? Boolean(await navigator.gpu.requestAdapter()) : 'not offered',
    backend: document.querySelector('#backend-name').dataset.kind,
    adapter: document.querySelector('#adapter-name').textContent,
    reason: document.querySelector('#backend-reason').textContent,
  }
}
