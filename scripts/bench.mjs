// How long a training step takes, in the tab and out of it, beside TensorFlow.js. Not a test.
//
//   npm run bench                everything: builds the native program, sets up the peer
//   npm run bench -- --quick     the small size, once, with what is there already: under a minute
//   npm run bench -- --json      the measurements as JSON instead of a table
//
// The peer is a folder with a package whose `run.mjs webgpu WIDTH BATCH STEPS` prints one line of
// JSON: ../shared/bench/tfjs, or GANVAS_TFJS_BENCH. Without it the bench goes on alone.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { cpus, homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { open, openEngine } from '../tests/browser/harness.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

const RECIPE = 'dcgan-mnist'
const SIZES = [
  { width: 8, batch: 16 },
  { width: 32, batch: 64 },
]
/**
 * What the measured steps should last together, and before them those that warm up: a browser
 * first runs wasm as it comes, and optimises it while it runs.
 */
const MILLISECONDS = 4000
const [FEWEST_STEPS, MOST_STEPS] = [3, 100]

const { quick, json } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
}).values
const repetitions = quick ? 1 : 3
const cache = path.resolve(
  process.env.GANVAS_CACHE ||
    path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'ganvas'),
)
const target = process.env.CARGO_TARGET_DIR || path.join(cache, 'native')

const say = (line) => console.error(line)

