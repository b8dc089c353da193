// What Ganvas is built upon asks for no more than deny.toml allows.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rules = readFileSync(`${root}deny.toml`, 'utf8')

const [, list] = /^allow = \[([^\]]*)\]/m.exec(rules)
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, licence]) => licence))
const exceptions = [...rules.matchAll(/allow = \["([^"]+)"\], crate = "([^"]+)"/g)].map(
  ([, licence, crate]) => `${crate}: ${licence}`,
)
const clarified = new Map(
  [...rules.matchAll(/crate = "([^"]+)"\nexpression = "([^"]+)"/g)].map(([, ...pair]) => pair),
)

/** Whether a licence, or a choice or a sum of them, is allowed. */
function isAllowed(expression) {
  const every = expression.split(' AND ')
  // A choice inside of a sum stands in brackets.
  return every.every((part) =>
    part
      .replace(/^\(|\)$/g, '')
      .split(/ OR | ?\/ ?/)
      .some((licence) => allowed.has(licence)),
  )
}

test('licences are taken apart', () => {
  for (const fine of ['MIT', 'MIT/Apache-2.0', 'LGPL-2.1-or-later OR MIT', '(MIT OR X) AND NCSA']) {
    assert.ok(isAllowed(fine), fine)
  }
  for (const other of ['GPL-3.0-only', 'MIT AND GPL-2.0-only', '(MIT OR X) AND AGPL-3.0', '']) {
    assert.ok(!isAllowed(other), other)
  }
})

/** All crates, or null where some are missing: cargo fetches what it builds, which need not be all of them. */
function crates(context) {
  const flags = ['metadata', '--format-version', '1', '--locked', '--offline']
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e9 }
  const { status, stdout, stderr } = spawnSync('cargo', flags, options)
  if (status === 0) return JSON.parse(stdout).packages
  context.skip(`cargo metadata: ${stderr?.trim().split('\n').at(-1)}`)
  return null
}

test('every Rust crate has a licence that is allowed', (context) => {
  const packages = crates(context)
  if (!packages) return
  assert.ok(packages.length > 100)
  const wrong = packages
    .map(({ name, license }) => [name, license ?? clarified.get(name) ?? ''])
    .filter(([name, licence]) => !isAllowed(licence) && !exceptions.includes(`${name}: ${licence}`))
  assert.deepEqual(wrong, [])
})

test('every npm package has a licence that is allowed', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  // Vite's compressor of style sheets runs while building, axe while testing: nothing of them is handed on.
  const isBuildOnly = (path) => /node_modules\/(lightningcss|axe-core)/.test(path)
  const wrong = Object.entries(packages)
    .filter(([path, { license = '' }]) => !isAllowed(license) && !isBuildOnly(path))
    .map(([path, { license }]) => [path, license])
  assert.deepEqual(wrong, [])
})

test('cargo deny agrees', (context) => {
  if (spawnSync('cargo', ['deny', '--version']).status !== 0) {
    context.skip('cargo-deny is not installed: `cargo install cargo-deny`')
    return
  }
  if (!crates(context)) return
  const checks = ['licenses', 'bans', 'sources']
  const { status, stderr } = spawnSync('cargo', ['deny', '--offline', 'check', ...checks], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
})
