// What the built page fetches on a cold visit until Play shows its first face, beside the generator.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './programs.mjs'

const SITE = path.join(root, 'dist')

/** What it is called in the table of sizes and in its budget. */
export const FIRST_FACE = 'first face of a cold visit'

/** Scripts and styles that a page names, and modules that a script imports before it runs. */
const NAMED = [
  /<script[^>]*\ssrc="\.\/([^"]+)"/g,
  /<link[^>]*\srel="(?:stylesheet|modulepreload)"[^>]*\shref="\.\/([^"]+)"/g,
]
const IMPORTED = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

/**
 * The files as [name, content]; null where there is no built page. A test compares the names with what a
 * browser fetches.
 */
export function firstFaceFiles() {
  if (!existsSync(path.join(SITE, 'index.html'))) return null
  const read = (name) => readFileSync(path.join(SITE, name))
  const page = read('index.html')
  const names = NAMED.flatMap((pattern) =>
    [...page.toString().matchAll(pattern)].map(([, name]) => name),
  )
  for (const name of names.filter((name) => name.endsWith('.js'))) {
    for (const [, imported] of read(name).toString().matchAll(IMPORTED)) {
      const beside = path.posix.join(path.posix.dirname(name), imported)
      if (!names.includes(beside)) names.push(beside)
    }
  }
  const assets = readdirSync(path.join(SITE, 'assets')).map((name) => `assets/${name}`)
  const runtime = assets.find((name) => /\/ganvas_runtime_bg-[^/]*\.wasm$/.test(name))
  const draws = (name) =>
    /\/worker-[^/]*\.js$/.test(name) && read(name).includes('ganvas_runtime_bg')
  const all = ['index.html', ...names, ...assets.filter(draws), ...(runtime ? [runtime] : [])]
  return all.map((name) => [name, read(name)])
}