/** Runs a program and returns what it printed; its complaints go to the terminal. */
function run(program, args, options = {}) {
  const shell = process.platform === 'win32' && program === 'npm'
  const { status, stdout, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
    shell,
    ...options,
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed. ${error?.message ?? ''}`)
  return stdout
}

/** Trains in a tab of a fresh browser, so that no shader is there already. */
async function inTab(backend, size) {
  const session = await open()
  try {
    const { page } = await openEngine(session)
    page.setDefaultTimeout(0)
    return await page.evaluate(
      async ({ backend, size, recipe, budget, least, most }) => {
        const counts = { dispatches: 0, submits: 0 }
        const count = (type, methods, name) => {
          for (const method of type ? methods : []) {
            const real = type.prototype[method]
            type.prototype[method] = function (...args) {
              counts[name] += 1
              return real.apply(this, args)
            }
          }
        }
        const compute = ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect']
        count(window.GPUComputePassEncoder, compute, 'dispatches')
        count(window.GPUQueue, ['submit'], 'submits')

        const preset = JSON.parse(window.ganvas.presets()).find(({ name }) => name === recipe)
        const opened = await window.ganvas.Backend.open(backend)
        const training = window.ganvas.Training.create(
          opened,
          JSON.stringify({ ...preset, ...size }),
          window.ganvas.DataSet.drawnDigits(0),
          1,
        )
        const timed = async (steps) => {
          const since = performance.now()
          const reports = JSON.parse(await training.next(steps))
          const { d_loss, g_loss } = reports.at(-1)
          if (!Number.isFinite(d_loss + g_loss)) throw new Error(`Losses ${d_loss}, ${g_loss}`)
          return performance.now() - since
        }
        const first = await timed(1)
        let estimate = await timed(1)
        for (let spent = estimate; spent < budget; spent += estimate) estimate = await timed(1)
        const steps = Math.max(least, Math.min(most, Math.round(budget / estimate)))
        counts.dispatches = counts.submits = 0
        const milliseconds = (await timed(steps)) / steps
        const gpu = backend === 'webgpu'
        return {
          steps,
          first,
          milliseconds,
          dispatches: gpu ? counts.dispatches / steps : null,
          submits: gpu ? counts.submits / steps : null,
          device: opened.adapter,
        }
      },
      {
        backend,
        size,
        recipe: RECIPE,
        budget: quick ? MILLISECONDS / 2 : MILLISECONDS,
        least: FEWEST_STEPS,
        most: MOST_STEPS,
      },
    )
  } finally {
    await session.close()
  }
}

/** The program of the command line, built unless in a hurry; null where there is none. */
function nativeProgram() {
  if (!quick) {
    say('Building the native program.')
    run('cargo', ['build', '--release', '--quiet', '--bin', 'ganvas'], {
      env: { ...process.env, CARGO_TARGET_DIR: target },
    })
  }
  const program = path.join(
    target,
    'release',
    process.platform === 'win32' ? 'ganvas.exe' : 'ganvas',
  )
  if (existsSync(program)) return program
  say('The native program is not built: left out. `npm run bench` without --quick builds it.')
  return null
}

function natively(program, { width, batch }) {
  // The log has the time of every tenth step; the first ten warm up.
  const [warmUp, steps] = [10, width > 16 ? 40 : 210]
  const folder = mkdtempSync(path.join(tmpdir(), 'ganvas-bench-'))
  try {
    run(
      program,
      [
        ...['train', '--recipe', RECIPE, '--data', 'drawn-digits', '--sample-every', '0'],
        ...['--steps', steps, '--width', width, '--batch', batch, '--out', folder].map(String),
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const lines = readFileSync(path.join(folder, 'log.jsonl'), 'utf8').trim().split('\n')
    const seconds = new Map(
      lines.map((line) => JSON.parse(line)).map(({ step, seconds }) => [step, seconds]),
    )
    return {
      steps: steps - warmUp,
      first: null,
      milliseconds: ((seconds.get(steps) - seconds.get(warmUp)) * 1000) / (steps - warmUp),
      dispatches: null,
      submits: null,
      device: `${cpus().length} threads`,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The peer's folder, installed and built outside the checkout; null where there is none. */
function peerFolder() {
  const source = path.resolve(process.env.GANVAS_TFJS_BENCH || '../shared/bench/tfjs')
  if (!existsSync(source)) {
    say(`No peer at ${source}: TensorFlow.js is left out.`)
    return null
  }
  const files = readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  const hash = createHash('sha256')
  for (const name of files) hash.update(name).update(readFileSync(path.join(source, name)))
  const state = hash.digest('hex')
  const folder = path.join(cache, 'tfjs-bench')
  const stamp = path.join(folder, '.ganvas-state')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return folder
  if (quick) {
    say('The peer is not set up: left out. `npm run bench` without --quick sets it up.')
    return null
  }
  say('Setting up the peer, TensorFlow.js.')
  mkdirSync(folder, { recursive: true })
  rmSync(stamp, { force: true })
  for (const name of files) cpSync(path.join(source, name), path.join(folder, name))
  run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  run('npm', ['run', 'build'], { cwd: folder })
  writeFileSync(stamp, state)
  return folder
}

function asPeer(folder, { width, batch }, steps) {
  const printed = run(process.execPath, ['run.mjs', 'webgpu', width, batch, steps].map(String), {
    cwd: folder,
  })
  const { first, ms, dispatches, submits } = JSON.parse(printed.trim().split('\n').at(-1))
  return { steps, first, milliseconds: ms, dispatches, submits, device: 'the same adapter' }
}

/** Median, least and most. */
function spread(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
  return { median, least: sorted[0], most: sorted.at(-1) }
}

const digits = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0))

function written(values) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return '–'
  const { median, least, most } = spread(known)
  const isSpread = digits(least) !== digits(most)
  return isSpread ? `${digits(median)} (${digits(least)}–${digits(most)})` : digits(median)
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const CPU = 'Ganvas, CPU, tab'
const WEBGPU = 'Ganvas, WebGPU, tab'
const PEER = 'TensorFlow.js, WebGPU, tab'
const NATIVE = 'Ganvas, CPU, native'

async function measure(size, program, peer) {
  const results = {}
  const add = (name, result) => {
    say(`  ${name}: ${digits(result.milliseconds)} ms a step`)
    const list = (results[name] ??= [])
    list.push(result)
  }
  // In turns, so that what else the machine does falls on all of them.
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    say(`Width ${size.width}, batch ${size.batch}: ${repetition} of ${repetitions}.`)
    add(CPU, await inTab('cpu', size))
    if (program) add(NATIVE, natively(program, size))
    const webgpu = await inTab('webgpu', size)
    add(WEBGPU, webgpu)
    if (peer) add(PEER, asPeer(peer, size, webgpu.steps))
  }
  return results
}

const ratios = (results) =>
  results[PEER]?.map(({ milliseconds }, at) => milliseconds / results[WEBGPU][at].milliseconds)

function report(size, results) {
  const header = ['', 'ms a step', 'first step, ms', 'dispatches', 'submits', 'on']
  const rows = Object.entries(results).map(([name, list]) => [
    name,
    ...['milliseconds', 'first', 'dispatches', 'submits'].map((key) =>
      written(list.map((result) => result[key])),
    ),
    list[0].device,
  ])
  console.log(`\n${RECIPE}, width ${size.width}, batch ${size.batch}`)
  console.log(table([header, ...rows]))
  const paired = ratios(results)
  if (paired)
    console.log(`TensorFlow.js takes ${written(paired)} times as long as Ganvas on WebGPU.`)
}

const program = nativeProgram()
const peer = peerFolder()
const browser = await open()
const version = browser.browser.version()
await browser.close()
const about = {
  date: new Date().toISOString().slice(0, 10),
  browser: `Chromium ${version}`,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  repetitions,
  package: JSON.parse(readFileSync('pkg/build.json', 'utf8')),
}
const measured = []
for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
  measured.push({ size, results: await measure(size, program, peer) })
}
if (json) {
  const sizes = measured.map(({ size, results }) => ({
    recipe: RECIPE,
    ...size,
    results,
    ratios: ratios(results) ?? null,
  }))
  console.log(JSON.stringify({ ...about, sizes }, null, 2))
} else {
  const built = about.package.dev ? ' The wasm file is a development build: slower.' : ''
  console.log(`\n${about.date}, ${about.browser}, ${about.processor}.${built}`)
  console.log(`Median (least–most) of ${repetitions}; counts are per step.`)
  for (const { size, results } of measured) report(size, results)
}
