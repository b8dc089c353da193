// How fast a training is pulled, and what its clock and the widget's say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

/** A clock that goes on only when it is told to. */
function time(at = 1000) {
  return { at, performance: { now: () => at }, pass: (milliseconds) => (at += milliseconds) }
}

/** A loop over steps of `cost` milliseconds each, and what it asked for until it was stopped. */
async function pulled(pulls, { cost, samplesCost = 0, isWatched = true }) {
  const { performance, pass } = time()
  const { Loop } = await load('training/loop.ts', { performance })
  const asked = []
  const samples = []
  const loop = new Loop({
    next: async (steps) => {
      asked.push(steps)
      pass(typeof cost === 'function' ? cost(steps, asked.length) : steps * cost)
      return [asked.length]
    },
    onReports: () => {
      if (asked.length === pulls) loop.stop()
    },
    showSamples: async () => {
      samples.push(performance.now() - 1000)
      pass(samplesCost)
    },
  })
  loop.isWatched = isWatched
  await loop.run()
  return { asked, samples }
}

test('a pull grows to a seventh of a second, by doubling at most, and to fifty steps', async () => {
  assert.deepEqual((await pulled(6, { cost: 10 })).asked, [1, 2, 4, 8, 15, 15])
  assert.deepEqual((await pulled(8, { cost: 0.001 })).asked, [1, 2, 4, 8, 16, 32, 50, 50])
  assert.deepEqual((await pulled(3, { cost: 2000 })).asked, [1, 1, 1])
  // One slow pull, as the first that compiles shaders, does not hold back those after it.
  const slowOnce = (steps, pull) => (pull === 4 ? 5000 : steps * 10)
  assert.deepEqual((await pulled(7, { cost: slowOnce })).asked, [1, 2, 4, 8, 1, 2, 4])
})

test('a training that nobody looks at is pulled in shorter pieces, without samples', async () => {
  const { asked, samples } = await pulled(200, { cost: 5, isWatched: false })
  assert.equal(Math.max(...asked), 5)
  assert.deepEqual(samples, [])
})

test('samples come every 400 milliseconds, and take a fifth of the time at most', async () => {
  const gaps = ({ samples }) => samples.slice(1).map((at, index) => at - samples[index])
  for (const gap of gaps(await pulled(40, { cost: 10 }))) assert.ok(gap >= 400 && gap < 600, gap)
  const slow = gaps(await pulled(80, { cost: 10, samplesCost: 300 }))
  assert.ok(slow.length > 2)
  for (const gap of slow) assert.ok(gap >= 1500 && gap < 1700, `${gap}`)
})

test('an error of a pull ends the loop, which can be run again', async () => {
  const { Loop } = await load('training/loop.ts')
  let fails = true
  let count = 0
  const loop = new Loop({
    next: () => (fails ? Promise.reject(new Error('Lost.')) : Promise.resolve([])),
    onReports: () => {
      count += 1
      loop.stop()
    },
    showSamples: () => assert.fail('no samples are due'),
  })
  await assert.rejects(loop.run(), /Lost\./)
  fails = false
  await loop.run()
  assert.equal(count, 1)
})

test('the time of a training leaves pauses out and goes on from what was saved', async () => {
  const { performance, pass } = time()
  const { Clock } = await load('training/clock.ts', { performance })
  const clock = new Clock()
  assert.equal(clock.milliseconds(), 0)
  assert.equal(clock.stepsPerSecond(), null)
  clock.restore(60_000)
  clock.start(100)
  pass(2000)
  assert.equal(clock.milliseconds(), 62_000)
  clock.stop()
  pass(10_000)
  assert.equal(clock.milliseconds(), 62_000)
  clock.start(100)
  pass(500)
  assert.equal(clock.milliseconds(), 62_500)
  clock.clear()
  assert.equal(clock.milliseconds(), 0)
})

test('the speed is that of the last three seconds, and slow steps have one, too', async () => {
  const { performance, pass } = time()
  const { Clock } = await load('training/clock.ts', { performance })
  const clock = new Clock()
  clock.start(0)
  assert.equal(clock.stepsPerSecond(), null)
  for (let step = 1; step <= 100; step += 1) {
    pass(1000)
    clock.mark(step)
  }
  assert.equal(clock.stepsPerSecond(), 1)
  for (let step = 101; step <= 200; step += 1) {
    pass(100)
    clock.mark(step)
  }
  assert.ok(Math.abs(clock.stepsPerSecond() - 10) < 0.5, `${clock.stepsPerSecond()}`)
  pass(20_000)
  clock.mark(201)
  assert.ok(Math.abs(clock.stepsPerSecond() - 0.05) < 0.01, `${clock.stepsPerSecond()}`)
})

/** The widget's clock over frames that are drawn when `draw` says so. */
async function widgetClock() {
  const waiting = new Map()
  let last = 0
  const { Clock } = await load('widget/clock.ts', {
    requestAnimationFrame: (tick) => waiting.set(++last, tick) && last,
    cancelAnimationFrame: (frame) => waiting.delete(frame),
  })
  let ticks = 0
  const clock = new Clock(() => (ticks += 1))
  const draw = (...times) => {
    for (const at of times) {
      const frames = [...waiting.values()]
      waiting.clear()
      for (const tick of frames) tick(at)
    }
  }
  return { clock, draw, waiting, ticks: () => ticks }
}

test('the widget’s clock asks for no frames unless it plays and is seen', async () => {
  const { clock, draw, waiting, ticks } = await widgetClock()
  clock.playing = true
  assert.equal(waiting.size, 0)
  clock.seen = true
  clock.seen = true
  assert.equal(waiting.size, 1)
  draw(0, 16, 32)
  assert.equal(ticks(), 3)
  assert.ok(Math.abs(clock.time - 0.032) < 1e-9, `${clock.time}`)
  clock.seen = false
  assert.equal(waiting.size, 0)
  draw(5000)
  assert.equal(ticks(), 3)
})

test('what was hidden goes on where it was, at the speed that was set', async () => {
  const { clock, draw } = await widgetClock()
  clock.seen = clock.playing = true
  clock.speed = 2
  draw(0, 50)
  assert.ok(Math.abs(clock.time - 0.1) < 1e-9, `${clock.time}`)
  // A minute in a hidden tab is a tenth of a second at most; time never goes back.
  draw(60_050)
  assert.ok(Math.abs(clock.time - 0.3) < 1e-9, `${clock.time}`)
  draw(60_000)
  assert.ok(Math.abs(clock.time - 0.3) < 1e-9, `${clock.time}`)
  clock.playing = false
  clock.playing = true
  draw(90_000)
  assert.ok(Math.abs(clock.time - 0.3) < 1e-9, `${clock.time}`)
})
