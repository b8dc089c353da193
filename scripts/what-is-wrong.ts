// Puts into every page what speaks where the page's own scripts do not run.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { start as de } from '../www/src/strings/page/de/start'
import { start as en } from '../www/src/strings/page/en/start'
import { start as ja } from '../www/src/strings/page/ja/start'
import { start as zh } from '../www/src/strings/page/zh/start'

const TEXTS = { en, de, ja, zh }

const source = readFileSync(new URL('../www/src/start.js', import.meta.url), 'utf8')

/** `start.js` without its comments and with its sentences, in letters that every encoding has. */
export const START_SCRIPT = source
  .replace(/^\s*\/\/.*\n/gm, '')
  .replace(/\n\s*/g, '\n')
  .replace('TEXTS', () => JSON.stringify(TEXTS))
  .replace(/[^\n -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The page is told by a script; without JavaScript it says so itself, in all languages. */
export function whatIsWrong(): Plugin {
  const sentences = Object.entries(TEXTS).map(
    ([language, { noScript }]) => `<p lang="${language}">${noScript}</p>`,
  )
  return {
    name: 'what-is-wrong',
    // Behind the encoding, which must stand in the first kilobyte, and before all other scripts.
    transformIndexHtml: (html) =>
      html
        .replace(/<meta charset="utf-8" \/>/, (tag) => `${tag}<script>${START_SCRIPT}</script>`)
        .replace(/<body>/, (tag) => `${tag}<noscript>${sentences.join('')}</noscript>`),
  }
}
