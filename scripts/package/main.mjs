// The scripts, types and models of the npm package, into pkg/ beside the engine's modules.
//
//   node scripts/package/main.mjs            writes them
//   node scripts/package/main.mjs --check    says whether pkg/ holds what the sources make

import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { writeEmbed } from './embed.mjs'
import { writeManifest } from './manifest.mjs'
import { writeTypes } from './types.mjs'
import { buildWidget } from '../widget.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PACKAGE = path.join(root, 'pkg')
const MODELS = path.join(root, 'www', 'public', 'models')
const CLASSIFIER = 'judge-digits.safetensors'

/** Everything that is made here, in an empty folder. */
async function make(folder) {
  await bundle(root, folder)
  await buildWidget(folder, { flat: true })
  await writeTypes(root, path.join(folder, 'types'))
  await cp(MODELS, path.join(folder, 'models'), { recursive: true })
  await copyFile(path.join(root, 'www', 'src', 'engine', CLASSIFIER), path.join(folder, CLASSIFIER))
  await copyFile(new URL('README.md', import.meta.url), path.join(folder, 'README.md'))
  await writeEmbed(root, folder)
  await writeManifest(root, folder)
}

/** The files below a folder, with `/` on every system. */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile())
  const relative = (entry) => path.relative(folder, path.join(entry.parentPath, entry.name))
  return names.map((entry) => relative(entry).split(path.sep).join('/')).sort()
}

/** Whether two files say the same; line endings may be checked out differently. */
async function isSame(one, other) {
  const [a, b] = await Promise.all([one, other].map((file) => readFile(file).catch(() => null)))
  if (!a || !b) return false
  const unix = (bytes) => bytes.toString('latin1').replaceAll('\r\n', '\n')
  return a.equals(b) || unix(a) === unix(b)
}

async function check(made) {
  for (const file of await files(made)) {
    if (await isSame(path.join(made, file), path.join(PACKAGE, file))) continue
    throw new Error(`pkg/${file} is not what the sources make: run \`npm run build:package\`.`)
  }
  console.log("pkg/'s scripts, types and models are up to date with the sources.")
}

async function write(made) {
  for (const folder of ['types', 'models']) {
    await rm(path.join(PACKAGE, folder), { recursive: true, force: true })
  }
  await mkdir(PACKAGE, { recursive: true })
  // Their names change with what is shared.
  const shared = (await readdir(PACKAGE)).filter((name) => /^shared-.*\.js$/.test(name))
  for (const name of shared) await rm(path.join(PACKAGE, name))
  await cp(made, PACKAGE, { recursive: true })
  console.log(`Wrote ${(await files(made)).length} files to pkg/.`)
}

const { values } = parseArgs({ options: { check: { type: 'boolean' } } })
const made = await mkdtemp(path.join(tmpdir(), 'ganvas-package-'))
try {
  await make(made)
  await (values.check ? check(made) : write(made))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  await rm(made, { recursive: true, force: true })
}
