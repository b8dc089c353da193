// The plane that is laid onto the sphere of the latents.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let planeOf, onPlane
before(async () => {
  ;({ planeOf, onPlane } = await load('widget/scenes/sphere.ts'))
})

const product = (one, other) => one.reduce((sum, value, at) => sum + value * other[at], 0)
const length = (vector) => Math.sqrt(product(vector, vector))
const near = (found, wanted, what) =>
  assert.ok(Math.abs(found - wanted) < 1e-5 * Math.max(1, Math.abs(wanted)), `${what}: ${found}`)

/** Latents of eight numbers, none along another. */
const dimension = 8
const latents = Float32Array.from({ length: 5 * dimension }, (_, at) => Math.sin(at * at + 1) * 2)
const latent = (index) => latents.slice(index * dimension, (index + 1) * dimension)

test('its centre is the first latent, its directions are as long and at right angles', () => {
  const { centre, right, down } = planeOf(latents, dimension, [4, 0, 2])
  assert.deepEqual([...centre], [...latent(4)])
  for (const [name, direction] of Object.entries({ right, down })) {
    near(length(direction), length(centre), name)
    near(product(direction, centre), 0, `${name} on the centre`)
  }
  near(product(right, down), 0, 'right on down')
  // The other latents lie on their sides of it.
  assert.ok(product(right, latent(0)) > 0 && product(down, latent(2)) > 0)
})

test('every point of it is as long as the centre', () => {
  const plane = planeOf(latents, dimension, [0, 1, 2])
  for (const [x, y] of [
    [0.1, 0],
    [-2, 1.5],
    [1e-9, 0],
    [30, -40],
  ]) {
    near(length(onPlane(plane, x, y)), length(plane.centre), `at ${x}, ${y}`)
  }
})

test('a quarter turn is the direction itself, a half turn is opposite', () => {
  const plane = planeOf(latents, dimension, [0, 1, 2])
  const points = [
    [onPlane(plane, 0, 0), plane.centre],
    [onPlane(plane, Math.PI / 2, 0), plane.right],
    [onPlane(plane, 0, Math.PI / 2), plane.down],
    [onPlane(plane, 0, -Math.PI / 2), plane.down.map((value) => -value)],
    [onPlane(plane, Math.PI, 0), plane.centre.map((value) => -value)],
  ]
  for (const [found, wanted] of points) found.forEach((value, at) => near(value, wanted[at], at))
})

test('latents of nothing, or all the same, give numbers nevertheless', () => {
  for (const same of [new Float32Array(3 * dimension), new Float32Array(3 * dimension).fill(0.5)]) {
    const plane = planeOf(same, dimension, [0, 1, 2])
    for (const point of [onPlane(plane, 0, 0), onPlane(plane, 1, 1)]) {
      assert.ok(point.every(Number.isFinite), point.join())
    }
  }
})
