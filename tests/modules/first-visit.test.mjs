// When a first visit begins to train by itself, and when it ends what it began.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let openingOf
before(async () => {
  ;({ openingOf } = await load('training/first-visit.ts'))
})

/** How a visit opens that differs from a plain first one. */
const opens = ({ address = '', ...other } = {}) =>
  openingOf({
    given: new Map(new URLSearchParams(address)),
    hasTraining: false,
    prefersLessMotion: false,
    savesData: false,
    battery: null,
    ...other,
  })

test('a first visit trains by itself', () => {
  assert.deepEqual(opens(), { kind: 'runs' })
  // The skip link, what computes and the language say nothing of what is to be trained.
  assert.deepEqual(opens({ address: 'training=&backend=cpu&lang=de' }), { kind: 'runs' })
})

test('whoever follows a link, or has been here, finds a training that waits', () => {
  for (const address of [
    'recipe=mlp-gan',
    'mode=train',
    'model=anime-64',
    'seed=2',
    'colour=red',
  ]) {
    assert.deepEqual(opens({ address }), { kind: 'waits' }, address)
  }
  assert.deepEqual(opens({ hasTraining: true }), { kind: 'waits' })
  assert.deepEqual(opens({ hasTraining: true, savesData: true }), { kind: 'waits' })
})

test('less motion, saved data and a low battery are respected', () => {
  assert.deepEqual(opens({ prefersLessMotion: true }), { kind: 'poster', why: 'motion' })
  assert.deepEqual(opens({ savesData: true }), { kind: 'poster', why: 'data' })
  const battery = { level: 0.2, charging: false }
  assert.deepEqual(opens({ battery }), { kind: 'poster', why: 'battery' })
  assert.deepEqual(opens({ battery: { ...battery, charging: true } }), { kind: 'runs' })
  assert.deepEqual(opens({ battery: { ...battery, level: 0.8 } }), { kind: 'runs' })
})

/** An attendance with a clock, a page and a visitor of the test's own. */
async function attended() {
  const [page, listeners] = [new EventTarget(), new EventTarget()]
  page.visibilityState = 'visible'
  const state = { now: 0, tick: () => {}, gone: [] }
  const { Attendance, IDLE } = await load('training/attendance.ts', {
    document: page,
    performance: { now: () => state.now },
    addEventListener: listeners.addEventListener.bind(listeners),
    removeEventListener: listeners.removeEventListener.bind(listeners),
    setInterval: (tick) => {
      state.tick = tick
      return 1
    },
    clearInterval: () => {
      state.tick = () => {}
    },
  })
  const attendance = new Attendance((why) => state.gone.push(why))
  attendance.watch()
  const after = (milliseconds) => {
    state.now += milliseconds
    state.tick()
    return state.gone
  }
  const sign = () => listeners.dispatchEvent(new Event('pointermove'))
  return { attendance, page, IDLE, state, after, sign }
}

test('a visitor who shows no sign for some minutes is gone, once', async () => {
  const { IDLE, after, sign } = await attended()
  assert.deepEqual(after(IDLE - 1), [])
  sign()
  assert.deepEqual(after(IDLE - 1), [])
  assert.deepEqual(after(1), ['idle'])
  assert.deepEqual(after(IDLE), ['idle'])
})

test('a hidden page and another room end it at once; what is not watched is left alone', async () => {
  const hidden = await attended()
  hidden.page.visibilityState = 'hidden'
  hidden.page.dispatchEvent(new Event('visibilitychange'))
  assert.deepEqual(hidden.state.gone, ['hidden'])
  const left = await attended()
  left.attendance.leave()
  left.attendance.leave()
  assert.deepEqual(left.state.gone, ['elsewhere'])
  const taken = await attended()
  taken.attendance.stop()
  taken.attendance.leave()
  assert.deepEqual(taken.after(taken.IDLE), [])
})
