// The package's embed.html: a generator in a frame.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { whatIsWrong, withWhatIsWrong } from '../what-is-wrong.mjs'

/** What stands in the site's page, and what in the package's. */
const CHANGES = [
  ['./src/embed.ts', './embed.js'],
  [
    '<link rel="icon" href="./favicon.svg" type="image/svg+xml" />',
    '<link rel="stylesheet" href="./embed.css" />',
  ],
  [' vite-ignore', ''],
]

/** Writes it with its style sheet; its script is bundled with the others. */
export async function writeEmbed(root, folder) {
  const page = await readFile(path.join(root, 'www', 'embed.html'), 'utf8')
  const changed = CHANGES.reduce((text, [here, there]) => {
    if (!text.includes(here)) throw new Error(`www/embed.html has no ${here} any more.`)
    return text.replace(here, there)
  }, page)
  // A file of its own: hosts whose policy forbids inline scripts embed it, too.
  const { script, words } = await whatIsWrong()
  const whole = withWhatIsWrong(changed, { tag: '<script src="./embed-start.js"></script>', words })
  await writeFile(path.join(folder, 'embed.html'), whole)
  await writeFile(path.join(folder, 'embed-start.js'), `${script}\n`)
  const style = path.join(root, 'www', 'src', 'styles', 'embed.css')
  await copyFile(style, path.join(folder, 'embed.css'))
}
