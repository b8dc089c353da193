// Puts into every page what speaks where the page's own scripts do not run.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const SOURCE = new URL('../www/src/', import.meta.url)
/** Behind the encoding, which must stand in the first kilobyte, and before all other scripts. */
const BEFORE_SCRIPT = '<meta charset="utf-8" />'
const BEFORE_WORDS = '<body>'

/** The script, and the words for browsers without JavaScript, which cannot choose among languages. */
export async function whatIsWrong() {
  const texts = await readTexts()
  const source = await readFile(new URL('start.js', SOURCE), 'utf8')
  const script = source
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/\n\s*/g, '\n')
    .replace('TEXTS', () => JSON.stringify(texts))
    // In letters that every encoding has.
    .replace(/[^\n -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const sentences = Object.entries(texts).map(
    ([language, { noScript }]) => `<p lang="${language}">${noScript}</p>`,
  )
  return { script, words: `<noscript>${sentences.join('')}</noscript>` }
}

/** A page with both, the script inline unless another `tag` fetches it. */
export function withWhatIsWrong(html, { script, words, tag = `<script>${script}</script>` }) {
  for (const mark of [BEFORE_SCRIPT, BEFORE_WORDS]) {
    if (!html.includes(mark)) throw new Error(`The page has no ${mark}.`)
  }
  return html
    .replace(BEFORE_SCRIPT, (mark) => `${mark}${tag}`)
    .replace(BEFORE_WORDS, (mark) => `${mark}${words}`)
}

async function readTexts() {
  const bundle = await rolldown({ input: fileURLToPath(new URL('strings/page/start.ts', SOURCE)) })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const { STARTS } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
  return STARTS
}
