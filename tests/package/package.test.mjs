// The npm package as others use it: packed, installed into a fresh project, in a real browser.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { bytesOf, open, openPage, serve } from '../browser/harness.mjs'
import { drawnByCommandLine, install, write } from './project.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const MODEL = 'anime-64'
const SEED = 7
const PATIENCE = 60_000

/** As strict as the widget's documentation says that it may be. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
].join('; ')

const TAG = `<ganvas-generator model="${MODEL}" seed="${SEED}" rows="1" columns="1" backend="cpu" loading="eager"></ganvas-generator>`
const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>blog</title><link rel="icon" href="data:,">${body}`

let session, project, site, expected
before(async () => {
  project = install()
  const model = join(project.folder, 'node_modules', 'ganvas', 'models', `${MODEL}.safetensors`)
  const sample = ['--model', model, '--seed', String(SEED), '--count', '1']
  const png = drawnByCommandLine(project.folder, ...sample)
  session = await open()
  site = await serve({
    folders: { '/': project.folder },
    headers: () => ({ 'Content-Security-Policy': POLICY }),
  })
  expected = await pixels(png)
})
after(async () => {
  site?.close()
  await session?.close()
  project?.remove()
})

/** The RGBA bytes of a PNG file. */
async function pixels(png) {
  const { page, close } = await openPage(session, '/blank')
  const found = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes]))
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    return window.base64(context.getImageData(0, 0, image.width, image.height).data)
  }, png.toString('base64'))
  await close()
  return bytesOf(found)
}

/** Rounding may fall to either side between processors, by one level of 255. */
function assertSame(found, what) {
  assert.equal(found.length, expected.length, what)
  const most = found.reduce((most, value, at) => Math.max(most, Math.abs(value - expected[at])), 0)
  assert.ok(most <= 1, `${what}: up to ${most} of 255 away from the command line's picture`)
}

/** What the widget of a page, or of a frame in it, shows once it is ready. */
async function shown(frame) {
  const widget = frame.locator('ganvas-generator')
  await widget.waitFor({ timeout: PATIENCE })
  const bytes = await widget.evaluate(async (widget) => {
    if (widget.state !== 'ready') {
      await new Promise((resolve, reject) => {
        widget.addEventListener('load', resolve)
        widget.addEventListener('error', ({ detail }) => reject(new Error(detail.message)))
      })
    }
    return window.base64(new Uint8Array(await (await widget.toBlob()).arrayBuffer()))
  })
  return await pixels(bytesOf(bytes))
}

async function visit(at, path, look) {
  const { page, complaints, close } = await openPage({ ...session, origin: at.origin }, path)
  page.setDefaultTimeout(PATIENCE)
  try {
    const found = await look(page)
    assert.deepEqual(complaints, [])
    return found
  } finally {
    await close()
  }
}

test('the tarball has what its manifest names, and nothing of the sources', () => {
  const named = ['index.js', 'widget.js', 'embed.html', 'LICENSE-MIT']
  for (const file of [
    ...named,
    'ganvas_cpu_bg.wasm',
    'ganvas_webgpu_bg.wasm',
    'ganvas_webgpu_deferred_bg.wasm',
    'judge-digits.safetensors',
  ]) {
    assert.ok(project.files.includes(file), file)
  }
  assert.ok(project.files.some((file) => file.startsWith('models/') && file.endsWith('.json')))
  const sources = project.files.filter((file) => /(?<!\.d)\.ts$|build\.json/.test(file))
  assert.deepEqual(sources, [])
})

test('where there is no browser, as on a server that makes pages, importing it does nothing', () => {
  const script = `const all = [await import('ganvas'), await import('ganvas/widget')]
    console.log(all.map((each) => typeof (each.openGenerator ?? each.GanvasGenerator)).join())`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: project.folder,
  })
  assert.equal(said.toString().trim(), 'function,function')
})

test('by script tag from a static server, under a strict policy', async () => {
  write(project.folder, {
    'tag.html': page(`<script type="module" src="node_modules/ganvas/widget.js"></script>${TAG}`),
  })
  assertSame(await visit(site, '/tag.html', shown), 'script tag')
})

test('in a frame under a strict policy', async () => {
  const query = `model=${MODEL}&seed=${SEED}&rows=1&columns=1&backend=cpu&loading=eager`
  const frame = `<iframe width="200" height="200" src="node_modules/ganvas/embed.html?${query}">`
  write(project.folder, { 'frame.html': page(`${frame}</iframe>`) })
  const found = await visit(site, '/frame.html', async (page) => {
    await page.frameLocator('iframe').locator('ganvas-generator').waitFor()
    return await shown(page.frames()[1])
  })
  assertSame(found, 'frame')
})

