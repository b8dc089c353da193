// Chromium by Playwright.
import { chromium } from 'playwright-core'
import { installed } from '../../scripts/test/programs.mjs'
import { BASIC_FLAGS } from '../browser/harness.mjs'
import { reach } from './in-page.mjs'

export const name = 'Chromium'
export const wanted = 'Chromium'
export const find = () => process.env.CHROME_PATH ?? installed('chromium', 'google-chrome')

export async function open({ width, height }) {
  const browser = await chromium.launch({ executablePath: find(), args: BASIC_FLAGS })
  const page = await browser.newPage({ viewport: { width, height } })
  const element = async (selector) => {
    const handle = await page.evaluateHandle(`(${reach})(${JSON.stringify(selector)})`)
    return handle.asElement()
  }
  return {
    version: `Chromium ${browser.version()}`,
    visit: (url) => page.goto(url),
    reload: () => page.reload(),
    run: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    press: async (selector) => (await element(selector)).click(),
    give: async (selector, files) => (await element(selector)).setInputFiles(files),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  }
}
