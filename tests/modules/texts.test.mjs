// Texts that are fetched with a panel say the same in every language.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { load } from './load.mjs'

const FOLDER = new URL('../../www/src/strings/', import.meta.url)
const OTHERS = ['de', 'ja', 'zh']

/** Folders of a panel's texts; those of the page and the engine have tests of their own. */
const panels = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['page', 'engine'].includes(entry.name))
  .map(({ name }) => name)

/** `[key, text]` of all that a table says. */
const flattened = (table, prefix = '') =>
  Object.entries(table).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text]] : flattened(text, `${prefix}${key}.`),
  )

const places = (text) => new Set(text.match(/\{\w+\}/g))

for (const panel of panels) {
  test(`every language says what the English of ${panel} says, with the same places to fill`, async () => {
    const { en } = await load(`strings/${panel}/en.ts`)
    const english = flattened(en)
    assert.ok(english.length > 0)
    for (const language of OTHERS) {
      const own = new Map(flattened((await load(`strings/${panel}/${language}.ts`))[language]))
      assert.deepEqual([...own.keys()].sort(), english.map(([key]) => key).sort(), language)
      for (const [key, text] of english) {
        assert.deepEqual(places(own.get(key)), places(text), `${key} in ${language}`)
      }
    }
  })
}
