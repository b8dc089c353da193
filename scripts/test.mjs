// Every test of Ganvas, from a bare checkout: sets up what is missing, stops at the first failure.
//
//   npm test                     everything
//   npm test -- --only native    one part: native, page or browser
//   npm test -- --ci             what .ci/run adds: the crate for wasm32, and a fresh clone

import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findExcess } from './bench/size.mjs'
import { cache } from './cache.mjs'
import { findCargoDeny } from './test/cargo-deny.mjs'
import { Failure, run, stopAll } from './test/programs.mjs'
import {
  checkNode,
  checkRust,
  findChromium,
  findHeadlessShell,
  findMnist,
  findOtherBrowsers,
  installPackages,
} from './test/setup.mjs'
import { asTable, runLanes } from './test/stages.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

const PARTS = ['native', 'page', 'browser']
const SLOWEST = 15

// Builds stay outside the checkout, in the same cache as xtask's.
process.env.CARGO_TARGET_DIR ||= path.join(cache, 'native')
const inCi = Boolean(process.env.CI)
// CI builds a commit once, and nobody debugs it there: what is made for that would only take time.
if (inCi) {
  process.env.CARGO_INCREMENTAL ??= '0'
  process.env.CARGO_PROFILE_TEST_DEBUG ??= 'false'
}

const xtask = (command) => ['run', '--release', '--package', 'xtask', '--', command]

/** Checks, and if that fails mends it; in CI it says what would. */
async function checkOrMend(out, check, mend, advice) {
  try {
    await run(out, ...check)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (inCi) throw new Failure(advice)
    await run(out, ...mend)
  }
}

const checkPackage = (out) =>
  checkOrMend(
    out,
    ['cargo', xtask('hash')],
    ['cargo', xtask('build')],
    'pkg/ was not built from these sources: run `npm run build:wasm` and commit pkg/.',
  )

const checkPackageScripts = (out) =>
  checkOrMend(
    out,
    [process.execPath, ['scripts/package/main.mjs', '--check']],
    [process.execPath, ['scripts/package/main.mjs']],
    'Run `npm run build:package` and commit pkg/.',
  )

async function checkSize() {
  const complaints = await findExcess()
  if (complaints.length > 0) throw new Failure(complaints.join('\n'))
}

async function testRust(out) {
  await run(out, 'cargo', ['test', '--workspace', '--exclude', 'xtask'])
  // In release, as it is run below: its dependencies then are built only once.
  await run(out, 'cargo', ['test', '--release', '--package', 'xtask'])
}

/** Tests by Node, and how long each of them took. */
const durations = []
async function testByNode(out, ...files) {
  const list = path.join(cache, `durations-${process.pid}.jsonl`)
  const reporters = [
    ...['--test-reporter', process.stdout.isTTY ? 'spec' : 'tap'],
    ...['--test-reporter-destination', 'stdout'],
    ...['--test-reporter', './scripts/test/durations.mjs', '--test-reporter-destination', list],
  ]
  try {
    await run(out, process.execPath, [...reporters, 'tests/together.mjs', ...files])
    const lines = readFileSync(list, 'utf8').trim().split('\n')
    durations.push(...lines.map((line) => JSON.parse(line)))
  } finally {
    rmSync(list, { force: true })
  }
}

// Each is a title, the parts that need it, and what it does.
const SETUP = [
  ['Node', PARTS, checkNode],
  ['Rust', ['native', 'browser'], checkRust],
  ['npm packages', PARTS, installPackages],
  ['cargo deny', ['page'], findCargoDeny],
  ['MNIST', PARTS, findMnist],
  // Before Chromium: what is given as CHROME_PATH is to run everything.
  ['Headless shell of Chromium', ['browser'], findHeadlessShell],
  ['Chromium', ['browser'], findChromium],
  ['Firefox and WebKitGTK', ['browser'], findOtherBrowsers],
]

/** Before anything uses pkg/, because it may have to be built. */
const PACKAGE = [
  ['pkg/ belongs to the sources', ['native', 'browser'], checkPackage],
  ["pkg/'s scripts belong to the sources", ['page', 'browser'], checkPackageScripts],
  ['pkg/ is within its size', ['browser'], checkSize],
]

/** What needs Rust. */
const NATIVE = [
  ['Rust formatting', ['native'], (out) => run(out, 'cargo', ['fmt', '--all', '--check'])],
  [
    'Rust lints',
    ['native'],
    (out) => run(out, 'cargo', ['clippy', '--workspace', '--all-targets', '--', '-D', 'warnings']),
  ],
  ['Rust tests', ['native'], testRust],
  ['The crate checks for wasm32', ['ci'], (out) => run(out, 'cargo', xtask('check-wasm'))],
]

/** What needs Node and browsers, beside it. */
const PAGE = [
  ['Types, lints and formatting of the page', ['page'], (out) => run(out, 'npm', ['run', 'check'])],
  ['The page builds', ['page', 'browser'], (out) => run(out, 'npm', ['run', 'build'])],
  [
    "Tests of the scripts, and of the page's modules",
    ['page'],
    (out) => testByNode(out, 'tests/scripts', 'tests/modules'),
  ],
  ['Browser tests', ['browser'], (out) => testByNode(out, 'tests/browser')],
]

/** By itself: whole browsers beside a compiler on few cores are slow beyond what people wait for. */
const BROWSERS = [
  ['Tests in three browsers', ['browser'], (out) => testByNode(out, 'tests/browsers')],
]

/** What needs both. */
const LAST = [
  ['Tests of the npm package', ['browser'], (out) => testByNode(out, 'tests/package')],
  ['The benchmark runs', ['browser'], (out) => run(out, 'npm', ['run', 'bench', '--', '--quick'])],
]

/** What `.ci/run` adds beside that, and the check for wasm32. */
const CI = [
  ['A fresh clone', ['ci'], (out) => run(out, process.execPath, ['scripts/test/clone.mjs'])],
]

// They are groups of their own, which a terminal does not end.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopAll()
    process.exit(1)
  })
}

async function main() {
  const { only, ci } = parseArgs({
    options: { only: { type: 'string' }, ci: { type: 'boolean', default: false } },
  }).values
  if (only !== undefined && !PARTS.includes(only)) {
    throw new Failure(`--only takes ${PARTS.join(', ')}; found ${only}.`)
  }
  const isWanted = ([, parts]) =>
    parts.includes('ci') ? ci : only === undefined || parts.includes(only)
  const lane = (stages) => stages.filter(isWanted).map(([title, , work]) => [title, work])
  const times = []
  for (const lanes of [[SETUP], [PACKAGE], [NATIVE, PAGE], [BROWSERS], [LAST, CI]]) {
    const wanted = lanes.map(lane).filter((stages) => stages.length > 0)
    times.push(...(await runLanes(wanted)))
  }
  durations.sort(([, one], [, other]) => other - one)
  if (durations.length > 0) {
    console.log(`\nThe slowest tests:\n${asTable(durations.slice(0, SLOWEST))}`)
  }
  console.log(`\nEvery part:\n${asTable(times)}`)
  console.log(`\nAll passed, in ${(performance.now() / 1000).toFixed(1)} s.`)
}

main().catch((error) => {
  console.error(error instanceof Failure ? `\nFAILED: ${error.message}` : error)
  process.exitCode = 1
})
