// Which trainings are in trouble, told from what is measured: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load, presets } from './load.mjs'

const FAIR = { d_loss: 1.2, g_loss: 0.9, d_real: 0.6, d_fake: 0.4 }
const WON = { d_loss: 0.0002, g_loss: 11, d_real: 0.9999, d_fake: 0.0001 }
const FOOLED = { d_loss: 12, g_loss: 0.0001, d_real: 0.4, d_fake: 0.9999 }
const THROWN = { d_loss: 12, g_loss: 15, d_real: 0.4, d_fake: 0.6 }

/** How good images are: like the data's, but for `more`. */
const quality = (step, more = {}) => ({
  step,
  samples: 500,
  judge: 'digits',
  distance: 40,
  classes: Array.from({ length: 10 }, () => 0.1),
  certainty: 0.9,
  sliced: null,
  spread: 1,
  sizes: { generator: 0.05, discriminator: 0.06 },
  ...more,
})

/** What is told after each of the steps that reports are given for. */
async function telling({ hasProbabilities = true, lag = 0 } = {}) {
  const { AlarmWatch } = await load('alarms/watch.ts')
  const { SignReader } = await load('alarms/signs.ts')
  const [watch, reader] = [new AlarmWatch(), new SignReader()]
  reader.begin(hasProbabilities)
  let step = 0
  const judged = []
  return {
    watch,
    judged,
    /** The names that are told during so many steps, without repetitions. */
    took(count, report) {
      const told = []
      for (let taken = 0; taken < count; taken += 1) {
        reader.took([{ step: ++step, ...report }])
        const signs = reader.signs({ judged, lag, untilReadable: null })
        const name = signs && (watch.took(signs)?.name ?? null)
        if (name !== told.at(-1)) told.push(name)
      }
      return told
    },
    /** Goes on to where it is not too early. */
    begin() {
      this.took(250, FAIR)
    },
    judge: (more) => judged.push(quality(step, more)),
  }
}

test('a fair game is too early to judge at first, and then no alarm', async () => {
  const course = await telling()
  assert.deepEqual(course.took(500, FAIR), [null, 'tooEarly', null])
  assert.ok(course.watch.isCalm)
})

test('a discriminator that is never wrong is told until both are even again', async () => {
  const course = await telling()
  course.begin()
  assert.deepEqual(course.took(1, WON), [null], 'one batch says little')
  assert.deepEqual(course.took(10, FAIR), [null])
  assert.deepEqual(course.took(120, WON), [null, 'discriminatorWins'])
  assert.ok(!course.watch.isCalm)
  // Batches in which a few get past it do not end the alarm.
  assert.deepEqual(course.took(3, { ...WON, d_fake: 0.01 }), ['discriminatorWins'])
  assert.deepEqual(course.took(200, FAIR), ['discriminatorWins', null])
  assert.ok(course.watch.isCalm)
})

test('one that is merely ahead is none: small DCGANs recover from this', async () => {
  const course = await telling()
  course.begin()
  assert.deepEqual(course.took(500, { d_loss: 0.011, g_loss: 5.5, d_real: 0.993, d_fake: 0.005 }), [
    null,
  ])
})

test('a discriminator that is fooled every time is told', async () => {
  const course = await telling()
  course.begin()
  assert.deepEqual(course.took(200, FOOLED), [null, 'generatorWins'])
})

test('losses out of bounds are told before who wins by them', async () => {
  const course = await telling()
  course.begin()
  assert.deepEqual(course.took(60, THROWN), [null, 'ratesTooHigh'])
  const enormous = await telling()
  enormous.begin()
  assert.deepEqual(enormous.took(300, { ...WON, g_loss: 57 }).at(-1), 'ratesTooHigh')
})

