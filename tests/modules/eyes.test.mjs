// What the page makes of the discriminator's gradient, and of how large gradients are.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let heat, trouble, spark
before(async () => {
  heat = await load('eyes/heat.ts')
  trouble = await load('eyes/trouble.ts')
  spark = await load('eyes/spark.ts', { document: {} })
})

/** An image of one row with these pixels. */
function image(...pixels) {
  const rgba = Uint8ClampedArray.from(pixels.flat())
  return { columns: 1, rows: 1, width: pixels.length, height: 1, rgba }
}

test('an image is moved along its gradient, by no more than the step, within its range', () => {
  const grey = (value) => [value, value, value, 255]
  const gradient = Float32Array.from([0, 2, -4, 4])
  const saliency = { image: image(grey(100), grey(100), grey(10), grey(250)), gradient }
  const { rgba } = heat.moved(saliency, 0.2)
  // 0.2 of 255 is 51; half of the largest gradient moves by half of it.
  assert.deepEqual([...rgba], [grey(100), grey(126), grey(0), grey(255)].flat())
  assert.deepEqual([...saliency.image.rgba.subarray(0, 4)], grey(100))
})

test('every channel is moved by its own gradient, and opacity only where the network sees it', () => {
  const gradient = Float32Array.from([1, -1, 0])
  const colour = heat.moved({ image: image([100, 100, 100, 255]), gradient }, 0.2)
  assert.deepEqual([...colour.rgba], [151, 49, 100, 255])
  const four = Float32Array.from([0, 0, 0, -1])
  const clear = heat.moved({ image: image([100, 100, 100, 255]), gradient: four }, 0.2)
  assert.deepEqual([...clear.rgba], [100, 100, 100, 204])
})

test('the overlay is brightest where a gradient is longest over its channels', () => {
  const gradient = Float32Array.from([3, 0, 4, 0])
  const { rgba } = heat.overlay({ image: image([0, 0, 0, 255], [0, 0, 0, 255]), gradient })
  assert.deepEqual([...rgba], [255, 176, 0, 255, 0, 0, 0, 255])
  const flat = { image: image([200, 200, 200, 255]), gradient: new Float32Array(1) }
  assert.deepEqual([...heat.overlay(flat).rgba], [110, 110, 110, 255])
})

test('a gradient vanishes beside the largest of its network, and explodes beside its own', () => {
  const { troubleOf } = trouble
  assert.equal(troubleOf([], 1), null)
  assert.equal(troubleOf([1e-5], 1), 'vanishing')
  assert.equal(troubleOf([2e-4], 1), null)
  assert.equal(troubleOf([0], 0), 'vanishing')
  assert.equal(troubleOf([1, null], 1), 'exploding')
  const usual = Array.from({ length: 9 }, () => 1)
  assert.equal(troubleOf([...usual, 101], 101), 'exploding')
  assert.equal(troubleOf([...usual, 99], 99), null)
  assert.equal(troubleOf([1, 1, 101], 101), null)
})

test('a weight is named by its place in the list of layers', () => {
  assert.equal(trouble.placeOf('layers.0.weight'), '1')
  assert.equal(trouble.placeOf('layers.5.body.0.weight'), '6.body.1')
})

test('a line of sizes is logarithmic, with gaps for what is 0 or not finite', () => {
  assert.equal(spark.pathOf([1, 10, 100]), 'M0 1.000L1 0.500L2 0.000')
  assert.equal(spark.pathOf([1, null, 0, 100]), 'M0 1.000M3 0.000')
  assert.equal(spark.pathOf([5, 5]), 'M0 0.500L1 0.500')
  assert.equal(spark.pathOf([]), '')
})
