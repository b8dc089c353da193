// Files of tests in one process and one browser, two at a time: `node tests/together.mjs FOLDER...`.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { suite } from 'node:test'
import { pathToFileURL } from 'node:url'

const ending = '.test.mjs'
const size = (file) => statSync(file).size

const files = process.argv.slice(2).flatMap((given) => {
  if (given.endsWith(ending)) return [given]
  const names = readdirSync(given).filter((name) => name.endsWith(ending))
  if (names.length === 0) throw new Error(`${given} holds no test: there must be some.`)
  return names.map((name) => path.join(given, name))
})
// The long ones first, so that the last ones to end are short.
files.sort((one, other) => size(other) - size(one))

suite('together', { concurrency: 2 }, () => {
  for (const file of files) {
    suite(file, { concurrency: 1 }, () => import(pathToFileURL(file)))
  }
})
