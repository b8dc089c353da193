// Pictures as a GIF has them: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

const { indexed } = await load('past/film/colours.ts')
const { compressed } = await load('past/film/lzw.ts')

/** What a reader of GIFs makes of codes: the same numbers, if all is well. */
function read(bytes, bits) {
  const [clear, end] = [1 << bits, (1 << bits) + 1]
  let [strings, width, at, before] = [[], bits + 1, 0, null]
  const code = () => {
    let value = 0
    for (let bit = 0; bit < width; bit += 1, at += 1) {
      value |= ((bytes[at >> 3] >> (at & 7)) & 1) << bit
    }
    return value
  }
  const out = []
  for (;;) {
    const next = code()
    if (next === end) return out
    if (next === clear) {
      strings = Array.from({ length: end + 1 }, (_, number) => [number])
      ;[width, before] = [bits + 1, null]
      continue
    }
    const string = strings[next] ?? [...before, before[0]]
    out.push(...string)
    if (before && strings.length < 4096) strings.push([...before, string[0]])
    if (strings.length === 1 << width && width < 12) width += 1
    before = string
  }
}

test('a reader of GIFs gets back what was compressed', () => {
  let state = 1
  const random = () => (state = (state * 48271) % 2147483647)
  for (const numbers of [
    Uint8Array.of(7),
    new Uint8Array(5000),
    Uint8Array.from({ length: 300 }, (_, at) => at),
    // More strings than there are codes for, several times.
    Uint8Array.from({ length: 40_000 }, () => random() % 256),
    Uint8Array.from({ length: 60_000 }, (_, at) => (at * at) >> 9),
  ]) {
    assert.deepEqual(Uint8Array.from(read(compressed(numbers, 8), 8)), numbers)
  }
  assert.ok(compressed(new Uint8Array(5000), 8).length < 200)
})

/** A picture of these colours, each as [red, green, blue]. */
const picture = (colours) => Uint8ClampedArray.from(colours.flatMap((colour) => [...colour, 255]))

test('a picture of few colours keeps them all, one of many gets 256 that are near', () => {
  const greys = Array.from({ length: 512 }, (_, at) => [at & 255, at & 255, at & 255])
  const exact = indexed(picture(greys))
  const colourAt = ({ palette, places }, at) => [
    ...palette.slice(3 * places[at], 3 * places[at] + 3),
  ]
  assert.deepEqual(
    greys.map((_, at) => colourAt(exact, at)),
    greys,
  )
  const many = Array.from({ length: 20_000 }, (_, at) => [
    at % 251,
    (at * 7) % 256,
    (at >> 3) % 256,
  ])
  const reduced = indexed(picture(many))
  const off = many.map((colour, at) => {
    const shown = colourAt(reduced, at)
    return Math.hypot(...colour.map((level, channel) => level - shown[channel]))
  })
  const mean = off.reduce((sum, each) => sum + each, 0) / off.length
  assert.ok(mean < 25, `${mean} off on average`)
  assert.ok(new Set(reduced.places).size > 200)
})
