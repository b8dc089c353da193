// Splits the engine in a folder with the bindings: see split.mjs.
//
//   node scripts/split/main.mjs FOLDER
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { profile } from './profile.mjs'
import { LOADER, split } from './split.mjs'

const folder = process.argv[2]
const inFolder = (name) => path.join(folder, name)
const bytes = readFileSync(inFolder('ganvas_bg.wasm'))
const script = readFileSync(inFolder('ganvas.js'), 'utf8')

const { first, second } = split(bytes, await profile(bytes, script))
writeFileSync(inFolder('ganvas_bg.wasm'), first)
writeFileSync(inFolder('ganvas_deferred_bg.wasm'), second)
writeFileSync(inFolder('ganvas.js'), withLoader(script))
console.error(`${bytes.length} bytes became ${first.length} and, for later, ${second.length}`)

/** The script of the bindings, which hands the loader to the module. */
function withLoader(script) {
  const imports = /(function __wbg_get_imports\(\) \{\s*const import0 = \{\s*__proto__: null,\n)/
  if (!imports.test(script)) throw new Error('ganvas.js has no list of imports where it is expected.')
  const loader = readFileSync(new URL('loader.js', import.meta.url), 'utf8')
  return script.replace(imports, `${loader}\n$1        ${LOADER.base},\n`)
}
