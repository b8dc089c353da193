// Choosing in Play: whatever comes late of an earlier choice is dropped, and what does not end is ended.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { prepend } from './app.mjs'
import { BASIC_FLAGS, open } from './harness.mjs'
import { openPlay } from './play.mjs'
import { compiled } from './strings.mjs'

const fixture = (name) => readFile(new URL(`../import/fixtures/${name}`, import.meta.url))
const shipped = (name) => readFile(new URL(`../../dist/models/${name}`, import.meta.url))

/** Never comes to an end with what has `slow` in its name, as files may that were made for it. */
const STUCK = `addEventListener('message', ({ data }) => {
  if (!data.files?.some(({ name }) => name.includes('slow'))) return
  for (const end = Date.now() + 60000; Date.now() < end;);
})`

/** Takes a minute over every image of a generator whose file has the name. */
const STUCK_DRAWING = (file) => `let isSlow = false
  addEventListener('message', ({ data: { method, args } }) => {
    if (method === 'open') isSlow = args[0].name === '${file}'
    if (method !== 'draw' || !isSlow) return
    for (const end = Date.now() + 60000; Date.now() < end;);
  })`

let session
let files, cards
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
  const names = ['mnist-28.safetensors', 'mnist-28-labels.safetensors']
  const read = await Promise.all(names.map(shipped))
  files = Object.fromEntries(names.map((name, at) => [name, { bytes: read[at] }]))
  cards = names.map((file) => {
    const name = file.replace('.safetensors', '')
    return { name: `test-${name}`, title: name, file, bytes: 1, what: name }
  })
})
after(() => session.close())

const card = (title) => `.card:has(strong:text-is("${title}"))`

test('an import that takes long can be stopped, and gives way to any other choice', async () => {
  const slow = { name: 'slow.onnx', mimeType: '', buffer: await fixture('onnx-dcgan.onnx') }
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files })
  const { page } = play
  await play.opened('mnist-28')
  await page.route(/\/reader-[^/]*\.js$/, (route) => prepend(route, STUCK))
  const readers = () => page.workers().filter((worker) => worker.url().includes('reader'))
  const begins = async () => {
    await page.setInputFiles('#model-file', slow)
    await page.locator('#play-stop').waitFor()
    while (readers().length === 0) await page.waitForTimeout(20)
    assert.match(await play.text('play-state'), /slow\.onnx/)
  }
  const ends = async () => {
    while (readers().length > 0) await page.waitForTimeout(20)
    assert.equal(await page.locator('#play-stop').isVisible(), false)
  }

  await begins()
  // It says for how long it has been at it.
  await page.waitForFunction(() =>
    /[1-9] s/.test(document.getElementById('play-load-label').textContent),
  )
  await play.press('play-stop')
  await ends()
  assert.equal(await play.text('model-name'), 'mnist-28')
  assert.equal(await play.text('play-state'), 'Running on the CPU.')

  for (const [title, choose] of [
    ['mnist-28-labels', () => page.click(card('mnist-28-labels'))],
    [
      'mnist-28',
      async () => {
        await page.fill('#model-address', 'models/mnist-28.safetensors')
        await page.click('#model-address-form button')
      },
    ],
    [
      'mnist-28-labels',
      () => play.choose('own.safetensors', files['mnist-28-labels.safetensors'].bytes),
    ],
    [
      'onnx-dcgan',
      () =>
        page.setInputFiles(
          '#model-file',
          new URL('../import/fixtures/onnx-dcgan.onnx', import.meta.url).pathname,
        ),
    ],
  ]) {
    await begins()
    await play.opened(title, choose)
    await ends()
    assert.equal((await play.text('model-name')).trim(), title)
  }
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('the sample that was picked last is the one that is shown, however late others come', async () => {
  // Single images come late, in their order.
  const worker = `const send = postMessage.bind(self)
    self.postMessage = (reply, transfer) => {
      const isLate = reply.kind === 'result' && reply.result?.columns === 1
      setTimeout(send, isLate ? 400 : 0, reply, transfer)
    }`
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files, worker })
  const { page } = play
  await play.opened('mnist-28')
  await play.pick(0)
  const first = await play.picture('picked')
  await play.press('pin')
  const cells = page.locator('#play-samples .cells button')
  await cells.nth(9).click()
  await page.waitForFunction(() => document.getElementById('code').value === '1.9')
  // This one has been drawn before.
  await page.click('#pinned .thumb')
  await page.waitForTimeout(1200)
  assert.equal(await page.inputValue('#code'), '1.0')
  assert.deepEqual(await play.picture('picked'), first)
  await play.close()
})