test('weights that grow are told, be it of a critic, whose scores have no bounds', async () => {
  const critic = await telling({ hasProbabilities: false })
  critic.begin()
  assert.deepEqual(critic.took(200, { d_loss: -400, g_loss: 300, d_real: 500, d_fake: 100 }), [
    null,
  ])
  critic.judge()
  critic.judge({ sizes: { generator: 0.06, discriminator: 0.4 } })
  assert.deepEqual(critic.took(30, FAIR), [null, 'ratesTooHigh'])
  critic.judge({ sizes: { generator: 0.06, discriminator: 0.1 } })
  assert.deepEqual(critic.took(30, FAIR), ['ratesTooHigh', null])
})

test('images that have become alike are a collapse, and so are missing digits', async () => {
  for (const poor of [{ spread: 0.1 }, { classes: [0.5, 0.3, 0.2, 0, 0, 0, 0, 0, 0, 0] }]) {
    const course = await telling({ lag: 1000 })
    course.begin()
    course.judge()
    assert.deepEqual(course.took(30, FAIR), [null])
    assert.ok(course.watch.isSound)
    course.judge(poor)
    assert.deepEqual(course.took(30, FAIR), [null], 'one judgement may be mistaken')
    assert.deepEqual([course.watch.isCalm, course.watch.isSound], [true, false])
    course.judge(poor)
    assert.deepEqual(course.took(30, FAIR), [null, 'collapse'])
    course.judge()
    assert.deepEqual(course.took(30, FAIR), ['collapse'])
    course.judge()
    assert.deepEqual(course.took(30, FAIR), ['collapse', null])
  }
})

test('a generator that has never drawn anything else has time until its average shows it', async () => {
  const course = await telling({ lag: 1000 })
  course.begin()
  for (let at = 0; at < 3; at += 1) course.judge({ spread: 0.1 })
  assert.deepEqual(course.took(1000, FAIR), [null])
  assert.deepEqual(course.took(400, FAIR), [null, 'collapse'])
})

test('what was dismissed stays away until it comes anew; a remedy has some steps to show', async () => {
  const course = await telling()
  course.begin()
  assert.equal(course.took(150, WON).at(-1), 'discriminatorWins')
  course.watch.silence('discriminatorWins')
  assert.deepEqual(course.took(200, WON), [null])
  assert.deepEqual(course.took(200, FAIR), [null])
  assert.deepEqual(course.took(150, WON), [null, 'discriminatorWins'])
  course.watch.silence('discriminatorWins', 250 + 700 + 100)
  assert.deepEqual(course.took(200, WON), [null, 'discriminatorWins'])
})

test('R1 is added to a discriminator that it can be computed with', async () => {
  const { lacksR1, withR1 } = await load('settings/r1.ts')
  const [plain, faces, critic] = await presets('dcgan-mnist', 'dcgan-faces', 'wgan-32-fast')
  assert.deepEqual([plain, faces, critic].map(lacksR1), [true, false, false])
  const { discriminator, real_penalty, generator } = withR1(plain)
  assert.ok(real_penalty.gamma > 0)
  assert.deepEqual(generator, plain.generator)
  assert.ok(discriminator.every(({ layer, bias }) => layer !== 'batch-norm' && bias === undefined))
  assert.equal(discriminator.filter(({ layer }) => layer === 'conv').length, 2)
  assert.ok(lacksR1(plain), 'the recipe itself is left as it was')
})

test('the good save is the last at which nothing was wrong, of this training', async () => {
  const { GoodSave } = await load('training/good-save.ts')
  const good = new GoodSave()
  const saved = (step, id = 'a') => ({ id, step })
  good.began('a', 0)
  good.took(saved(300))
  assert.equal(good.last, null, 'nobody has looked yet')
  good.sound(290)
  assert.equal(good.last, null)
  good.sound(310)
  assert.equal(good.last.step, 300)
  good.took(saved(600))
  assert.equal(good.last.step, 300)
  good.began('a', 300)
  assert.equal(good.last.step, 300)
  good.began('b', 0)
  good.took(saved(900))
  good.sound(1000)
  assert.equal(good.last, null, 'that is another training’s')
})
