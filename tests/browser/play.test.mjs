// Play: trained generators opened, sampled, interpolated, calculated with and kept, in a real browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { bytesOf, open, openEngine, passFrames } from './harness.mjs'
import { openPlay } from './play.mjs'

let session
/** Generators as the engine itself makes them: after forty steps, with few channels. */
let plain, labelled, checkpoint
/** One that goes by styles, not trained at all. */
let styled
before(async () => {
  session = await open()
  const { page, close } = await openEngine(session)
  const made = await page.evaluate(async () => {
    const { base64, ganvas } = window
    const backend = await ganvas.Backend.open()
    const data = () => ganvas.DataSet.drawnDigits(0)
    const train = async (name, seed) => {
      const preset = JSON.parse(ganvas.presets()).find((recipe) => recipe.name === name)
      const recipe = JSON.stringify({ ...preset, width: 4, batch: 8 })
      const training = ganvas.Training.create(backend, recipe, data(), seed)
      await training.next(40)
      return training
    }
    const one = await train('dcgan-mnist', 7)
    const other = await train('cdcgan-mnist', 3)
    const style = JSON.parse(ganvas.presets()).find(({ name }) => name === 'stylegan2-64')
    const recipe = JSON.stringify({ ...style, width: 2, batch: 4 })
    const faces = ganvas.Training.create(backend, recipe, ganvas.DataSet.drawnFaces(0), 5)
    return {
      styled: base64(await faces.generatorFile(true, 'f32')),
      plain: base64(await one.generatorFile(true, 'f32')),
      checkpoint: base64(await one.checkpoint()),
      labelled: base64(await other.generatorFile(true, 'f32')),
      grid: base64((await one.samples(true)).rgba()),
    }
  })
  plain = { name: 'digits.safetensors', bytes: bytesOf(made.plain), grid: bytesOf(made.grid) }
  labelled = { name: 'labelled.safetensors', bytes: bytesOf(made.labelled) }
  styled = { name: 'styled.safetensors', bytes: bytesOf(made.styled) }
  checkpoint = bytesOf(made.checkpoint)
  await close()
})
after(() => session.close())

const CARDS = [
  { name: 'digits', title: 'Digits', file: 'digits.safetensors', bytes: 1, what: 'Digits, badly.' },
  {
    name: 'labelled',
    title: 'Digits by class',
    file: 'labelled.safetensors',
    bytes: 1,
    what: 'Digits of a class.',
    data: 'Drawn digits',
    steps: 2,
    scores: { distance: 12.5 },
  },
]
const shipped = () => ({ cards: CARDS, files: { [plain.name]: plain, [labelled.name]: labelled } })

