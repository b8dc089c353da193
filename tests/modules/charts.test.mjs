// What charts are drawn from, and which trainings are kept: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

const report = (step, d_loss, g_loss, more = {}) => {
  return { step, d_loss, g_loss, d_real: 0.6, d_fake: 0.4, ...more }
}

test('a spike does not make a flat line of everything else, wherever it is', async () => {
  const { rangeWithoutOutliers } = await load('view/outliers.ts')
  const calm = Array.from({ length: 100 }, (_, at) => 1 + (at % 10) / 10)
  assert.deepEqual(rangeWithoutOutliers(calm), [1, 1.9])
  for (const at of [0, 50, 99]) {
    for (const spike of [200, -200]) {
      const [least, most] = rangeWithoutOutliers(calm.with(at, spike))
      assert.ok(least > -1 && most < 4, `${spike} at ${at}: ${least} to ${most}`)
    }
  }
  // A trend is none, nor are few values.
  const trend = Array.from({ length: 50 }, (_, at) => at)
  assert.deepEqual(rangeWithoutOutliers(trend), [0, 49])
  assert.deepEqual(rangeWithoutOutliers([1, 1, 200]), [1, 200])
  assert.deepEqual(rangeWithoutOutliers([null, undefined, NaN]), [null, null])
  assert.deepEqual(rangeWithoutOutliers([]), [null, null])
})

test('a logarithmic axis goes from one round number to another, a tenfold at least', async () => {
  const { tenfoldRange } = await load('view/charts/axis.ts')
  const range = (...values) => tenfoldRange(...values).map((end) => Number(end.toPrecision(6)))
  assert.deepEqual(range(87.1, 785), [50, 1000])
  assert.deepEqual(range(3.2, 785), [2, 1000])
  assert.deepEqual(range(40, 41), [5, 50])
  assert.deepEqual(range(100, 100), [10, 100])
  assert.deepEqual(range(0.031, 0.2), [0.02, 0.2])
  assert.deepEqual(range(null, null), [1, 1000])
})

test('a history keeps the penalty apart from the loss, and comes back as it was', async () => {
  const { History } = await load('training/history.ts')
  const history = new History(8)
  for (let step = 1; step <= 100; step += 1) {
    history.add([report(step, step % 16 ? 1 : 6, 2, step % 16 ? {} : { penalty: 5 })])
  }
  assert.ok(history.steps().length <= 8)
  assert.ok(history.means('d_game').every((mean) => mean === 1))
  // One that is computed in every sixteenth step counts a sixteenth in each.
  assert.ok(history.means('penalty').every((mean) => mean === 5 / 16 || mean === null))
  assert.ok(history.means('penalty').includes(5 / 16))
  const other = new History(8)
  other.restore(JSON.parse(JSON.stringify(history.save())))
  for (const each of [history, other]) each.add([report(101, 3, 4)])
  assert.deepEqual(other.steps(), history.steps())
  assert.deepEqual(other.means('d_game'), history.means('d_game'))
})

test('bands say who has the upper hand, without flickering', async () => {
  const { balanceBands } = await load('view/charts/balance-bands.ts')
  const course = (...parts) => {
    const gaps = parts.flatMap(([count, gap]) => Array.from({ length: count }, () => gap))
    const steps = gaps.map((_, at) => at + 1)
    return balanceBands(
      steps,
      gaps.map((gap) => (1 + gap) / 2),
      gaps.map((gap) => (1 - gap) / 2),
    )
  }
  const kinds = (bands) => bands.map(({ is }) => is)
  assert.deepEqual(course([100, 0.98]), [{ from: 1, to: 100, is: 'strong' }])
  assert.deepEqual(course([100, 0.7]), [])
  assert.deepEqual(kinds(course([100, 0.2], [200, 0.98], [200, -0.3])), [
    'even',
    'strong',
    'even',
    'fooled',
  ])
  const [even, strong] = course([100, 0.2], [100, 0.98])
  assert.ok(even.from === 1 && even.to < strong.from + 1 && strong.from > 100 && strong.to === 200)
  // Batches that waver around an edge are one band.
  const wavering = Array.from({ length: 200 }, (_, at) => [1, at % 2 ? 0.93 : 0.88])
  assert.deepEqual(kinds(course([20, 0.98], ...wavering)), ['strong'])
  assert.deepEqual(balanceBands([], [], []), [])
})

test('of too many trainings the short ones go first, then the oldest, and none that is wanted', async () => {
  const { excess, MOST } = await load('training/excess.ts')
  const training = (time, milliseconds, size = 1) => {
    const course = milliseconds === null ? null : { milliseconds }
    return { time, course, checkpoint: { size } }
  }
  const many = Array.from({ length: MOST }, (_, at) => training(at, 600_000))
  assert.deepEqual(
    excess(many, () => false),
    [],
  )
  const short = training(50, 500)
  assert.deepEqual(
    excess([...many, short], () => false),
    [short],
  )
  assert.deepEqual(
    excess([...many, short], (each) => each === short),
    [many[0]],
  )
  // One that an earlier version saved is not taken for a short one.
  assert.deepEqual(
    excess([...many, training(99, null)], () => false),
    [many[0]],
  )
  const large = [1, 2, 3].map((time) => training(time, 600_000, 2 ** 29))
  assert.deepEqual(
    excess(large, () => false),
    [large[0]],
  )
  assert.deepEqual(
    excess(large, () => true),
    [],
  )
  // What is stored beside a checkpoint takes room as well.
  const withPast = [1, 2, 3].map((time) => ({ ...training(time, 600_000), beside: 2 ** 29 - 1 }))
  assert.deepEqual(
    excess(withPast, () => false),
    [withPast[0]],
  )
})