test('a GIF that is not finished ends with its generator', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files })
  const downloads = []
  play.page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await play.opened('mnist-28')
  await play.page.fill('#frames', '400')
  await play.press('save-gif')
  await play.page.locator('#gif-under-way').waitFor()
  await play.opened('mnist-28-labels', () => play.page.click(card('mnist-28-labels')))
  await play.page.locator('#gif-under-way').waitFor({ state: 'hidden' })
  await play.page.waitForTimeout(500)
  assert.deepEqual(downloads, [])
  assert.deepEqual(await play.messages(), [])
  await play.page.fill('#frames', '3')
  const gif = await play.download('save-gif')
  assert.match(gif.name, /labels/)
  await play.close()
})

test('an address that never answers can be stopped, and what was open is open', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files })
  await play.opened('mnist-28')
  await play.page.route('**/never.safetensors', () => {})
  await play.page.fill('#model-address', 'never.safetensors')
  await play.page.click('#model-address-form button')
  await play.page.waitForFunction(
    () => document.getElementById('play-status').dataset.phase === 'loading',
  )
  // The card of what is open goes back to it.
  await play.page.click(card('mnist-28'))
  await play.settled()
  assert.equal(await play.text('play-state'), 'Running on the CPU.')
  await play.sow(4)
  assert.deepEqual(await play.messages(), [])
  await play.close()
})

test('generators may be changed while one moves: none is drawn with the numbers of another', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files })
  await play.opened('mnist-28')
  await play.press('play-motion')
  for (let turn = 0; turn < 24; turn += 1) {
    const { title } = cards[(turn + 1) % 2]
    await play.page.click(card(title))
    if (turn % 3 > 0) await play.page.waitForTimeout(40 * (turn % 4))
    if (await play.page.locator('#play-motion', { hasText: 'Play' }).count()) {
      await play.press('play-motion')
    }
  }
  await play.settled()
  await play.opened(cards[0].title)
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('a generator that does not come to an end is ended when Play is left, and no training with it', async () => {
  const query = '?mode=train&backend=cpu&data=drawn-digits&width=4&batch=8'
  const worker = STUCK_DRAWING('mnist-28.safetensors')
  const play = await openPlay(session, query, { cards, files, worker, inTrain: true })
  const { page } = play
  const step = (number) =>
    page.waitForFunction(
      (number) => document.getElementById('step-count').dataset.value === number,
      String(number),
    )
  const workers = () => page.workers().filter((worker) => worker.url().includes('/worker-')).length
  await page.waitForFunction(() => document.getElementById('status').dataset.phase === 'ready')
  await page.click('#step-once')
  await step(1)
  const go = (room) => page.locator(`label:has(> input[name=mode][value=${room}])`).click()
  await go('play')
  await page.waitForFunction(() => document.getElementById('model-name').textContent === 'mnist-28')
  assert.equal(workers(), 2)
  await go('train')
  await page.click('#step-once')
  await step(2)
  while (workers() > 1) await page.waitForTimeout(20)
  await go('play')
  const said = await play.messages()
  assert.equal(said.length, 1)
  assert.match(said[0][1], /“mnist-28\.safetensors” blocked the engine/)
  await play.opened('mnist-28-labels', () => page.click(card('mnist-28-labels')))
  await play.sow(3)
  await go('train')
  await page.click('#step-once')
  await step(3)
  await play.close()
})

test('a generator that does not come to an end keeps no other one waiting', async () => {
  const worker = STUCK_DRAWING('mnist-28.safetensors')
  const play = await openPlay(session, '?mode=play&backend=cpu', { cards, files, worker })
  const { page } = play
  await page.waitForFunction(() => document.getElementById('model-name').textContent === 'mnist-28')
  await play.opened('mnist-28-labels', () => page.click(card('mnist-28-labels')))
  while (page.workers().length > 1) await page.waitForTimeout(20)
  await play.sow(3)
  // The other one was ended with its worker: nobody has anything to tell.
  await page.waitForTimeout(2500)
  assert.deepEqual(await play.messages(), [])
  await play.close()
})

test('files that are still being collected give way to what was chosen after them', async () => {
  const { Choices } = await compiled('play/choices.ts')
  const choices = new Choices()
  const [early, late] = [new File([], 'early'), new File([], 'late')]
  const expect = async (file) => {
    choices.expect(Promise.resolve([{ path: file.name, file }]))
    await Promise.resolve()
  }
  await expect(early)
  await expect(late)
  const first = choices.take([late])
  assert.equal(choices.take([early]), null)
  assert.equal(first.aborted, false)
  await expect(early)
  const card = choices.take()
  assert.equal(first.aborted, true)
  assert.equal(first.reason.name, 'Superseded')
  assert.equal(choices.take([early]), null)
  assert.equal(card.aborted, false)
  assert.ok(choices.take([new File([], 'picked')]))
  assert.equal(card.aborted, true)
})
