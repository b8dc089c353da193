// The runtime alone, as a page that shows a generator has it: from the bytes to the first image, and
// one image after another.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { open, openPage } from '../../tests/browser/harness.mjs'
import { root, say } from './programs.mjs'
import { table, written } from './statistics.mjs'

const MODEL = 'drawn-faces-64'
/** The shipped file: the harness serves only what is built. */
const FILE = path.join(root, `www/public/models/${MODEL}.safetensors`)
/** Most milliseconds to the first image, and least images a second, that are wanted. */
const [MOST, LEAST] = [300, 30]

export async function measureRuntime({ repetitions, budget }) {
  const rows = []
  for (let turn = 1; turn <= repetitions; turn += 1) {
    const row = await drawInTab(budget)
    say(
      `Runtime, ${turn} of ${repetitions}: ${written([row.first])} ms, ${written([row.frames])} a second`,
    )
    rows.push(row)
  }
  return { model: MODEL, wanted: { first: MOST, frames: LEAST }, rows }
}

/** In a fresh browser, so that nothing is compiled already. */
async function drawInTab(budget) {
  const session = await open()
  try {
    const { page } = await openPage(session, '/blank', (page) =>
      page.route('**/model', (route) => route.fulfill({ body: readFileSync(FILE) })),
    )
    page.setDefaultTimeout(0)
    return await page.evaluate(async (budget) => {
      const bytes = async (address) => (await fetch(address)).arrayBuffer()
      const { initSync, Generator } = await import('/pkg/ganvas_runtime.js')
      const [code, file] = [await bytes('/pkg/ganvas_runtime_bg.wasm'), await bytes('/model')]
      const since = performance.now()
      initSync({ module: await WebAssembly.compile(code) })
      const compiled = performance.now()
      const generator = Generator.open('the model', new Uint8Array(file))
      const opened = performance.now()
      const { width, height } = JSON.parse(generator.header()).image
      const context = new OffscreenCanvas(width, height).getContext('2d')
      const draw = (seed) => {
        const grid = generator.draw(generator.latents(1, seed), new Float32Array(0), 1)
        context.putImageData(new ImageData(grid.rgba(), width, height), 0, 0)
        grid.free()
      }
      draw(0)
      const drawn = performance.now()
      const frames = (milliseconds) => {
        const since = performance.now()
        let seed = 0
        while (performance.now() - since < milliseconds) draw((seed += 1))
        return (1000 * seed) / (performance.now() - since)
      }
      frames(budget)
      return {
        compile: compiled - since,
        open: opened - compiled,
        draw: drawn - opened,
        first: drawn - since,
        frames: frames(budget),
      }
    }, budget)
  } finally {
    await session.close()
  }
}

export function reportRuntime({ model, wanted, rows }) {
  const columns = {
    compile: 'compiled, ms',
    open: 'opened, ms',
    draw: 'drawn, ms',
    first: `first image, ms (${wanted.first} at most)`,
    frames: `one at a time, a second (${wanted.frames} at least)`,
  }
  const values = Object.keys(columns).map((key) => written(rows.map((row) => row[key])))
  console.log(
    `\n${table([
      ['The runtime alone, tab', ...Object.values(columns)],
      [model, ...values],
    ])}`,
  )
}
