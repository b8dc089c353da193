// Readings of a state dict in Play: what the file does not say is tried, and a person picks what looks right.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { prepend } from './app.mjs'
import { stateDict, stripped } from './bare.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'
import { openPlay } from './play.mjs'
import { compiled } from './strings.mjs'

/** Never comes to an end with the readings of a file. */
const STUCK = `addEventListener('message', ({ data }) => {
  if (data.wanted !== 'proposals') return
  for (const end = Date.now() + 60000; Date.now() < end;);
})`

let session
let digits
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
  const url = new URL('../../dist/models/mnist-28.safetensors', import.meta.url)
  digits = stripped(await readFile(url))
})
after(() => session.close())

const opens = (name, bytes) => async (play) => {
  await play.opened(name, () => play.choose(`${name}.safetensors`, bytes))
}

/** What the cards say, whether they are picked, and what they show. */
const cards = (page) =>
  page.locator('#proposal-cards label').evaluateAll((labels) =>
    labels.map((label) => {
      const [picture, said, doubt] = label.querySelector('span').children
      return {
        said: said.textContent,
        doubt: doubt?.textContent ?? null,
        isPicked: label.querySelector('input').checked,
        picture: picture.toDataURL(),
      }
    }),
  )

const picked = async (page) => (await cards(page)).findIndex(({ isPicked }) => isPicked)

const spec = async (page) => JSON.parse(await page.inputValue('#import-spec'))

