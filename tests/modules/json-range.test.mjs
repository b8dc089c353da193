// Where in the text of a recipe an error's place is.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load, presets } from './load.mjs'

let rangeOf
before(async () => {
  ;({ rangeOf } = await load('view/json-range.ts'))
})

const found = (text, place) => {
  const range = rangeOf(text, place)
  return range && text.slice(...range)
}

test('every field of a recipe is found, as JSON has it', async () => {
  const [recipe] = await presets('wgan-gp-32')
  for (const text of [JSON.stringify(recipe, null, 2), JSON.stringify(recipe)]) {
    const walk = (value, path) => {
      assert.deepEqual(JSON.parse(found(text, { field: path })), value, path.join('.'))
      if (typeof value !== 'object') return
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key])
      }
    }
    walk(recipe, [])
  }
})

test('marks inside texts, and keys that come twice at different depths, do not mislead', () => {
  const text = '{ "a": "},\\"b\\": [", "c": { "b": 1 }, "b": [2, { "b": -3.5e1 }] }'
  assert.equal(found(text, { field: ['b', 1, 'b'] }), '-3.5e1')
  assert.equal(found(text, { field: ['c', 'b'] }), '1')
})

test('of a field that was left out, the object is found that lacks it', () => {
  const text = '{ "schedule": { "generator_updates": 1 } }'
  assert.equal(found(text, { field: ['schedule', 'warmup'] }), '{ "generator_updates": 1 }')
})

test('a line is found by its number', () => {
  const text = '{\n  "batch": x1,\n  "width": 2\n}'
  assert.equal(found(text, { position: [2, 12] }), '"batch": x1,')
  assert.equal(found(text, { position: [1, 1] }), '{')
  assert.equal(found(text, { position: [9, 1] }), null)
  assert.equal(found(text, {}), null)
})
