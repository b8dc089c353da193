// When a training is judged, and what is kept of it: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

/** A judge that takes `cost` milliseconds, asked after every tenth of a second of steps. */
async function judged(seconds, { cost, isSeen = () => true, judge }) {
  let at = 0
  const { Judging } = await load('training/judging.ts', { performance: { now: () => at } })
  const [times, heard] = [[], []]
  const judging = new Judging({
    judge: async () => {
      times.push(at)
      at += cost
      return judge ? judge() : { step: 1 }
    },
    isSeen,
    onJudged: (what) => heard.push(what),
  })
  judging.began()
  for (let step = 1; at < seconds * 1000; step += 1) {
    at += 100
    await judging.after(step)
  }
  // The first looks at the data, too, once.
  return { times, heard, part: ((times.length - 1) * cost) / at }
}

test('judging takes three in a hundred of the time at most after the first, and comes every three seconds at most', async () => {
  for (const cost of [10, 300, 2000]) {
    const { times, part } = await judged(600, { cost })
    assert.ok(times.length > 2, `${times.length} times at ${cost} ms`)
    assert.ok(part <= 0.03, `${part} of the time at ${cost} ms`)
    assert.ok(times.every((time, index) => index === 0 || time - times[index - 1] >= 3000))
  }
})

test('nobody is judged unseen, or twice at the same step', async () => {
  assert.deepEqual((await judged(60, { cost: 10, isSeen: () => false })).times, [])
  let at = 0
  const { Judging } = await load('training/judging.ts', { performance: { now: () => at } })
  let asked = 0
  const judging = new Judging({
    judge: async () => ({ step: (asked += 1) }),
    isSeen: () => true,
    onJudged: () => undefined,
  })
  judging.began()
  for (; at < 100_000; at += 1000) await judging.after(7)
  assert.equal(asked, 1)
})

test('without its classifier a training goes on; its own failures are its own', async () => {
  const fails = (name) => () => {
    throw Object.assign(new Error('No.'), { name })
  }
  const { heard, times } = await judged(200, { cost: 10, judge: fails('NetworkError') })
  assert.ok(heard.every((error) => error.message === 'No.'))
  assert.equal(times.length, 4, 'once a minute')
  for (const name of ['TrainingError', 'DeviceLost', 'EngineCrashed']) {
    await assert.rejects(judged(60, { cost: 10, judge: fails(name) }), { name })
  }
})

test('judgements are kept in a bounded number, and those of steps that are learnt again go', async () => {
  const { Qualities } = await load('training/qualities.ts')
  const qualities = new Qualities()
  for (let step = 1; step <= 2000; step += 1) qualities.add({ step })
  assert.ok(qualities.all.length <= 400 && qualities.all.length >= 200)
  assert.equal(qualities.last.step, 2000)
  const other = new Qualities()
  other.restore(JSON.parse(JSON.stringify(qualities.save())))
  assert.deepEqual(other.all, qualities.all)
  other.add({ step: 1000 })
  assert.equal(other.last.step, 1000)
  assert.ok(other.all.every(({ step }, at) => at === 0 || step > other.all[at - 1].step))
})
