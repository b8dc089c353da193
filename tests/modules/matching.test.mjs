// How data and recipe find each other.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load, presets } from './load.mjs'

let recipes, defaults
before(async () => {
  recipes = await presets('dcgan-mnist', 'cdcgan-mnist', 'dcgan-tensorflow', 'dcgan-32')
  ;({ defaults } = await load('settings/settings.ts'))
})

const named = (name) => recipes.find((recipe) => recipe.name === name)

/** Data and recipe as they stand, and what has been done to them. */
/** A message as it is read. */
const told = (sentence, actions) => ({ sentence: sentence(), actions: actions.map(read) })
const read = ({ name, act }) => ({ name: name(), act })

async function standing({ recipe = 'dcgan-mnist', settings = {}, info = null, query = '' } = {}) {
  const { Matching } = await load('matching.ts', { location: new URL(query, 'http://localhost/') })
  const done = []
  let chosen = named(recipe)
  const note =
    (what) =>
    (...given) => {
      done.push([what, ...given])
    }
  const controls = {
    presets: recipes,
    settings: { ...defaults(chosen), ...settings },
    recipe: () => chosen,
    takeRecipe: (recipe) => done.push(['recipe', (chosen = recipe).name]),
    dataChoice: note('menu'),
    choose: note('settings'),
  }
  const chooser = { info, choose: note('data'), suit: ({ name }) => done.push(['suit', name]) }
  const [errors, notices] = [[], []]
  const status = {
    past: () => {},
    notice: (sentence, { actions }) => notices.push(told(sentence, actions)),
    error: (sentence, { actions }) => errors.push(told(sentence, actions)),
  }
  const session = { data: { choice: 'mnist' } }
  const matching = new Matching({ session, chooser, controls, status, reset: note('reset') })
  return { matching, done, errors, notices }
}

test('data that the recipe learns from are taken', async () => {
  const { matching, done, errors } = await standing()
  matching.choose('drawn-digits')
  matching.choose('files')
  assert.deepEqual(done, [
    ['data', 'drawn-digits'],
    ['data', 'files'],
  ])
  assert.deepEqual(errors, [])
})

test('other data put the menu back, and come with the recipe that takes them', async () => {
  const { matching, done, errors } = await standing()
  matching.choose('drawn-faces')
  assert.deepEqual(done.splice(0), [['menu', 'mnist']])
  const [{ sentence, actions }] = errors
  assert.match(sentence, /^dcgan-mnist cannot learn from drawn faces/)
  assert.equal(actions.length, 1)
  assert.match(actions[0].name, /dcgan-tensorflow/)
  actions[0].act()
  assert.deepEqual(done, [
    ['recipe', 'dcgan-tensorflow'],
    ['data', 'drawn-faces'],
  ])
})

test('a recipe brings its data, unless the reader has chosen some', async () => {
  const fresh = await standing()
  fresh.matching.suit(named('dcgan-tensorflow'))
  assert.deepEqual(fresh.done, [['data', 'drawn-faces']])
  const chosen = await standing()
  chosen.matching.choose('mnist')
  chosen.matching.suit(named('dcgan-tensorflow'))
  assert.deepEqual(chosen.done.at(-1), ['suit', 'dcgan-tensorflow'])
  const linked = await standing({ query: '?data=mnist' })
  linked.matching.suit(named('dcgan-tensorflow'))
  assert.deepEqual(linked.done, [['suit', 'dcgan-tensorflow']])
})

test('drawn digits that took MNIST’s place stay for a recipe that learns from them', async () => {
  const settings = { data: 'drawn-digits' }
  const { matching, done } = await standing({ settings })
  matching.suit(named('dcgan-32'))
  // One for faces brings faces, although it could learn from digits as well.
  matching.suit(named('dcgan-tensorflow'))
  assert.deepEqual(done, [
    ['suit', 'dcgan-32'],
    ['data', 'drawn-faces'],
  ])
})

test('data that somebody chose stay, and those that the recipe is meant for are offered', async () => {
  const { matching, done, notices } = await standing()
  matching.choose('mnist')
  matching.suit(named('cdcgan-mnist'))
  assert.deepEqual(notices, [])
  matching.suit(named('dcgan-tensorflow'))
  const [{ sentence, actions }] = notices
  assert.match(sentence, /^dcgan-tensorflow is meant for drawn faces; now it learns from MNIST/)
  actions[0].act()
  assert.deepEqual(done.at(-1), ['data', 'drawn-faces'])
})

test('images that lose their colours are told of, with the recipe that keeps them', async () => {
  const { matching, done, notices } = await standing()
  const info = { channels: 1, height: 28, width: 28, classes: null, report: { coloured: 7 } }
  matching.tellColours({ ...info, channels: 3 })
  matching.tellColours({ ...info, report: { coloured: 0 } })
  matching.tellColours({ ...info, report: null })
  assert.deepEqual(notices, [])
  matching.tellColours(info)
  assert.match(
    notices[0].sentence,
    /dcgan-mnist learns in grey, and 7 of these images are in colour/,
  )
  notices[0].actions[0].act()
  assert.deepEqual(done, [['recipe', 'dcgan-tensorflow']])
})

test('too few images are answered with a smaller batch, other classes with theirs', async () => {
  const error = { name: 'DataError' }
  const few = { info: { count: 5, classes: null }, settings: { batch: 64 } }
  const small = await standing(few)
  const [batch] = small.matching.remedies(error)
  assert.match(batch.name(), /5/)
  batch.act()
  assert.deepEqual(small.done, [['settings', { batch: 5 }], ['reset']])

  const info = { count: 1000, classes: 26 }
  const letters = await standing({ recipe: 'cdcgan-mnist', info })
  const [classes] = letters.matching.remedies(error)
  assert.match(classes.name(), /26 classes/)
  classes.act()
  assert.deepEqual(letters.done, [['recipe', 'cdcgan-mnist'], ['reset']])
  assert.deepEqual(letters.matching.remedies(error), [])
})

test('what no button mends has none', async () => {
  const few = { info: { count: 5, classes: null }, settings: { batch: 64 } }
  assert.deepEqual((await standing(few)).matching.remedies({ name: 'TrainingError' }), [])
  // A batch of one image is no batch.
  const single = { ...few, info: { count: 1, classes: null } }
  assert.deepEqual((await standing(single)).matching.remedies({ name: 'DataError' }), [])
  assert.deepEqual((await standing()).matching.remedies({ name: 'DataError' }), [])
})
