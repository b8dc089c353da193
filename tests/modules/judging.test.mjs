// How the package's training judges itself on its way, over an engine that only counts.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let Training
before(async () => {
  ;({ Training } = await load('api/training.ts'))
})

/** A training from `step` on, and what its engine was asked for. */
function training({ step = 0, ...judging }) {
  const asked = []
  const calls = {
    next: (steps) => {
      asked.push(steps)
      return Promise.resolve(Array.from({ length: steps }, () => ({ step: ++step })))
    },
    judge: (samples) => {
      asked.push(`judge ${samples}`)
      return Promise.resolve({ step, samples })
    },
  }
  return { asked, training: new Training({ calls }, { info: { step } }, judging) }
}

const judgedSteps = (reports) => reports.filter(({ quality }) => quality).map(({ step }) => step)

test('every so many steps a report has its quality, however the steps are pulled', async () => {
  const { training: one, asked } = training({ judgeEvery: 4, judgeSamples: 300 })
  const reports = await one.next(10)
  assert.equal(reports.length, 10)
  assert.deepEqual(asked, [4, 'judge 300', 4, 'judge 300', 2])
  assert.deepEqual(judgedSteps(reports), [4, 8])
  assert.deepEqual(reports[3].quality, { step: 4, samples: 300 })
  assert.deepEqual(judgedSteps(await one.next(2)), [12])
  assert.deepEqual(judgedSteps(await one.next(1)), [])
})

test('steps count from the very start, also after going on', async () => {
  const { training: one, asked } = training({ step: 6, judgeEvery: 4 })
  assert.deepEqual(judgedSteps(await one.next(3)), [8])
  assert.deepEqual(asked, [2, 'judge 500', 1])
})

test('nothing is judged unless it is asked for', async () => {
  const { training: one, asked } = training({})
  await one.next(5)
  assert.deepEqual(asked, [5])
  assert.deepEqual(await one.judge(), { step: 5, samples: 500 })
  assert.deepEqual(await one.next(0), [])
})
