// What is kept of a training's past: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

const { Kept } = await load('past/kept.ts')
const { FRAMES, isFrame } = await load('past/frame.ts')

/** What is kept of samples that are shown after every so many steps. */
function shown(steps, { every = 1, bytes = 20_000, bounds = FRAMES } = {}) {
  const kept = new Kept(bounds)
  for (let step = 0; step <= steps; step += every) {
    if (kept.wants(step)) kept.add({ step, picture: { size: bytes } })
  }
  return kept
}

const stepsOf = (kept) => kept.all.map(({ step }) => step)

test('frames are dense at first and sparser later, and the first and the last are kept', () => {
  const kept = shown(10_000)
  const steps = stepsOf(kept)
  assert.equal(steps[0], 0)
  assert.ok(steps.at(-1) > 9800, `the last is of step ${steps.at(-1)}`)
  assert.ok(steps.length > 300 && steps.length <= 400, `${steps.length} frames`)
  const count = (from, to) => steps.filter((step) => step >= from && step < to).length
  // Each tenfold of the training has its share, the first hundred steps no less.
  assert.ok(count(0, 100) > 40, `${count(0, 100)} in the first hundred`)
  assert.ok(count(100, 1000) > 80, `${count(100, 1000)} up to 1000`)
  assert.ok(count(1000, 10_000) > 100, `${count(1000, 10_000)} up to 10,000`)
  const gaps = steps.slice(1).map((step, at) => (step - steps[at]) / (steps[at] + 100))
  assert.ok(Math.max(...gaps) < 0.05, `a gap of ${Math.max(...gaps)}`)
})

test('they stay within both bounds, however long the training and however large the frames', () => {
  for (const [steps, every, bytes] of [
    [1_000_000, 37, 20_000],
    [20_000, 5, 250_000],
    [2000, 1, 3e6],
  ]) {
    const kept = shown(steps, { every, bytes })
    assert.ok(kept.all.length <= 400 && kept.bytes <= 20e6, `${kept.all.length}, ${kept.bytes}`)
    assert.ok(kept.bytes > 10e6 || kept.all.length > 300, `only ${kept.bytes} bytes`)
    assert.equal(stepsOf(kept)[0], 0)
    assert.ok(stepsOf(kept).at(-1) > 0.97 * steps)
  }
  // What is larger than all the room there is, is not kept at all.
  assert.equal(shown(0, { bytes: 30e6 }).all.length, 0)
})

test('a training that goes back forgets what came after, and learns those steps again', () => {
  const kept = shown(1000)
  kept.cut(500)
  assert.ok(stepsOf(kept).at(-1) <= 500)
  assert.equal(kept.before(499).step <= 499, true)
  assert.equal(kept.before(-1), null)
  const again = { step: stepsOf(kept).at(-1), picture: { size: 1 } }
  kept.add(again)
  assert.equal(stepsOf(kept).filter((step) => step === again.step).length, 1)
  assert.equal(kept.before(1e9), again)
  const other = new Kept(FRAMES)
  other.restore(kept.all.toReversed())
  assert.deepEqual(stepsOf(other), stepsOf(kept))
})

test('what a storage holds and is no frame is left out', async () => {
  const { Shelf } = await load('past/shelf.ts')
  const bytes = new Uint8Array([1, 2, 3]).buffer
  const size = { columns: 8, rows: 8, width: 28, height: 28 }
  const good = { step: 3, averaged: true, times: null, type: 'image/webp', bytes, ...size }
  const bad = [null, 7, 'frame', {}, { ...good, bytes: 'lost' }, { ...good, width: -1 }]
  const storage = {
    all: async (prefix) => (prefix === 'one/frames/' ? [...bad, good] : [null, { version: 1 }]),
  }
  const { frames, saves } = await new Shelf(storage, 'one').read('one')
  assert.deepEqual(
    frames.map(({ step }) => step),
    [3],
  )
  assert.ok(isFrame(frames[0]))
  assert.deepEqual(saves, [])
})

test('only what is new is written, and what is no longer kept is deleted', async () => {
  const { Shelf } = await load('past/shelf.ts')
  const changes = []
  const shelf = new Shelf({ change: async (...change) => changes.push(change) }, 'one')
  const frame = (step) => ({ step, picture: new Blob(['x']) })
  const keys = () => changes.splice(0).map(([gone, fresh]) => [gone, fresh.map(([key]) => key)])
  await shelf.keep({ frames: [frame(1), frame(2)], saves: [{ step: 2 }] })
  assert.deepEqual(keys(), [
    [[], ['one/frames/1', 'one/frames/2']],
    [[], ['one/saves/2']],
  ])
  await shelf.keep({ frames: [frame(1), frame(5)], saves: [{ step: 2 }] })
  assert.deepEqual(keys(), [[['one/frames/2'], ['one/frames/5']]])
  await shelf.keep({ frames: [frame(1), frame(5)], saves: [{ step: 2 }] })
  assert.deepEqual(keys(), [])
})
