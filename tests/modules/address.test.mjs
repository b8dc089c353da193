// What the page's URL says of its settings, and what it is given back.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load, presets } from './load.mjs'

/** What the page writes into the address bar last. */
const bar = { written: null }
const location = new URL('http://localhost/ganvas/')
const history = { replaceState: (state, title, url) => (bar.written = url) }

let recipes
let address
before(async () => {
  address = await load('settings/address.ts', { location, history })
  recipes = await presets('dcgan-mnist', 'cdcgan-mnist', 'dcgan-tensorflow', 'mlp-gan')
})

/** Settings from a query, and what is said of it. */
function read(query, shared = null) {
  const said = []
  const url = new URL(query, location)
  const settings = address.fromAddress(url, recipes, shared, (sentence) => said.push(sentence))
  return { settings, said }
}

/** What is written for settings that differ in `changes` from a recipe's own. */
function write(
  changes,
  { shared = null, mode = 'train', model = null, scene = {}, tour = null } = {},
) {
  const settings = { ...read('').settings, ...changes }
  const place = { mode, model, scene: new Map(Object.entries(scene)), tour }
  address.toAddress(settings, recipes, { shared, place })
  return bar.written
}

test('an empty URL means the first recipe, with its own numbers', () => {
  const { settings, said } = read('')
  assert.deepEqual(said, [])
  assert.deepEqual(settings, {
    recipe: 'dcgan-mnist',
    edited: null,
    backend: 'auto',
    data: 'mnist',
    width: recipes[0].width,
    batch: recipes[0].batch,
    seed: 1,
    generatorRate: recipes[0].generator_optimiser.rate,
    discriminatorRate: recipes[0].discriminator_optimiser.rate,
    averaged: true,
  })
})

test('every setting is read, before the # and behind it', () => {
  const { settings, said } = read(
    '?recipe=mlp-gan&backend=cpu&data=drawn-digits&width=7&batch=9&seed=0#generator-rate=1e-3&discriminator-rate=0.5&samples=live',
  )
  assert.deepEqual(said, [])
  const { edited, ...rest } = settings
  assert.equal(edited, null)
  assert.deepEqual(rest, {
    ...{ recipe: 'mlp-gan', backend: 'cpu', data: 'drawn-digits', width: 7, batch: 9, seed: 0 },
    ...{ generatorRate: 1e-3, discriminatorRate: 0.5, averaged: false },
  })
})

test('data alone choose the recipe that learns from them', () => {
  assert.equal(read('?data=drawn-faces').settings.recipe, 'dcgan-tensorflow')
  assert.equal(read('?data=mnist-all').settings.recipe, 'dcgan-mnist')
})

test('what is out of range is ignored and told, each with its range', () => {
  for (const [query, ...parts] of [
    ['?width=0', 'width to “0”', '1 to 256'],
    ['?width=257', 'width to “257”', '1 to 256'],
    ['?batch=1', 'batch to “1”', '2 to 1024'],
    ['?batch=2.5', 'batch to “2.5”', 'whole number'],
    ['?seed=-1', 'seed to “-1”', 'at least 0'],
    ['?seed=9007199254740993', 'seed to “9007199254740993”', 'at least 0'],
    ['?seed=%20', 'seed to “ ”', 'at least 0'],
    ['?generator-rate=2', 'generator-rate to “2”', '0.000001 to 1'],
    ['?discriminator-rate=NaN', 'discriminator-rate to “NaN”'],
    ['?backend=gpu', 'backend to “gpu”', 'auto, webgpu, cpu'],
    ['?recipe=stylegan', 'recipe to “stylegan”', 'mlp-gan'],
    ['?samples=last', 'samples to “last”', 'averaged, live'],
    ['?mode=watch', 'mode to “watch”', 'train, play, embed'],
    ['?lang=tlh', 'lang to “tlh”', 'en, de, ja, zh'],
  ]) {
    const { settings, said } = read(query)
    assert.equal(said.length, 1, `${query}: ${said.join(' ')}`)
    for (const part of parts) assert.ok(said[0].includes(part), `${query}: ${said[0]}`)
    assert.deepEqual(settings, read('').settings, query)
  }
})

test('data that the recipe cannot learn from are refused with both sizes', () => {
  const { settings, said } = read('?recipe=mlp-gan&data=drawn-faces')
  assert.equal(settings.data, 'mnist')
  assert.equal(said.length, 1)
  assert.match(said[0], /^mlp-gan cannot learn from drawn-faces.*28×28×1.*64×64×3/)
})

test('a key that is not known is named, a bare anchor is none', () => {
  assert.match(read('?colour=red').said[0], /“colour”/)
  assert.deepEqual(read('#training').said, [])
  assert.deepEqual(read('?lang=de-AT&model=anime-64&latent=7.12&mode=play').said, [])
})

test('a shared recipe is an edited one, unless only numbers of a preset differ', () => {
  const numbers = { ...recipes[1], width: 5, batch: 6 }
  const { settings } = read('', numbers)
  assert.deepEqual([settings.recipe, settings.edited, settings.width], ['cdcgan-mnist', null, 5])
  const edited = { ...recipes[1], average: 0.5 }
  assert.deepEqual(read('', edited).settings.edited, edited)
  assert.equal(read('', edited).settings.recipe, 'edited')
  // Numbers beside it count more than its own.
  assert.equal(read('?width=9', edited).settings.width, 9)
})

test('only what differs is written, and reads back as it was', () => {
  assert.equal(write({}), '/ganvas/')
  const changes = { recipe: 'mlp-gan', batch: 9, seed: 5, averaged: false, backend: 'cpu' }
  const numbers = { width: recipes[3].width, generatorRate: recipes[3].generator_optimiser.rate }
  const rate = { discriminatorRate: recipes[3].discriminator_optimiser.rate }
  const query = write({ ...changes, ...numbers, ...rate })
  const keys = [...new URLSearchParams(query).keys()].sort()
  assert.deepEqual(keys, ['backend', 'batch', 'recipe', 'samples', 'seed'])
  const { settings, said } = read(query)
  assert.deepEqual(said, [])
  assert.deepEqual(settings, { ...read('').settings, ...changes, ...numbers, ...rate })
})

test('a generator is written where it is open, files of one’s own never', () => {
  assert.equal(write({}, { mode: 'play', model: 'anime-64' }), '?model=anime-64')
  assert.equal(write({}, { mode: 'embed', model: 'anime-64' }), '?model=anime-64&mode=embed')
  const sample = { model: 'anime-64', scene: { draw: '3', latent: '7.12' } }
  assert.equal(write({}, { mode: 'play', ...sample }), '?model=anime-64&draw=3&latent=7.12')
  assert.equal(write({}, { mode: 'embed', ...sample }), '?model=anime-64&mode=embed')
  assert.equal(write({ seed: 2 }, { model: 'anime-64' }), '?seed=2')
  assert.equal(write({ data: 'files' }), '/ganvas/')
  assert.equal(write({}, { mode: 'play' }), '?mode=play')
  assert.equal(write({ backend: 'cpu' }), '?backend=cpu')
})

test('an edited recipe goes behind the #, and names none', () => {
  const edited = { ...recipes[0], average: 0.5 }
  assert.equal(write({ recipe: 'edited', edited }, { shared: 'abc' }), '/ganvas/#recipe-json=abc')
})
