// Every test of Ganvas, from a bare checkout: sets up what is missing, stops at the first failure.
//
//   npm test                     everything
//   npm test -- --only native    one part: native, page or browser

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findExcess } from './bench/size.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

const OLDEST_NODE = [20, 19]
const OLDEST_RUST = [1, 95]
const PARTS = ['native', 'page', 'browser']

// Builds stay outside the checkout, in the same cache as xtask's.
const cache = process.env.XDG_CACHE_HOME
  ? path.join(process.env.XDG_CACHE_HOME, 'ganvas')
  : path.join(homedir(), '.cache', 'ganvas')
process.env.CARGO_TARGET_DIR ||= path.resolve(process.env.GANVAS_CACHE || cache, 'native')
process.env.MNIST_DIR = path.resolve(process.env.MNIST_DIR || '../shared/data/mnist')
const inCi = Boolean(process.env.CI)

/** A failure that a sentence explains: no stack wanted. */
class Failure extends Error {}

/** Runs a program with its output on the terminal. */
function run(program, ...args) {
  console.log(`$ ${[program, ...args].join(' ')}`)
  if (!start(program, args)) throw new Failure(`${program} ${args.join(' ')} failed.`)
}

/** Whether a program ran and succeeded. */
function start(program, args, stdio = 'inherit') {
  // On Windows npm is a script that only a shell can start.
  const shell = process.platform === 'win32' && program === 'npm'
  return spawnSync(program, args, { stdio, shell }).status === 0
}

/** The first version number, as [major, minor], that `program --version` prints. */
function version(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const found = /(\d+)\.(\d+)/.exec(stdout ?? '')
  return found && [Number(found[1]), Number(found[2])]
}

function isOlder([major, minor], [oldestMajor, oldestMinor]) {
  return major === oldestMajor ? minor < oldestMinor : major < oldestMajor
}

function checkNode() {
  const node = process.versions.node.split('.').map(Number)
  if (isOlder(node, OLDEST_NODE)) {
    throw new Failure(
      `Node ${process.versions.node} is too old: install ${OLDEST_NODE.join('.')} or newer from https://nodejs.org.`,
    )
  }
}

function checkRust() {
  for (const program of ['cargo', 'rustc']) {
    const found = version(program)
    const wanted = OLDEST_RUST.join('.')
    if (!found) {
      throw new Failure(
        `${program} is missing: install Rust ${wanted} or newer from https://rustup.rs.`,
      )
    }
    if (isOlder(found, OLDEST_RUST)) {
      throw new Failure(
        `${program} ${found.join('.')} is too old: ${wanted} or newer is wanted; run \`rustup update stable\`.`,
      )
    }
  }
  for (const tool of ['fmt', 'clippy']) {
    if (!start('cargo', [tool, '--version'], 'ignore')) {
      throw new Failure(`cargo ${tool} is missing: run \`rustup component add rustfmt clippy\`.`)
    }
  }
}

function installPackages() {
  // npm writes this file last, so that it also tells an installation that was broken off.
  const installed = statSync('node_modules/.package-lock.json', { throwIfNoEntry: false })
  if (!installed || installed.mtimeMs < statSync('package-lock.json').mtimeMs) {
    run('npm', 'ci', '--no-audit', '--no-fund')
  }
}

/** Installs the other browsers where that needs no question; their tests say what is missing. */
function findOtherBrowsers() {
  const inPath = (name) =>
    (process.env.PATH ?? '').split(path.delimiter).some((at) => existsSync(path.join(at, name)))
  const programs = {
    'firefox-esr': 'firefox-esr',
    WebKitWebDriver: 'webkit2gtk-driver',
    Xvfb: 'xvfb',
  }
  const missing = Object.keys(programs).filter((program) => !inPath(program))
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  run('apt-get', 'update')
  run(
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    ...missing.map((each) => programs[each]),
  )
}

