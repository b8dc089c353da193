// Modules of the page's sources, without a browser.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const SOURCES = new URL('../../www/src/', import.meta.url)
const PRESETS = new URL('../../src/recipe/presets/', import.meta.url)

/** What the modules have in place of the browser's globals, one entry for each `load`. */
const stood = (globalThis.inPlaceOfTheBrowser ??= [])

/** What every module of the page may look at. */
const PAGE = {
  location: new URL('http://localhost/'),
  navigator: { languages: ['en'] },
  localStorage: { getItem: () => null },
}

/** A module that sees `globals` where it would see the browser's: this process keeps its own. */
export async function load(file, globals = {}) {
  const bundle = await rolldown({ input: fileURLToPath(new URL(file, SOURCES)) })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  const names = { ...PAGE, ...globals }
  const at = stood.push(names) - 1
  const prelude = `const { ${Object.keys(names).join(', ')} } = inPlaceOfTheBrowser[${at}];`
  return await import(`data:text/javascript,${encodeURIComponent(prelude + output[0].code)}`)
}

/** Recipes that ship, by their names. */
export async function presets(...names) {
  const read = async (name) => JSON.parse(await readFile(new URL(`${name}.json`, PRESETS), 'utf8'))
  return await Promise.all(names.map(read))
}
