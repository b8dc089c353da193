// WebKitGTK by the classic WebDriver of WebKitWebDriver, on a screen of its own:
// https://www.w3.org/TR/webdriver2/
import { setTimeout as pause } from 'node:timers/promises'
import { installed } from '../../scripts/test/programs.mjs'
import { reach } from './in-page.mjs'
import { freePort, start, started } from './programs.mjs'

export const name = 'WebKitGTK'
export const wanted = 'WebKitWebDriver (webkit2gtk-driver) and Xvfb'
export const find = () => installed('Xvfb') && installed('WebKitWebDriver')

const PATIENCE = 60_000
/** What the protocol calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

export async function open({ width, height }) {
  const flags = ['-displayfd', '3', '-screen', '0', `${width + 100}x${height + 200}x24`]
  const screen = await started(installed('Xvfb'), [...flags, '-nolisten', 'tcp'], {
    wanted: /(\d+)\n/,
    stream: 3,
  })
  const port = await freePort()
  // Without a locale, as on servers: the language is then "C".
  const env = { ...process.env, LC_ALL: 'C', DISPLAY: `:${screen.found[1]}`, GDK_BACKEND: 'x11' }
  const driver = start(find(), [`--port=${port}`, '--host=127.0.0.1'], env)

  async function send(method, path, body) {
    const text = body && JSON.stringify(body)
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: text })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
    return value
  }
  for (let waited = 0; ; waited += 100) {
    const status = await send('GET', '/status').catch(() => null)
    if (status?.ready) break
    if (waited > PATIENCE) throw new Error('WebKitWebDriver does not get ready.')
    await pause(100)
  }

  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: { alwaysMatch: { timeouts: { script: PATIENCE } } },
  })
  const session = `/session/${sessionId}`
  const post = (path, body = {}) => send('POST', `${session}/${path}`, body)
  await post('window/rect', { x: 0, y: 0, width, height })
  const element = async (selector) => {
    const script = `return (${reach})(...arguments)`
    const found = await post('execute/sync', { script, args: [selector] })
    return `element/${found[ELEMENT]}`
  }

  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    visit: (url) => post('url', { url }),
    reload: () => post('refresh'),
    async run(work, ...args) {
      const script = `
        const [json, done] = arguments
        Promise.resolve((${work})(...JSON.parse(json))).then(
          (result) => done({ result: JSON.stringify(result ?? null) }),
          (error) => done({ error: String(error) }),
        )`
      const { result, error } = await post('execute/async', {
        script,
        args: [JSON.stringify(args)],
      })
      if (error) throw new Error(error)
      return JSON.parse(result)
    },
    press: async (selector) => post(`${await element(selector)}/click`),
    give: async (selector, files) =>
      post(`${await element(selector)}/value`, { text: files.join('\n') }),
    screenshot: async () => Buffer.from(await send('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await send('DELETE', session)
      await driver.end()
      await screen.end()
    },
  }
}
