// Firefox by WebDriver BiDi, which it speaks itself.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed } from '../../scripts/test/programs.mjs'
import { connect } from './bidi.mjs'
import { reach } from './in-page.mjs'
import { started } from './programs.mjs'

export const name = 'Firefox'
export const wanted = 'firefox-esr or firefox'
export const find = () => installed('firefox-esr', 'firefox')

/**
 * As people have it: Firefox’s own settings for tests let pages from disk read other files. Files can be
 * given to a page, and there is no first visit.
 */
const SETTINGS = `
user_pref('remote.prefs.recommended', false);
user_pref('dom.file.createInChild', true);
user_pref('browser.shell.checkDefaultBrowser', false);
user_pref('browser.aboutwelcome.enabled', false);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('app.normandy.enabled', false);
user_pref('app.update.enabled', false);
`

export async function open({ width, height }) {
  const profile = await mkdtemp(join(tmpdir(), 'ganvas-firefox-'))
  await writeFile(join(profile, 'user.js'), SETTINGS)
  const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const program = await started(find(), flags, { wanted: /BiDi listening on (ws:\S+)/ })
  const bidi = await connect(`${program.found[1]}/session`)
  const { capabilities } = await bidi.send('session.new', { capabilities: {} })
  const { context } = await bidi.send('browsingContext.create', { type: 'tab' })
  await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })

  async function call(functionDeclaration, args = []) {
    const { type, result, exceptionDetails } = await bidi.send('script.callFunction', {
      functionDeclaration,
      awaitPromise: true,
      target: { context },
      arguments: args.map((value) => ({ type: 'string', value })),
      userActivation: true,
    })
    if (type === 'exception') throw new Error(exceptionDetails.text)
    return result
  }
  const element = async (selector) => {
    const { sharedId } = await call(String(reach), [selector])
    return { sharedId }
  }

  return {
    version: `Firefox ${capabilities.browserVersion}`,
    visit: (url) => bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => bidi.send('browsingContext.reload', { context, wait: 'complete' }),
    async run(work, ...args) {
      const json = JSON.stringify(args)
      const { value } = await call(
        `async (json) => JSON.stringify((await (${work})(...JSON.parse(json))) ?? null)`,
        [json],
      )
      return JSON.parse(value)
    },
    async press(selector) {
      const origin = { type: 'element', element: await element(selector) }
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      const mouse = { type: 'pointer', id: 'mouse', actions }
      await bidi.send('input.performActions', { context, actions: [mouse] })
    },
    async give(selector, files) {
      await bidi.send('input.setFiles', { context, element: await element(selector), files })
    },
    async screenshot() {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
    async close() {
      bidi.close()
      await program.end()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