test('a file opens in Play, and its grid is that of the training, whatever draws it', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  assert.equal(await play.page.locator('#train').isVisible(), false)
  await play.openFile(plain)
  assert.match(
    await play.text('model-facts'),
    /Images\s+28×28, greyscale\s+Latent\s+100 dimensions/,
  )
  const first = await play.samples('1/1/null')
  assert.deepEqual([first.width, first.height], [8 * 28, 8 * 28])
  await play.sow(7)
  const grid = await play.samples('7/1/null')
  assert.ok(new Set(grid.rgba).size > 20, 'the grid is blank')
  assert.deepEqual(grid.rgba, plain.grid)
  assert.notDeepEqual(grid.rgba, first.rgba)
  await play.press('new-samples')
  assert.notDeepEqual((await play.samples('8/1/null')).rgba, grid.rgba)
  await play.sow(1)
  assert.deepEqual((await play.samples('1/1/null')).rgba, first.rgba)
  // Play needs no training, and no data.
  assert.equal(play.calls().includes('start'), false)
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('a model of the list is open at once, another by its card, by the address or by a URL', async () => {
  const play = await openPlay(session, '?mode=play', shipped())
  await play.opened('Digits')
  assert.equal(new URL(play.page.url()).search, '?model=digits')
  const digits = await play.samples('1/1/null')
  await play.opened('Digits by class', () => play.page.click('.card:has-text("Digits by class")'))
  assert.equal(new URL(play.page.url()).search, '?model=labelled')
  assert.match(await play.text('model-facts'), /Steps\s+2\s+.*Metrics\s+distance 12.5/s)
  const fetch = async (address) => {
    await play.page.fill('#model-address', address)
    await play.page.click('#model-address-form button')
  }
  await play.opened('dcgan-mnist', () => fetch('models/digits.safetensors'))
  assert.deepEqual((await play.samples('1/1/null')).rgba, digits.rgba)
  const { search } = new URL(play.page.url())
  assert.equal(search, '?model=models%2Fdigits.safetensors')
  await play.opened('cdcgan-mnist', () =>
    fetch('https://elsewhere.test/models/labelled.safetensors'),
  )
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()

  const again = await openPlay(session, search, shipped())
  await again.opened('dcgan-mnist')
  assert.deepEqual((await again.samples('1/1/null')).rgba, digits.rgba)
  await again.close()
  const named = await openPlay(session, '?model=labelled&backend=cpu', shipped())
  await named.opened('Digits by class')
  await named.close()
})

test('the way through pinned samples begins and ends at them, and can be kept as a GIF', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  const pinned = []
  for (const index of [5, 12]) {
    await play.pick(index)
    assert.equal(await play.page.inputValue('#code'), `1.${index}`)
    pinned.push(await play.picture('picked'))
    await play.press('pin')
  }
  assert.notDeepEqual(pinned[0], pinned[1])
  await play.page.uncheck('#closed')
  await play.at(0)
  assert.deepEqual(await play.stage(), pinned[0])
  await play.at(1)
  assert.deepEqual(await play.stage(), pinned[1])
  await play.at(0.5)
  const arc = await play.stage()
  assert.ok(play.apart(arc, pinned[0]) > 0 && play.apart(arc, pinned[1]) > 0)
  await play.drawnSince(() => play.page.selectOption('#arc', 'line'))
  assert.notDeepEqual(await play.stage(), arc)

  await play.page.selectOption('#magnify', '4')
  await play.page.fill('#frames', '6')
  const gif = await play.download('save-gif')
  assert.equal(gif.name, 'ganvas-dcgan-mnist-interpolation.gif')
  const decoded = await play.decodeGif(gif.bytes)
  assert.deepEqual([decoded.width, decoded.height, decoded.frames.length], [112, 112, 6])
  // The first frame is the first sample, each of its pixels four by four.
  const first = pinned[0].rgba
  const found = decoded.frames[0]
  for (let pixel = 0; pixel < 28 * 28; pixel += 1) {
    const [x, y] = [pixel % 28, Math.floor(pixel / 28)]
    const at = ((4 * y + 3) * 112 + 4 * x + 2) * 4
    assert.equal(found[at], first[pixel * 4], `pixel ${x}, ${y}`)
  }
  const png = await play.download('save-strip')
  assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [8 * 112, 112])
  const list = JSON.parse((await play.download('save-latents')).bytes)
  assert.deepEqual(
    list.samples.map(({ code, latent }) => [code, latent.length]),
    [
      ['1.5', 100],
      ['1.12', 100],
    ],
  )
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('only what is seen can be kept', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  const keeps = (...expected) =>
    play.page.waitForFunction((expected) => {
      const all = ['samples', 'latents', 'picked', 'frame', 'strip', 'gif']
      const can = all.filter((each) => !document.getElementById(`save-${each}`).disabled)
      return can.join() === expected.join()
    }, expected)
  await keeps()
  await play.openFile(plain)
  await keeps('samples', 'latents', 'picked', 'frame', 'strip', 'gif')
  await play.tab('neighbours')
  await keeps('samples', 'latents', 'picked', 'frame')
  await play.tab('walk')
  await keeps('samples', 'latents', 'picked', 'frame', 'strip', 'gif')
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('a way is played at the speed of the display, and a long GIF can be stopped', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  await play.tab('walk')
  const before = await play.frames()
  await play.press('play-motion')
  await play.page.waitForFunction(
    (before) => Number(document.getElementById('stage').dataset.drawn) > before + 20,
    before,
  )
  await play.press('play-motion')
  await play.still()
  const after = await play.frames()
  await passFrames(play.page)
  assert.equal(await play.frames(), after, 'it goes on after Pause')
  await play.page.fill('#frames', '400')
  await play.press('save-gif')
  await play.page.waitForSelector('#gif-under-way:not([hidden])')
  await play.press('stop-gif')
  await play.page.waitForSelector('#gif-under-way', { state: 'hidden' })
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('A − B + C is calculated from what was picked: A − B + B is A', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  await play.pick(3)
  const a = await play.picture('picked')
  await play.press('put-A')
  await play.pick(9)
  const other = await play.picture('picked')
  await play.press('put-B')
  await play.press('put-C')
  await play.tab('arithmetic')
  await play.at(0)
  assert.deepEqual(await play.stage(), a)
  await play.at(1)
  // The numbers are rounded when they are subtracted and added.
  assert.ok(play.apart(await play.stage(), a) <= 1)
  await play.page.click('#slot-B .remove')
  await play.pick(3)
  await play.press('put-B')
  await play.at(1)
  assert.ok(play.apart(await play.stage(), other) <= 1, 'A − A + C is C')
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('a latent that is copied and pasted draws the very same image', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(labelled)
  const codes = []
  await play.pick(12)
  codes.push([await play.page.inputValue('#code'), await play.picture('picked')])
  assert.equal(codes[0][0], '1.12:2')
  // A point on a way is none of a seed.
  await play.page.selectOption('#label', '4')
  await play.samples('1/1/4')
  await play.at(0.3)
  await play.page.click('#stage .cells button')
  await play.page.waitForFunction(() => document.getElementById('code').value.startsWith('z'))
  await play.page.waitForFunction(
    () => document.getElementById('picked').dataset.code === document.getElementById('code').value,
  )
  codes.push([await play.page.inputValue('#code'), await play.picture('picked')])
  assert.deepEqual(await play.messages(), [])
  await play.close()

  const other = await openPlay(session, '?mode=play&backend=cpu')
  await other.openFile(labelled)
  for (const [code, picture] of codes) {
    await other.paste(code)
    assert.deepEqual(await other.picture('picked'), picture, code)
  }
  for (const [text, words] of [
    ['7.12:300', 'no latent'],
    ['7.12:10', 'class 10; this generator has classes 0 to 9'],
    ['zAAA', 'dimensions'],
    ['zAAAA', 'no latent'],
  ]) {
    const count = (await other.messages()).length
    await other.page.fill('#paste', text)
    await other.page.click('#paste-form button')
    await other.page.waitForFunction(
      (count) => document.querySelectorAll('#play-messages li').length > count,
      count,
    )
    assert.ok((await other.messages()).at(-1)[1].includes(words), text)
  }
  await other.close()
})

test('the link of a sample opens this very sample; one of a file of one’s own is a code, and says so', async () => {
  /** What the button under the picture puts into the clipboard. */
  const copied = async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.click('#copy-sample')
    await page.waitForSelector('#copy-sample:has-text("Copied")')
    return await page.evaluate(() => navigator.clipboard.readText())
  }
  const play = await openPlay(session, '?model=labelled&backend=cpu&lang=en', shipped())
  await play.pick(12)
  assert.equal(await play.text('copy-sample'), 'Copy link')
  const link = new URL(await copied(play))
  assert.equal(link.search, '?model=labelled&latent=1.12%3A2')
  const picture = await play.picture('picked')
  await play.openFile(plain)
  await play.pick(3)
  assert.equal(await play.text('copy-sample'), 'Copy code')
  assert.match(await play.text('copy-note'), /^This generator has no address/)
  assert.equal(await copied(play), '1.3')
  await play.close()

  const other = await openPlay(session, `${link.search}&backend=cpu`, shipped())
  await other.page.waitForFunction(
    () => document.getElementById('picked').dataset.code === '1.12:2',
  )
  assert.deepEqual(await other.picture('picked'), picture)
  assert.equal(new URL(other.page.url()).searchParams.get('latent'), '1.12:2')
  // The address goes on naming what is seen.
  await other.pick(5)
  await other.page.waitForURL((url) => url.searchParams.get('latent') === '1.5:5')
  assert.deepEqual(await other.messages(), [])
  await other.close()

  const broken = await openPlay(session, '?model=digits&backend=cpu&latent=zAAA', shipped())
  await broken.page.waitForSelector('#play-messages li')
  assert.match((await broken.messages())[0][1], /dimensions/)
  await broken.close()
})

test('a conditional generator draws classes to order, and one turning into another', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(labelled)
  const all = await play.samples('1/1/null')
  assert.equal(all.width, 10 * 28)
  await play.page.selectOption('#label', '4')
  const fours = await play.samples('1/1/4')
  const column = (grid, at) =>
    Array.from({ length: 28 * 28 }, (_, pixel) => {
      const [x, y] = [pixel % 28, Math.floor(pixel / 28)]
      return grid.rgba[(y * grid.width + at * 28 + x) * 4]
    })
  assert.deepEqual(column(fours, 4), column(all, 4))
  assert.notDeepEqual(column(fours, 5), column(all, 5))
  await play.pick(0)
  const four = await play.picture('picked')
  await play.tab('classes')
  await play.page.selectOption('#class-from', '4')
  await play.page.selectOption('#class-to', '7')
  await play.at(0)
  assert.deepEqual(await play.stage(), four)
  await play.at(0.5)
  const half = await play.stage()
  await play.at(1)
  const seven = await play.stage()
  assert.notDeepEqual(seven, four)
  assert.ok(play.apart(half, four) > 0 && play.apart(half, seven) > 0)
  // Classes are calculated with, too: four − four + seven is seven.
  for (const slot of ['A', 'B']) await play.press(`put-${slot}`)
  await play.page.selectOption('#label', '7')
  await play.samples('1/1/7')
  await play.pick(0)
  await play.press('put-C')
  await play.tab('arithmetic')
  await play.at(1)
  assert.deepEqual(await play.stage(), seven)
  assert.equal(await play.page.locator('#tab-classes').isVisible(), true)
  await play.openFile(plain)
  assert.equal(await play.page.locator('#tab-classes').isVisible(), false)
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('directions come by how much they matter, and truncation ends at the mean', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  await play.tab('directions')
  await play.page.waitForFunction(() =>
    /\d %/.test(document.querySelector('#axes-list')?.innerText),
  )
  const shares = await play.page
    .locator('#axes-list span')
    .evaluateAll((spans) => spans.map((span) => parseFloat(span.textContent)))
  assert.equal(shares.length, 8)
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => other - one),
  )
  const still = await play.stage()
  assert.deepEqual(still, await play.picture('picked'))
  await play.drawnSince(() => play.slide('axis-1', 2))
  const moved = await play.stage()
  assert.ok(play.apart(moved, still) > 0)
  await play.drawnSince(() => play.press('axes-zero'))
  assert.deepEqual(await play.stage(), still)

  await play.slide('truncation', 0)
  const mean = await play.samples('1/0/null')
  const row = mean.width * 28 * 4
  assert.deepEqual(mean.rgba.slice(0, row), mean.rgba.slice(row, 2 * row))
  await play.slide('truncation', 1)
  assert.notDeepEqual((await play.samples('1/1/null')).rgba, mean.rgba)
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('the neighbours of a sample have it in their middle', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  await play.pick(6)
  await play.tab('neighbours')
  const picked = await play.picture('picked')
  const around = await play.stage()
  assert.deepEqual([around.width, around.height], [5 * 28, 5 * 28])
  const tile = (column, row) =>
    Array.from({ length: 28 * 28 }, (_, pixel) => {
      const [x, y] = [(pixel % 28) + column * 28, Math.floor(pixel / 28) + row * 28]
      return around.rgba[(y * around.width + x) * 4]
    })
  const reds = picked.rgba.filter((_, at) => at % 4 === 0)
  assert.deepEqual(tile(2, 2), [...reds])
  assert.notDeepEqual(tile(0, 0), [...reds])
  await play.close()
})

test('one coordinate at a time is swept, a row for each or all in one picture', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  await play.tab('coordinates')
  const tile = (grid, column, row) =>
    Array.from({ length: 28 * 28 }, (_, pixel) => {
      const [x, y] = [(pixel % 28) + column * 28, Math.floor(pixel / 28) + row * 28]
      return grid.rgba[(y * grid.width + x) * 4]
    })
  const rows = await play.stage()
  assert.deepEqual([rows.width, rows.height], [8 * 28, 8 * 28])
  // Every row begins at the origin and ends elsewhere.
  for (const row of [1, 4, 7]) {
    assert.deepEqual(tile(rows, 0, row), tile(rows, 0, 0))
    assert.notDeepEqual(tile(rows, 7, row), tile(rows, 7, 0))
  }
  await play.page.click('#stage .cells button[aria-label="Select dimension 3 at 1"]')
  await play.page.waitForFunction(() => document.getElementById('code').value.startsWith('z'))
  await play.press('pin')
  const { samples } = JSON.parse((await play.download('save-latents')).bytes)
  const third = Array.from({ length: 100 }, (_, at) => (at === 2 ? 1 : 0))
  assert.deepEqual(
    samples.map(({ latent }) => latent),
    [third],
  )

  await play.drawnSince(() => play.page.selectOption('#coordinates-layout', 'together'))
  await play.at(1)
  const all = await play.stage()
  assert.deepEqual([all.width, all.height], [10 * 28, 10 * 28])
  for (const at of [0, 2, 7]) assert.deepEqual(tile(all, at, 0), tile(rows, 7, at))
  await play.page.selectOption('#magnify', '1')
  await play.page.fill('#frames', '2')
  const gif = await play.download('save-gif')
  assert.equal(gif.name, 'ganvas-dcgan-mnist-coordinates.gif')
  const { width, height, frames } = await play.decodeGif(gif.bytes)
  assert.deepEqual([width, height, frames.length], [10 * 28, 10 * 28, 2])
  await play.at(0)
  // It begins there; a GIF has 256 colours, no fewer than there are greys.
  assert.deepEqual(frames[0], (await play.stage()).rgba)
  await play.drawnSince(() => play.page.selectOption('#coordinates-range', 'whole'))
  await play.at(0.5)
  assert.deepEqual(tile(await play.stage(), 4, 4), tile(rows, 0, 0))

  await play.drawnSince(async () => {
    await play.page.fill('#coordinates-list', '5, 98-100')
    await play.page.press('#coordinates-list', 'Enter')
  })
  const some = await play.stage()
  assert.deepEqual([some.width, some.height], [2 * 28, 2 * 28])
  await play.page.fill('#coordinates-list', '101')
  await play.page.press('#coordinates-list', 'Enter')
  assert.equal(await play.page.getAttribute('#coordinates-list', 'aria-invalid'), 'true')
  assert.deepEqual(await play.stage(), some)
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('styles are mixed layer by layer, from each sample to the selected one', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  assert.equal(await play.page.isVisible('#tab-styles'), false)
  await play.openFile(styled)
  await play.pick(2)
  await play.tab('styles')
  const stage = await play.stage()
  assert.deepEqual([stage.width, stage.height], [8 * 64, 4 * 64])
  const tile = ({ rgba, width }, column, row, side = 64) =>
    Array.from({ length: side * side }, (_, pixel) => {
      const [x, y] = [(pixel % side) + column * side, Math.floor(pixel / side) + row * side]
      return rgba[(y * width + x) * 4]
    })
  // Images that are drawn with others may round otherwise.
  const alike = (one, other) => assert.ok(one.every((byte, at) => Math.abs(byte - other[at]) <= 1))
  const selected = tile(await play.picture('picked'), 0, 0)
  for (const row of [0, 1, 3]) {
    alike(tile(stage, 7, row), selected)
    const far = (tile) => tile.some((byte, at) => Math.abs(byte - selected[at]) > 20)
    for (const column of [0, 3]) assert.ok(far(tile(stage, column, row)), `${row}, ${column}`)
  }
  // The rows are samples of the grid, and picking in one selects its sample.
  const samples = await play.samples()
  for (const row of [0, 1, 2, 3]) alike(tile(stage, 0, row), tile(samples, row, row))
  await play.drawnSince(() =>
    play.page.click('#stage .cells button[aria-label="Select the sample that row 3 begins with"]'),
  )
  alike(tile(await play.picture('picked'), 0, 0), tile(samples, 2, 2))
  await play.download('save-frame')
  assert.deepEqual(await play.messages(), [])
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('what cannot be opened is said in a sentence, and what was open stays', async () => {
  const files = {
    'not-there.safetensors': null,
    'page.html': { bytes: Buffer.from('<html>') },
    'welcome.html': { bytes: Buffer.from('<html>'), contentType: 'text/html' },
    'private.safetensors': { ...plain, isPrivate: true },
  }
  const play = await openPlay(session, '?mode=play&backend=cpu', { files })
  await play.openFile(plain)
  const grid = await play.samples('1/1/null')
  const fails = async (work, words) => {
    const count = (await play.messages()).length
    await work()
    await play.page.waitForFunction(
      (words) => document.getElementById('play-messages').innerText.includes(words),
      words,
    )
    const [kind, sentence] = (await play.messages()).at(-1)
    assert.equal(kind, 'error', String(count))
    assert.match(sentence, /\.$/)
  }
  const fetch = async (address) => {
    await play.page.fill('#model-address', address)
    await play.page.click('#model-address-form button')
  }
  await fails(() => play.choose('cut.safetensors', plain.bytes.subarray(0, 999)), 'is not a whole')
  await fails(() => play.choose('mine.safetensors', checkpoint), 'is a checkpoint')
  await fails(() => fetch('models/not-there.safetensors'), 'HTTP status 404')
  await fails(() => fetch('models/page.html'), 'is not a')
  await fails(() => fetch('models/welcome.html'), 'the server sent a web page instead')
  await fails(() => fetch('http://'), 'is not a valid URL')
  await fails(() => fetch('https://elsewhere.test/models/private.safetensors'), '(CORS)')
  await play.page.click('#pin')
  assert.equal(await play.page.locator('#pinned li').count(), 1)
  await play.sow(2)
  await play.sow(1)
  assert.deepEqual((await play.samples('1/1/null')).rgba, grid.rgba)
  await play.close()
})

test('files find their mode: a generator opens in Play, a checkpoint is trained on', async () => {
  const app = await openApp(session, '?backend=cpu&width=4&batch=8&data=drawn-digits&seed=7')
  const drop = (name, bytes) =>
    app.page.setInputFiles('#files', { name, mimeType: '', buffer: bytes })
  await drop(plain.name, plain.bytes)
  await app.page.waitForFunction(() => document.getElementById('model-name').textContent !== '')
  assert.equal(await app.page.locator('#play').isVisible(), true)
  assert.match(new URL(app.page.url()).search, /mode=play/)
  await drop('mine.safetensors', checkpoint)
  await app.page.waitForFunction(() => document.getElementById('step-count').dataset.value === '40')
  assert.equal(await app.page.locator('#train').isVisible(), true)
  assert.doesNotMatch(new URL(app.page.url()).search, /mode=/)
  await app.close()
})

test('the generator in training can be played with while it trains', async () => {
  const app = await openApp(session, '?backend=cpu&width=4&batch=8&data=drawn-digits&seed=7', {
    // Else the first of the list is opened, and its samples would be taken for those waited for.
    prepare: (page) => page.route(/\/models\.json$/, (route) => route.fulfill({ json: [] })),
  })
  await app.start()
  await app.reachesStep(3)
  await app.page.check('[name=mode][value=play]')
  await app.page.click('#model-in-training')
  await app.page.waitForFunction(
    () => document.getElementById('play-samples').dataset.drawn === '1/1/null',
  )
  assert.match(await app.text('model-name'), /fast-digits/)
  assert.equal(await app.phase(), 'running')
  const step = await app.step()
  await app.page.click('#play-motion')
  await app.reachesStep(step + 5)
  await app.page.waitForFunction(() => Number(document.getElementById('stage').dataset.drawn) > 10)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an engine that stops dead is started again, and what is in hand stays', async () => {
  const worker = `new BroadcastChannel('trap').onmessage = () => {
    void Promise.reject(new WebAssembly.RuntimeError('unreachable'))
  }`
  const play = await openPlay(session, '?mode=play&backend=cpu', { worker })
  await play.openFile(plain)
  await play.pick(4)
  await play.press('pin')
  const picked = await play.picture('picked')
  await play.page.evaluate(() => new BroadcastChannel('trap').postMessage('now'))
  await play.page.waitForTimeout(300)
  await play.press('new-samples')
  await play.page.waitForSelector('#play-restart:not([hidden])')
  assert.match((await play.messages()).at(-1)[1], /^The engine stopped unexpectedly/)
  await play.press('play-restart')
  await play.samples('2/1/null')
  await play.page.waitForFunction(() => /CPU/.test(document.getElementById('play-state').innerText))
  assert.deepEqual(await play.messages(), [])
  assert.equal(await play.page.locator('#pinned li').count(), 1)
  await play.page.click('#pinned .thumb')
  await play.page.waitForFunction(() => document.getElementById('picked').dataset.code === '1.4')
  assert.deepEqual(await play.picture('picked'), picked)
  await play.close()
})

test('narrow screens hold all of Play', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.page.setViewportSize({ width: 360, height: 700 })
  await play.openFile(labelled)
  for (const id of ['interpolation', 'walk', 'directions', 'arithmetic', 'neighbours', 'classes']) {
    await play.press(`tab-${id}`)
    const [wide, room] = await play.page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ])
    assert.ok(wide <= room, `${id} is ${wide} wide`)
  }
  await play.close()
})

