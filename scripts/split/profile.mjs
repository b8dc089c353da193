// Which functions of the engine a visit calls, seen in a browser.
import { readFileSync } from 'node:fs'
import { open, openPage } from '../../tests/browser/harness.mjs'
import { MARK, instrument } from './instrument.mjs'

const VISIT = new URL('visit.mjs', import.meta.url)

/** The names of those that a visit calls, on the CPU or on WebGPU; `script` is the module's own. */
export async function profile(bytes, script) {
  const session = await open()
  const put = (path, type, body) => session.put(path, { headers: { 'Content-Type': type }, body })
  put('/pkg/ganvas.js', 'text/javascript', script)
  put('/pkg/ganvas_bg.wasm', 'application/wasm', instrument(bytes))
  put('/visit.js', 'text/javascript', readFileSync(VISIT))
  try {
    const { page } = await openPage(session, '/blank')
    page.setDefaultTimeout(0)
    await page.evaluate(async () => {
      window.ganvas = await import('/pkg/ganvas.js')
      window.marks = await window.ganvas.default({ module_or_path: '/pkg/ganvas_bg.wasm' })
    })
    for (const backend of ['cpu', 'webgpu']) {
      console.error(`Visiting on ${backend}, to see what is called; this takes a while`)
      await page.evaluate(async (backend) => {
        const { visit } = await import('/visit.js')
        await visit(window.ganvas, backend)
      }, backend)
    }
    const names = await page.evaluate((mark) => {
      const isSet = ([name, global]) => name.startsWith(mark) && global.value === 1
      return Object.entries(window.marks)
        .filter(isSet)
        .map(([name]) => name.slice(mark.length))
    }, MARK)
    return new Set(names)
  } finally {
    await session.close()
  }
}
