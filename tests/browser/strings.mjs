// The page's table of texts, as the sources have it.
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = new URL('../../www/src/strings/page/', import.meta.url)

export const LANGUAGES = ['en', 'de', 'ja', 'zh']

/** What the page says in a language, by room. */
export async function pageStrings(language) {
  const bundle = await rolldown({ input: fileURLToPath(new URL(`${language}/index.ts`, FOLDER)) })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const module = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
  return module[language]
}

/** The table as `[key, text]`, with keys as the document has them: `train.start`. */
export function flattened(strings, prefix = '') {
  return Object.entries(strings).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : flattened(value, `${prefix}${name}.`),
  )
}
