// What the cards of a recipe are made with: paths into JSON, versions, values in fields, texts.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { load } from './load.mjs'

const { at, inserted, layerPath, moved, put } = await load('builder/path.ts')
const { History } = await load('builder/history.ts')
const { changedTo, numberOr, numbersOr, written } = await load('builder/values.ts')
const { pathAt } = await load('builder/position.ts')
const { GROUPS } = await load('builder/kinds.ts')

test('a change makes another recipe, and leaves the one before', () => {
  const recipe = { generator: [{ layer: 'relu' }, { layer: 'tanh' }] }
  const before = JSON.stringify(recipe)
  const slope = ['generator', 0, 'slope']
  assert.equal(at(put(recipe, slope, 0.2), slope), 0.2)
  assert.deepEqual(put(put(recipe, slope, 0.2), slope, undefined), recipe)
  assert.deepEqual(put(recipe, ['generator', 0], undefined).generator, [{ layer: 'tanh' }])
  assert.deepEqual(put({}, ['smoothing', 'real'], 0.9), { smoothing: { real: 0.9 } })
  const noise = { layer: 'noise' }
  assert.deepEqual(inserted(recipe, ['generator'], 1, noise).generator[1], noise)
  assert.deepEqual(moved(recipe, ['generator'], 0, 1).generator, recipe.generator.toReversed())
  assert.deepEqual(layerPath('generator', '3.body.1'), ['generator', 2, 'body', 0])
  assert.equal(JSON.stringify(recipe), before)
})

test('what is typed into one field is one version', () => {
  const history = new History()
  for (const [text, field] of [['a'], ['ab', 'x'], ['abc', 'x'], ['abcd', 'y']]) {
    history.add(text, field)
  }
  assert.equal(history.undo(), 'abc')
  assert.equal(history.undo(), 'a')
  assert.equal(history.canUndo, false)
  assert.equal(history.undo(), 'a')
  assert.equal(history.redo(), 'abc')
  history.add('other')
  assert.equal(history.canRedo, false)
  assert.equal(history.undo(), 'abc')
  // Once a field was left, it is written in anew.
  history.add('abd', 'x')
  history.settle()
  history.add('abe', 'x')
  assert.equal(history.undo(), 'abd')
})

test('fields are numbers where they can be', () => {
  assert.equal(numberOr(' 1e-8 '), 1e-8)
  assert.equal(numberOr('0,5'), 0.5)
  assert.equal(numberOr(''), '')
  assert.equal(numberOr('2w'), '2w')
  assert.deepEqual(numbersOr('1, 2 3;4'), [1, 2, 3, 4])
  assert.equal(numbersOr('same'), 'same')
  assert.equal(written([1, [2, 3]]), '1, 2, 3')
  assert.equal(written(null), '')
})

test('another kind keeps the numbers that both have', () => {
  const sgd = { sgd: { momentum: 0, nesterov: false } }
  const adam = { adam: { beta1: 0.5, epsilon: 1e-8 } }
  assert.deepEqual(changedTo(adam, sgd), adam)
  assert.deepEqual(changedTo({ rmsprop: { keep: 0.9, epsilon: 1 } }, adam), {
    rmsprop: { keep: 0.9, epsilon: 1e-8 },
  })
  assert.equal(changedTo('hinge', { wasserstein: { clip: 1 } }), 'hinge')
  assert.deepEqual(changedTo({ norm: 1 }, { value: 3 }), { norm: 1 })
})

test('a place in the JSON leads to its field', () => {
  const recipe = { batch: 4, image: { side: [28, 'x'] }, latent: { dimension: '1{' }, last: [] }
  const json = JSON.stringify(recipe, null, 2)
  const lines = json.split('\n')
  const path = (text) => {
    const line = lines.findIndex((each) => each.includes(text))
    return pathAt(json, [line + 1, lines[line].indexOf(text) + text.length])
  }
  assert.deepEqual(path('4'), ['batch'])
  assert.deepEqual(path('28'), ['image', 'side', 0])
  assert.deepEqual(path('"x"'), ['image', 'side', 1])
  assert.deepEqual(path('"1{"'), ['latent', 'dimension'])
  // What an object lacks is said at its end.
  const end = lines.indexOf(
    '  },',
    lines.findIndex((each) => each.includes('1{')),
  )
  assert.deepEqual(pathAt(json, [end + 1, 3]), ['latent'])
})

test('every kind of layer has a group and, in every language, a text', async () => {
  const rust = await readFile(new URL('../../src/layers/mod.rs', import.meta.url), 'utf8')
  const list = rust.slice(rust.lastIndexOf('layers! {'))
  const kinds = [...list.matchAll(/ as "([\w-]+)",/g)].map(([, kind]) => kind).toSorted()
  assert.ok(kinds.length > 40)
  assert.deepEqual(Object.values(GROUPS).flat().toSorted(), kinds)
  for (const language of ['en', 'de', 'ja', 'zh']) {
    const texts = (await load(`strings/builder/${language}.ts`))[language]
    assert.deepEqual(Object.keys(texts.kinds).toSorted(), kinds, language)
    assert.deepEqual(Object.keys(texts.groups), Object.keys(GROUPS), language)
  }
})
