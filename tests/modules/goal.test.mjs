// What a training comes to next, and when.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let goalOf
before(async () => {
  ;({ goalOf } = await load('training/goal.ts'))
})

const standing = { recipe: 'dcgan-mnist', data: 'mnist', step: 100, last: 4685, stepsPerSecond: 20 }

test('until digits can be read the time to that is told, where steps were counted', () => {
  assert.deepEqual(goalOf(standing), { kind: 'readable', seconds: 110 })
  const others = [{ data: 'mnist-all' }, { recipe: 'mlp-gan' }, { recipe: null }]
  for (const other of [...others, { step: 2300 }, { stepsPerSecond: null }]) {
    assert.equal(goalOf({ ...standing, ...other }).kind, 'end')
  }
})

test('then the steps of the epochs count, with the time left once a speed is known', () => {
  const late = { ...standing, step: 3685 }
  assert.deepEqual(goalOf(late), { kind: 'end', part: 3685 / 4685, seconds: 50 })
  assert.equal(goalOf({ ...late, stepsPerSecond: null }).seconds, null)
  assert.deepEqual(goalOf({ ...standing, step: 4685 }), { kind: 'past' })
})
