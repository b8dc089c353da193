// What a training comes to next, and when.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let goalOf, secondsUntilReadable
before(async () => {
  ;({ goalOf } = await load('training/goal.ts'))
  ;({ secondsUntilReadable } = await load('training/readable.ts'))
})

const learning = {
  recipe: 'dcgan-mnist',
  data: 'mnist',
  step: 100,
  stepsPerSecond: 20,
  judged: [],
}
/** Judged after every hundred steps. */
const judged = (...distances) => ({
  recipe: null,
  step: distances.length * 100,
  stepsPerSecond: 10,
  judged: distances.map((distance, at) => ({ step: (at + 1) * 100, distance })),
})
const until = (more) => secondsUntilReadable({ ...learning, ...more })

test('when digits can be read is foreseen from counted steps, where they were counted', () => {
  assert.equal(until({}), 110)
  const others = [{ data: 'mnist-all' }, { recipe: 'mlp-gan' }, { recipe: null }]
  for (const other of [...others, { step: 2300 }, { stepsPerSecond: null }])
    assert.equal(until(other), null)
})

test('what is measured goes before what was counted', () => {
  // It falls as 75,000 / step: to 75 at step 1,000, so in 70 s after step 300.
  const seconds = until(judged(750, 375, 250))
  assert.ok(Math.abs(seconds - 70) < 0.1, `${seconds}`)
  assert.ok(Math.abs(until({ ...judged(750, 375, 250), recipe: 'dcgan-mnist' }) - 70) < 0.1)
  const counted = { ...judged(1000, 500), recipe: 'dcgan-mnist' }
  assert.equal(until(counted), 210, 'twice judged is too little')
  assert.equal(until({ ...counted, recipe: null }), null)
  assert.equal(until(judged(500, 500, 500)), null, 'nothing falls')
  assert.equal(until(judged(200, 120, 70)), null, 'they can be read')
  assert.equal(until({ ...judged(70), recipe: 'dcgan-mnist' }), null, 'they can be read early')
  assert.equal(until({ ...judged(1000, 500, 300), stepsPerSecond: null }), null)
})

test('until then that is the goal, and then the steps of the epochs count', () => {
  const early = { step: 100, last: 4685, stepsPerSecond: 20, untilReadable: 110 }
  assert.deepEqual(goalOf(early), { kind: 'readable', seconds: 110 })
  const late = { ...early, step: 3685, untilReadable: null }
  assert.deepEqual(goalOf(late), { kind: 'end', part: 3685 / 4685, seconds: 50 })
  assert.equal(goalOf({ ...late, stepsPerSecond: null }).seconds, null)
  assert.deepEqual(goalOf({ ...late, step: 4685 }), { kind: 'past' })
})
