// Modules of the page's as the sources have them, and its table of texts.
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const SOURCES = new URL('../../www/src/', import.meta.url)

export const LANGUAGES = ['en', 'de', 'ja', 'zh']

/** What the page says in a language, by room. */
export async function pageStrings(language) {
  return (await compiled(`strings/page/${language}/index.ts`))[language]
}

/** What the engine says in a language other than English, by its English. */
export async function engineStrings(language) {
  return (await compiled(`strings/engine/${language}.ts`))[language]
}

/** A module of the page's that needs no browser. */
export async function compiled(file) {
  const bundle = await rolldown({ input: fileURLToPath(new URL(file, SOURCES)) })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  return await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
}

/** The table as `[key, text]`, with keys as the document has them: `train.start`. */
export function flattened(strings, prefix = '') {
  return Object.entries(strings).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : flattened(value, `${prefix}${name}.`),
  )
}
