// The tables of texts, as the sources have them.
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = new URL('../../www/src/strings/', import.meta.url)

export const LANGUAGES = ['en', 'de', 'ja', 'zh']

/** What the page says in a language, by room. */
export async function pageStrings(language) {
  return await exported(`page/${language}/index.ts`, language)
}

/** What the engine says in a language other than English, by its English. */
export async function engineStrings(language) {
  return await exported(`engine/${language}.ts`, language)
}

async function exported(file, name) {
  const bundle = await rolldown({ input: fileURLToPath(new URL(file, FOLDER)) })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const module = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
  return module[name]
}

/** The table as `[key, text]`, with keys as the document has them: `train.start`. */
export function flattened(strings, prefix = '') {
  return Object.entries(strings).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : flattened(value, `${prefix}${name}.`),
  )
}