test('the keyboard alone picks, pins and plays', async () => {
  const play = await openPlay(session, '?mode=play&backend=cpu')
  await play.openFile(plain)
  const { keyboard } = play.page
  await play.page.focus('#play-samples .cells button')
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await keyboard.press(key)
  await play.page.waitForFunction(() => document.getElementById('picked').dataset.code === '1.9')
  await keyboard.press('p')
  assert.equal(await play.page.locator('#pinned li').count(), 1)
  await keyboard.press('n')
  await play.samples('2/1/null')
  await play.page.focus('#tab-interpolation')
  await keyboard.press('ArrowRight')
  assert.equal(await play.page.getAttribute('#tab-walk', 'aria-selected'), 'true')
  await play.page.evaluate(() => document.activeElement.blur())
  const before = await play.frames()
  await keyboard.press('Space')
  await play.page.waitForFunction(
    (before) => Number(document.getElementById('stage').dataset.drawn) > before + 5,
    before,
  )
  await keyboard.press('Space')
  assert.equal(await play.text('play-motion'), 'Play')
  assert.deepEqual(play.complaints, [])
  await play.close()
})

test('WebGPU draws the picture that the CPU draws', async () => {
  const grids = []
  for (const backend of ['cpu', 'webgpu']) {
    const play = await openPlay(session, `?mode=play&backend=${backend}`)
    await play.openFile(labelled)
    assert.match(await play.text('play-state'), backend === 'cpu' ? /CPU/ : /WebGPU/)
    grids.push(await play.samples('1/1/null'))
    if (backend === 'webgpu') {
      // The other way round, in the same page.
      await play.page.selectOption('#play-backend', 'cpu')
      await play.page.waitForFunction(() =>
        /CPU/.test(document.getElementById('play-state').textContent),
      )
    }
    assert.deepEqual(play.complaints, [])
    await play.close()
  }
  const [cpu, webgpu] = grids
  const differences = cpu.rgba.map((value, at) => Math.abs(value - webgpu.rgba[at]))
  const most = differences.reduce((one, other) => Math.max(one, other))
  assert.ok(most <= 1, `${most} of 255 apart`)
})
