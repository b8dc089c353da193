// Pictures that are next to uniform, with their contrast stretched.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let stretched
before(async () => {
  ;({ stretched } = await load('shared/stretch.ts'))
})

/** A grid of one image with these greys. */
function grid(greys) {
  const rgba = Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, 255]))
  return { columns: 1, rows: 1, width: greys.length, height: 1, rgba }
}

test('values that lie close together are spread over all that can be shown', () => {
  const grey = grid([126, 127, 128, 131])
  const found = stretched(grey)
  assert.equal(found.times, 51)
  assert.deepEqual([...found.grid.rgba], [...grid([0, 51, 102, 255]).rgba])
  assert.deepEqual([...grey.rgba.subarray(0, 4)], [126, 126, 126, 255])
})

test('a single value far off does not count', () => {
  const greys = Array.from({ length: 1000 }, (_, at) => 100 + (at % 11))
  assert.equal(stretched(grid([...greys, 255])).times, 25.5)
})

test('what has contrast, or none at all, is left as it is', () => {
  assert.equal(stretched(grid([0, 255])), null)
  assert.equal(stretched(grid([90, 160])), null)
  assert.equal(stretched(grid([128, 128])), null)
})
