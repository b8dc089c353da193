// Runs side by side and as files: modules of the page, without a browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load, presets } from './load.mjs'

const { differences } = await load('runs/differences.ts')
const { read, written } = await load('runs/container.ts')
const { contentOf, packedIn } = await load('runs/packed.ts')
const { ranked } = await load('runs/ranking.ts')
const { frameAt, lengthOf } = await load('runs/run.ts')
const [digits] = await presets('fast-digits')

test('recipes differ in the fields by which they do, named by their paths', () => {
  const other = structuredClone(digits)
  other.title = 'Mine'
  other.batch = 64
  other.generator[7].kernel = 5
  other.generator_optimiser.rate = digits.generator_optimiser.rate * 3
  assert.deepEqual(
    differences([digits, other]).map(({ path, values }) => [path, ...values]),
    [
      ['batch', '32', '64'],
      ['generator.8.kernel', '4', '5'],
      [
        'generator_optimiser.rate',
        String(digits.generator_optimiser.rate),
        String(Number(other.generator_optimiser.rate.toPrecision(6))),
      ],
    ],
  )
  assert.deepEqual(differences([digits, structuredClone(digits), digits]), [])
})

test('neither the order of keys nor digits beyond single precision are a difference', () => {
  const turned = Object.fromEntries(Object.entries(digits).reverse())
  turned.generator_optimiser = {
    ...digits.generator_optimiser,
    rate: Math.fround(digits.generator_optimiser.rate),
  }
  assert.deepEqual(differences([digits, turned]), [])
})

test('a layer of another kind is one difference, and one that is missing another', () => {
  const other = structuredClone(digits)
  other.discriminator[1] = { layer: 'relu' }
  other.discriminator.pop()
  const found = differences([digits, other])
  assert.deepEqual(found[0], { path: 'discriminator.2', values: ['leaky-relu', 'relu'] })
  assert.equal(found.length, 2)
  assert.equal(found[1].path, `discriminator.${digits.discriminator.length}`)
  assert.equal(found[1].values[1], null)
})

test('three recipes have a value each, also where two are the same', () => {
  const other = { ...digits, batch: 8 }
  assert.deepEqual(differences([digits, other, digits])[0].values, ['32', '8', '32'])
})

test('runs are ranked by distance, and not at all where one has none', () => {
  const run = (name, distance) => ({ id: name, name, rate: 0.1, distance })
  const order = ranked([run('a', 30), run('b', 4), run('c', 12)])
  assert.deepEqual(
    order.map(({ name }) => name),
    ['b', 'c', 'a'],
  )
  assert.equal(ranked([run('a', 30), run('b', null)]), null)
  assert.equal(ranked([]), null)
})

test('samples at a step or a second are the last before it, each run by its own speed', () => {
  const run = { step: 100, course: { milliseconds: 20_000, last: { step: 100 } } }
  const frames = [0, 10, 50, 100].map((step) => ({ step }))
  const at = (by, value) => frameAt(run, frames, by, value).step
  assert.deepEqual([at('steps', 49), at('steps', 50), at('steps', 1000)], [10, 50, 100])
  assert.deepEqual([at('seconds', 9.9), at('seconds', 10), at('seconds', 99)], [10, 50, 100])
  assert.equal(lengthOf(run, 'seconds'), 20)
  assert.equal(frameAt(run, [{ step: 5 }], 'steps', 2).step, 5)
  assert.equal(frameAt(run, [], 'steps', 2), null)
})

const SETTINGS = {
  ...{ recipe: 'fast-digits', edited: null, backend: 'cpu', data: 'drawn-digits' },
  ...{ width: 4, batch: 8, seed: 5, generatorRate: 1e-3, discriminatorRate: 1e-3, averaged: true },
}
const OPTIONS = { limit: null, pattern: '', cropped: true, cut: null, size: null, swapped: false }
const BUCKET = {
  ...{ count: 1, step: 1, penalty: 0, penalised: 0 },
  ...{ d_game: 1.5, g_loss: 0.7, d_real: 0.5, d_fake: 0.4 },
}

/** A run as the storage has it. */
const saved = (change = {}) => ({
  ...{ version: 2, id: 'here', name: 'Mine', recipe: 'fast-digits', step: 9, time: 1 },
  settings: SETTINGS,
  data: { choice: 'drawn-digits', what: 'drawn digits', files: 'secret', options: OPTIONS },
  course: {
    history: { stepsPerPoint: 1, full: [BUCKET], open: null, penalisedAt: null },
    qualities: [],
    last: null,
    milliseconds: 1234,
  },
  checkpoint: new Blob(['numbers of the end']),
  ...change,
})
const frame = (step) => ({
  ...{ step, averaged: true, times: null, columns: 8, rows: 8, width: 28, height: 28 },
  picture: new Blob([`picture ${step}`], { type: 'image/webp' }),
})
const MOMENTS = {
  frames: [frame(0), frame(4)],
  saves: [saved({ step: 4, checkpoint: new Blob(['numbers before']) })],
}
const file = (run = saved(), moments = MOMENTS) => written(contentOf(run, moments))
const opened = async (blob) => packedIn(await read(blob))