/** Chromium's path; installs it where that needs no question. */
async function findChromium() {
  const given = process.env.CHROME_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Failure(`CHROME_PATH names ${given}, which does not exist.`)
  }
  const { chromium } = await import('playwright-core')
  const candidates = [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
      (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  ]
  const find = () => candidates.find((candidate) => existsSync(candidate))
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    run('apt-get', 'update')
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')
  }
  const found = find()
  if (found) return found
  throw new Failure(
    'No Chromium was found: install one with `npx playwright-core install chromium` or ' +
      '`apt-get install chromium`, or set CHROME_PATH.',
  )
}

const xtask = (command) => ['run', '--release', '--package', 'xtask', '--', command]

function checkPackage() {
  if (start('cargo', xtask('hash'))) return
  if (inCi) {
    throw new Failure(
      'pkg/ was not built from these sources: run `npm run build:wasm` and commit pkg/.',
    )
  }
  run('cargo', ...xtask('build'))
}

function checkPackageScripts() {
  const script = 'scripts/package/main.mjs'
  if (start(process.execPath, [script, '--check'])) return
  if (inCi) throw new Failure('Run `npm run build:package` and commit pkg/.')
  run(process.execPath, script)
}

function checkSize() {
  const complaints = findExcess()
  if (complaints.length > 0) throw new Failure(complaints.join('\n'))
}

function runBrowserTests(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const files = names.filter((name) => name.endsWith('.test.mjs')).sort()
  if (files.length === 0) throw new Failure(`${folder} holds no test: there must be some.`)
  // One browser at a time: a second one would slow down what the first one measures.
  const paths = files.map((name) => `${folder}/${name}`)
  run(process.execPath, '--test', '--test-concurrency=1', ...paths)
}

/** Title, the parts that need it, what it does. */
const stages = [
  ['Node', PARTS, checkNode],
  ['Rust', ['native', 'browser'], checkRust],
  ['npm packages', PARTS, installPackages],
  [
    'Chromium',
    ['browser'],
    async () => {
      process.env.CHROME_PATH = await findChromium()
      console.log(process.env.CHROME_PATH)
    },
  ],
  ['Firefox and WebKitGTK', ['browser'], findOtherBrowsers],
  ['Rust formatting', ['native'], () => run('cargo', 'fmt', '--all', '--check')],
  [
    'Rust lints',
    ['native'],
    () => run('cargo', 'clippy', '--workspace', '--all-targets', '--', '-D', 'warnings'),
  ],
  [
    'Rust tests',
    ['native'],
    () => {
      run('cargo', 'test', '--workspace', '--exclude', 'xtask')
      // In release, as it is run below: its dependencies then are built only once.
      run('cargo', 'test', '--release', '--package', 'xtask')
    },
  ],
  ['pkg/ belongs to the sources', ['native', 'browser'], checkPackage],
  ["pkg/'s scripts belong to the sources", ['page', 'browser'], checkPackageScripts],
  ['pkg/ is within its size', ['browser'], checkSize],
  ['Types, lints and formatting of the page', ['page'], () => run('npm', 'run', 'check')],
  ['The page builds', ['page', 'browser'], () => run('npm', 'run', 'build')],
  ['Browser tests', ['browser'], () => runBrowserTests('tests/browser')],
  ['Tests in three browsers', ['browser'], () => runBrowserTests('tests/browsers')],
  ['Tests of the npm package', ['browser'], () => runBrowserTests('tests/package')],
  ['The benchmark runs', ['browser'], () => run('npm', 'run', 'bench', '--', '--quick')],
]

async function main() {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  if (only !== undefined && !PARTS.includes(only)) {
    throw new Failure(`--only takes ${PARTS.join(', ')}; found ${only}.`)
  }
  const wanted = stages.filter(([, parts]) => only === undefined || parts.includes(only))
  const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)
  for (const [position, [title, , stage]] of wanted.entries()) {
    console.log(`\n=== ${position + 1}/${wanted.length} ${title}`)
    const since = performance.now()
    try {
      await stage()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      throw new Failure(`${title}, after ${seconds(since)} s: ${error.message}`)
    }
    console.log(`=== ${title}: ${seconds(since)} s`)
  }
  console.log(`\nAll passed, in ${seconds(0)} s.`)
}

main().catch((error) => {
  console.error(error instanceof Failure ? `\nFAILED: ${error.message}` : error)
  process.exitCode = 1
})