test('one of several readings is picked by key, and is the spec and the generator', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const { page } = play
  await opens('digits', digits)(play)
  const faces = await play.samples()
  // What is below stays where it is, from the click on.
  await play.press('show-proposals')
  const top = () => page.locator('.hand').evaluate((hand) => hand.offsetTop)
  const before = await top()
  await page.waitForSelector('#proposal-cards input')
  assert.equal(await top(), before)

  const all = await cards(page)
  assert.ok(all.length > 2 && all.length <= 8, `${all.length} readings`)
  assert.equal(new Set(all.map(({ picture }) => picture)).size, all.length)
  for (const { said, doubt } of all) {
    assert.match(said, /between the layers, .* at the end, images of/)
    assert.equal(doubt, null)
  }
  // The best one is how the file was read at first.
  assert.match(all[0].said, /^ReLU .*28×28/)
  assert.equal(await picked(page), 0)
  assert.equal(await play.text('proposals-said'), '')

  const other = all.findIndex(({ said }) => said.includes('SiLU'))
  assert.ok(other > 0)
  const key = async (name) => {
    await play.opened('digits', () => page.keyboard.press(name))
    await play.settled()
  }
  for (let at = 1; at <= other; at += 1) {
    await key('ArrowRight')
    assert.equal(await picked(page), at)
    assert.equal(await top(), before)
  }
  assert.notDeepEqual((await play.samples()).rgba, faces.rgba)
  assert.ok((await spec(page)).generator.some(({ layer }) => layer === 'silu'))
  assert.equal(await page.inputValue('#import-hidden'), 'silu')
  const assumed = await play.text('import-assumed')
  assert.ok(assumed.includes(all[other].said), assumed)
  assert.match(assumed, /normal distribution/)

  // A choice by hand is another of them, or none.
  await play.opened('digits', () => page.selectOption('#import-hidden', 'relu'))
  await play.settled()
  assert.equal(await picked(page), 0)
  assert.deepEqual((await play.samples()).rgba, faces.rgba)
  await page.click('#import-spec-box summary')
  const stated = await spec(page)
  const slope = (layer) => (layer.layer === 'relu' ? { layer: 'leaky-relu', slope: 0.37 } : layer)
  const own = { ...stated, title: 'Mine', generator: stated.generator.map(slope) }
  await page.fill('#import-spec', JSON.stringify(own))
  await play.opened('digits', () => play.press('import-again'))
  await play.settled()
  assert.equal(await picked(page), -1)
  // What was stated besides the layers stays.
  await play.opened('digits', () => page.locator('#proposal-cards label').nth(1).click())
  await play.settled()
  assert.equal(await picked(page), 1)
  assert.equal((await spec(page)).title, 'Mine')
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('a file that leaves its order open is opened as it looks best, and noise is called so', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const { page } = play
  const shapes = { in: [4, 8, 4, 4], mid: [8, 8, 4, 4], up: [8, 8, 4, 4], out: [8, 3, 4, 4] }
  let state = 1
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5
  const tensors = Object.entries(shapes).map(([name, shape]) => {
    const count = shape.reduce((product, side) => product * side, 1)
    return [`${name}.weight`, shape, Float32Array.from({ length: count }, random)]
  })
  await opens('unordered', stateDict(tensors))(play)
  const all = await cards(page)
  assert.ok(all.length > 1, `${all.length} readings`)
  assert.equal(await picked(page), 0)
  for (const { said, doubt } of all) {
    assert.match(said, /in the order “in”, /)
    assert.match(doubt ?? '', /looks like noise/)
  }
  assert.match(await play.text('proposals-said'), /^None of these looks like/)
  assert.ok((await play.text('import-assumed')).includes(all[0].said))
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('readings that are being tried can be stopped, and give way to another file', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const { page } = play
  await opens('digits', digits)(play)
  await page.route(/\/reader-[^/]*\.js$/, (route) => prepend(route, STUCK))
  const readers = () => page.workers().filter((worker) => worker.url().includes('reader')).length
  const begins = async () => {
    await play.press('show-proposals')
    while (readers() === 0) await page.waitForTimeout(20)
    assert.notEqual(await play.text('proposals-said'), '')
  }
  const ends = async () => {
    while (readers() > 0) await page.waitForTimeout(20)
  }
  const isShown = (id) => page.locator(`#${id}`).isVisible()

  await begins()
  // The page draws meanwhile.
  await play.sow(3)
  await play.press('stop-proposals')
  await ends()
  assert.deepEqual([await isShown('show-proposals'), await isShown('proposals')], [true, false])
  assert.equal(await play.text('model-name'), 'digits')

  await begins()
  const onnx = new URL('../import/fixtures/onnx-dcgan.onnx', import.meta.url).pathname
  await play.opened('onnx-dcgan', () => page.setInputFiles('#model-file', onnx))
  await ends()
  // That file says its layers.
  assert.deepEqual([await isShown('show-proposals'), await isShown('proposals')], [false, false])
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('choices by hand leave the end where it is, and know the layers before it', async () => {
  const { choicesOf, isSameReading, withChoice } = await compiled('play/statement.ts')
  const layers = (...names) => names.map((layer) => ({ layer }))
  const json = (...names) => JSON.stringify({ generator: layers(...names) })
  const changed = (before, choice, value) => JSON.parse(withChoice(before, choice, value))
  const before = json('linear', 'tanh', 'linear', 'tanh', 'reshape')
  assert.deepEqual(choicesOf(before), { hidden: 'tanh', end: 'tanh' })
  const selu = changed(before, 'hidden', 'selu').generator
  assert.deepEqual(selu, layers('linear', 'selu', 'linear', 'tanh', 'reshape'))
  const none = withChoice(before, 'end', 'none')
  assert.deepEqual(JSON.parse(none).generator, layers('linear', 'tanh', 'linear', 'reshape'))
  assert.deepEqual(choicesOf(none), { hidden: 'tanh', end: 'none' })
  const unit = changed(none, 'end', 'sigmoid')
  assert.deepEqual(unit.generator, layers('linear', 'tanh', 'linear', 'sigmoid', 'reshape'))
  assert.equal(unit.image.range, 'unit')
  assert.ok(isSameReading(before, JSON.stringify({ title: 'Other', ...JSON.parse(before) })))
  assert.ok(!isSameReading(before, none))
})