test('a run comes back from its file as it was, without its id and its own files', async () => {
  const { run, frames, saves } = await opened(file())
  const { checkpoint, ...said } = run
  const { name, recipe, step, time, settings, data, course } = saved()
  const expected = { name, recipe, step, time, settings, data, course }
  assert.deepEqual(said, { ...expected, data: { ...expected.data, files: null } })
  assert.equal(await checkpoint.text(), 'numbers of the end')
  assert.equal(await saves[0].checkpoint.text(), 'numbers before')
  assert.equal(saves[0].step, 4)
  assert.deepEqual(
    await Promise.all(frames.map(async ({ step, picture }) => [step, await picture.text()])),
    [
      [0, 'picture 0'],
      [4, 'picture 4'],
    ],
  )
  assert.equal(frames[0].picture.type, 'image/webp')
  const bytes = Buffer.from(await file().arrayBuffer())
  assert.ok(!bytes.includes('secret'))
})

const flaw = (flaw) => ({ name: 'ContainerError', flaw })

test('what is no run, or is damaged, is refused wherever it is cut', async () => {
  const whole = file()
  for (let end = 0; end < whole.size; end += 7) {
    await assert.rejects(opened(whole.slice(0, end)), { name: 'ContainerError' }, `${end} bytes`)
  }
  await assert.rejects(opened(new Blob([whole, 'more'])), flaw('damaged'))
  await assert.rejects(
    opened(new Blob(['PK\u0003\u0004 an archive of something'])),
    flaw('foreign'),
  )
  const other = new Blob([new BigUint64Array([2n]), '{}'])
  await assert.rejects(opened(other), flaw('foreign'))
})

/** A file whose header is this, with so many bytes behind it. */
function withHeader(header, bytes = 0) {
  const json = new TextEncoder().encode(JSON.stringify(header))
  return new Blob([new BigUint64Array([BigInt(json.length)]), json, new Uint8Array(bytes)])
}
const metadata = (about, version = 1) => ({
  ganvas: JSON.stringify({ kind: 'run', version, about }),
})

test('sizes that a file only states take nothing, and are refused', async () => {
  const huge = new Blob([new BigUint64Array([2n ** 63n]), 'x'.repeat(64)])
  await assert.rejects(read(huge), flaw('foreign'))
  const part = (begin, end) => ({ dtype: 'U8', shape: [end - begin], data_offsets: [begin, end] })
  const about = { __metadata__: metadata({}) }
  for (const parts of [
    { checkpoint: part(0, 2 ** 50) },
    { checkpoint: part(-8, 8) },
    { checkpoint: part(0, 4), again: part(0, 4) },
    { checkpoint: part(4, 8) },
    { checkpoint: { data_offsets: ['0', '8'] } },
    { checkpoint: null },
    Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`p${at}`, part(0, 0)])),
  ]) {
    await assert.rejects(read(withHeader({ ...about, ...parts }, 8)), flaw('damaged'))
  }
  await assert.rejects(read(withHeader({ __metadata__: metadata({}, 2) })), flaw('newer'))
})

test('what a file says of a run is checked', async () => {
  const { settings, data, course } = saved()
  for (const change of [
    { step: -1 },
    { step: 1.5 },
    { name: 7 },
    { name: 'x'.repeat(1000) },
    { settings: { ...settings, generatorRate: 'fast' } },
    { settings: { ...settings, batch: 2 ** 40 } },
    { settings: { ...settings, backend: 'quantum' } },
    { settings: { ...settings, data: 'constructor' } },
    { data: { ...data, options: { ...OPTIONS, limit: 'all' } } },
    { course: { ...course, milliseconds: -5 } },
    { course: { ...course, history: { ...course.history, full: [{ ...BUCKET, step: 'x' }] } } },
    { course: { ...course, history: { ...course.history, full: Array(5000).fill(BUCKET) } } },
    { course: { ...course, qualities: [{ step: 1 }] } },
  ]) {
    await assert.rejects(opened(file(saved(change))), flaw('damaged'), JSON.stringify(change))
  }
  for (const change of [{ columns: 1e6 }, { width: 0 }, { step: null }]) {
    const frames = [{ ...frame(1), ...change }]
    await assert.rejects(opened(file(saved(), { ...MOMENTS, frames })), flaw('damaged'))
  }
  const html = { ...frame(1), picture: new Blob(['<script>'], { type: 'text/html' }) }
  await assert.rejects(opened(file(saved(), { frames: [html], saves: [] })), flaw('damaged'))
  // A checkpoint to go back to that comes after the end.
  const late = saved({ step: 10 })
  await assert.rejects(opened(file(saved(), { frames: [], saves: [late] })), flaw('damaged'))
})

test('a part that nothing names is refused', async () => {
  const content = contentOf(saved(), MOMENTS)
  const parts = new Map([...content.parts, ['stowaway', new Blob(['?'])]])
  await assert.rejects(opened(written({ ...content, parts })), flaw('damaged'))
})