/** What a program does with the package's own interface, on either thread. */
const PROGRAM = `
import { drawOn, openGenerator, resumeTraining, startTraining } from 'ganvas'

async function face(thread) {
  const generator = await openGenerator('${MODEL}', { backend: 'cpu', thread })
  const canvas = document.createElement('canvas')
  drawOn(canvas, await generator.draw(await generator.latents(1, ${SEED})))
  generator.close()
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return window.base64(data)
}

async function training(thread) {
  const options = { recipe: 'dcgan-mnist', data: 'drawn-digits', backend: 'cpu', seed: 3, thread }
  const training = await startTraining(options)
  const reports = await training.next(2)
  const file = await training.save('f32')
  const checkpoint = await training.checkpoint()
  reports.push(...(await training.next(1)))
  training.close()
  const resumed = await resumeTraining(checkpoint, { ...options, name: 'kept' })
  reports.push(...(await resumed.next(1)))
  resumed.close()
  // It calls the engine's second part.
  const rare = await startTraining({ ...options, recipe: 'wgan-32' })
  reports.push(...(await rare.next(1)))
  rare.close()
  const generator = await openGenerator(file, { backend: 'cpu', thread })
  const { step } = generator.header.training
  generator.close()
  return { step, losses: reports.map(({ d_loss, g_loss }) => [d_loss, g_loss]) }
}

window.ganvas = { face, training }
`

test('bundled by Vite: the widget, and faces and a training by program', async () => {
  write(project.folder, {
    'index.html': page(`<script type="module" src="./main.js"></script>${TAG}`),
    'main.js': `import 'ganvas/widget'\n${PROGRAM}`,
  })
  const output = join(project.folder, 'built')
  await build({
    configFile: false,
    root: project.folder,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: output, assetsInlineLimit: 0 },
  })
  const built = await serve({
    folders: { '/': output },
    headers: () => ({ 'Content-Security-Policy': POLICY }),
  })
  try {
    const found = await visit(built, '/', async (page) => {
      const widget = await shown(page)
      const by = (what, thread) =>
        page.evaluate(([what, thread]) => window.ganvas[what](thread), [what, thread])
      return {
        widget,
        faces: [await by('face', 'worker'), await by('face', 'main')],
        trainings: [await by('training', 'worker'), await by('training', 'main')],
      }
    })
    assertSame(found.widget, 'bundled widget')
    const faces = found.faces.map(bytesOf)
    assertSame(faces[0], 'by program in a worker')
    assertSame(faces[1], 'by program on the main thread')
    const [inWorker, onMain] = found.trainings
    assert.equal(inWorker.step, 2)
    assert.equal(inWorker.losses.length, 5)
    assert.deepEqual(inWorker.losses[3], inWorker.losses[2], 'a resumed training goes on')
    assert.deepEqual(inWorker, onMain, 'one seed is one training, on either thread')
  } finally {
    built.close()
  }
})

test('by program from another site', async () => {
  const { page, complaints, close } = await openPage(session, '/blank')
  const cdn = await serve({ folders: { '/': join(project.folder, 'node_modules') } })
  try {
    const found = await page.evaluate(
      async ([origin, model, seed]) => {
        const { openGenerator } = await import(`${origin}/ganvas/index.js`)
        const generator = await openGenerator(model, { backend: 'cpu' })
        const { rgba } = await generator.draw(await generator.latents(1, seed))
        generator.close()
        return window.base64(rgba)
      },
      [cdn.origin, MODEL, SEED],
    )
    assertSame(bytesOf(found), 'from another site')
    assert.deepEqual(complaints, [])
  } finally {
    cdn.close()
    await close()
  }
})

test('its types are found and true, by both ways of resolving', () => {
  write(project.folder, {
    'typed.ts': `
import { drawOn, openGenerator, startTraining, type Grid, type StepReport } from 'ganvas'
import { configure, type GanvasGenerator } from 'ganvas/widget'

export async function use(canvas: HTMLCanvasElement): Promise<[Grid, StepReport[]]> {
  const generator = await openGenerator(new URL('https://example.org/a.safetensors'))
  const grid = await generator.draw(await generator.latents(4, 1), { columns: 2 })
  drawOn(canvas, grid)
  const training = await startTraining({ recipe: 'mlp-gan', thread: 'main' })
  configure({ models: { mine: 'mine.safetensors' } })
  const widget: GanvasGenerator = document.createElement('ganvas-generator')
  widget.columns = 3
  await widget.sample()
  // @ts-expect-error: no such backend
  await openGenerator('anime-64', { backend: 'cuda' })
  return [grid, await training.next(1)]
}
`,
  })
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const common = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable']
  for (const how of [
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
    ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  ]) {
    const flags = [...common, ...how, 'typed.ts']
    assert.doesNotThrow(() =>
      execFileSync(process.execPath, [compiler, ...flags], {
        cwd: project.folder,
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    )
  }
})
