// What the tests need before the first of them can run: looked for, and installed where that can be done.
import { existsSync, statSync } from 'node:fs'
import * as mnist from '../mnist.mjs'
import { Failure, installed, run, succeeds, version } from './programs.mjs'

const OLDEST_NODE = [20, 19]
const OLDEST_RUST = [1, 95]

function isOlder([major, minor], [oldestMajor, oldestMinor]) {
  return major === oldestMajor ? minor < oldestMinor : major < oldestMajor
}

export function checkNode() {
  const node = process.versions.node.split('.').map(Number)
  if (isOlder(node, OLDEST_NODE)) {
    throw new Failure(
      `Node ${process.versions.node} is too old: install ${OLDEST_NODE.join('.')} or newer from https://nodejs.org.`,
    )
  }
}

export function checkRust() {
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
    if (!succeeds('cargo', [tool, '--version'])) {
      throw new Failure(`cargo ${tool} is missing: run \`rustup component add rustfmt clippy\`.`)
    }
  }
}

export async function installPackages(out) {
  // npm writes this file last, so that it also tells an installation that was broken off.
  const installed = statSync('node_modules/.package-lock.json', { throwIfNoEntry: false })
  if (!installed || installed.mtimeMs < statSync('package-lock.json').mtimeMs) {
    await run(out, 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  }
}

/** MNIST's folder, for the native tests. */
export async function findMnist(out) {
  process.env.MNIST_DIR = await mnist.findMnist().catch((error) => {
    throw new Failure(error.message)
  })
  out.write(`${process.env.MNIST_DIR}\n`)
}

/** Chromium's path; installs it where that needs no question. */
export async function findChromium(out) {
  process.env.CHROME_PATH = (await givenChromium()) ?? (await installedChromium(out))
  out.write(`${process.env.CHROME_PATH}\n`)
}

function givenChromium() {
  const given = process.env.CHROME_PATH
  if (given && !existsSync(given)) {
    throw new Failure(`CHROME_PATH names ${given}, which does not exist.`)
  }
  return given
}

/**
 * Chromium without its windows, which opens a page in half the time: it runs the browser tests where it
 * is installed or can be, unless CHROME_PATH says with which browser they are to run.
 */
export async function findHeadlessShell(out) {
  if (process.env.HEADLESS_SHELL_PATH || process.env.CHROME_PATH) return
  const find = () => installed('chromium-headless-shell', 'chrome-headless-shell')
  if (!find() && canInstall()) {
    await installByApt(out, 'chromium-headless-shell').catch((error) => {
      out.write(`${error.message} Chromium will do.\n`)
    })
  }
  const found = find()
  if (found) process.env.HEADLESS_SHELL_PATH = found
  out.write(`${found ?? 'none'}\n`)
}

/** Programs of other browsers, and Debian's packages with them. */
const OTHERS = [
  ['firefox-esr', 'firefox-esr'],
  ['WebKitWebDriver', 'webkit2gtk-driver'],
  ['Xvfb', 'xvfb'],
]

/** Installs the other browsers where that needs no question; their tests say what is missing. */
export async function findOtherBrowsers(out) {
  const missing = OTHERS.filter(([program]) => !installed(program))
  if (missing.length === 0 || !canInstall()) return
  await installByApt(out, ...missing.map(([, packageName]) => packageName))
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function installByApt(out, ...packages) {
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  await run(out, 'apt-get', ['update'])
  await run(out, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

async function installedChromium(out) {
  const { chromium } = await import('playwright-core')
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  ]
  const find = () =>
    installed('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    elsewhere.find((path) => existsSync(path))
  if (!find() && canInstall()) {
    await installByApt(out, 'chromium')
  }
  const found = find()
  if (found) return found
  throw new Failure(
    'No Chromium was found: install one with `npx playwright-core install chromium` or ' +
      '`apt-get install chromium`, or set CHROME_PATH.',
  )
}
