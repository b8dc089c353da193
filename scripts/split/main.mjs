// Splits the engine for WebGPU in a folder with its bindings: see split.mjs. With --whole it is left in one piece,
// and only the script is told what it needs to know either way.
//
//   node scripts/split/main.mjs FOLDER [--whole]
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { profile } from './profile.mjs'
import { LOADER, split } from './split.mjs'

const PLACE_DEFERRED = `
/**
 * Says where the second part of the engine lies, \`ganvas_webgpu_deferred_bg.wasm\`, if not beside this script.
 * It is fetched when something of it is called.
 */
export function placeDeferred(address: string): void;
`

const [folder, option] = process.argv.slice(2)
const inFolder = (name) => path.join(folder, name)
const bytes = readFileSync(inFolder('ganvas_webgpu_bg.wasm'))
const script = readFileSync(inFolder('ganvas_webgpu.js'), 'utf8')

if (option !== '--whole') {
  const { first, second } = split(bytes, await profile(bytes, script))
  writeFileSync(inFolder('ganvas_webgpu_bg.wasm'), first)
  writeFileSync(inFolder('ganvas_webgpu_deferred_bg.wasm'), second)
  console.error(`${bytes.length} bytes became ${first.length} and, for later, ${second.length}`)
}
writeFileSync(inFolder('ganvas_webgpu.js'), withLoader(script))
const types = readFileSync(inFolder('ganvas_webgpu.d.ts'), 'utf8')
writeFileSync(inFolder('ganvas_webgpu.d.ts'), types + PLACE_DEFERRED)

/** The script of the bindings, which hands the loader to the module. */
function withLoader(script) {
  const loader = readFileSync(new URL('loader.js', import.meta.url), 'utf8')
  const imports = /(function __wbg_get_imports\(\) \{\s*const import0 = \{\s*__proto__: null,\n)/
  const withImport = replaced(script, imports, `${loader}\n$1        ${LOADER.base},\n`)
  return replaced(withImport, /export \{ initSync,/, 'export { initSync, placeDeferred,')
}

function replaced(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`ganvas_webgpu.js has nothing like ${pattern}.`)
  return text.replace(pattern, replacement)
}
