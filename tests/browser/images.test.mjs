// Images of one's own in the page: dropped, chosen, in a folder, in a ZIP file, good and broken.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { openApp } from './app.mjs'
import { blank, choose, drop, number, plain, png, zip } from './files.mjs'
import { bytesOf, open } from './harness.mjs'

const DRAWN = '?backend=cpu&width=4&batch=4&data=drawn-digits'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Waits until the page shows this of its data, and stands ready. */
async function shows(app, expected) {
  // Both at once: between two looks the next images may have begun to be read.
  const phase = await app.page.waitForFunction((source) => {
    const { phase } = document.getElementById('status').dataset
    const isShown = new RegExp(source).test(document.getElementById('data-info').textContent)
    return (phase === 'failed' || (phase === 'ready' && isShown)) && phase
  }, expected.source)
  assert.equal(await phase.jsonValue(), 'ready')
}

/** The real images that the page shows: 28×28 grey values each. */
async function tiles(app) {
  const { width, height, grey } = await app.pixels('reals')
  const found = []
  for (let top = 0; top < height; top += 28) {
    for (let left = 0; left < width; left += 28) {
      found.push((x, y) => grey[(top + y) * width + left + x])
    }
  }
  return found
}

test('dropped images are brought to the recipe’s size, and trained on', async () => {
  const app = await openApp(session, DRAWN)
  const greys = [10, 60, 110, 160, 210, 250]
  const whole = plain(33, 300)
  await drop(app.page, [
    ...greys.map((grey, index) => [`${index}.png`, plain(grey, 20 + index * 7)]),
    ['broken.png', whole.subarray(0, whole.length / 2)],
    ['page.jpg', Buffer.from('<!doctype html><p>Not found')],
    ['nothing.webp', Buffer.alloc(0)],
    ['.DS_Store', Buffer.from('x')],
    ['notes.txt', Buffer.from('x')],
  ])
  await shows(app, /^Your images: 6 images of 28×28$/)
  assert.deepEqual(await app.messages(), [])
  assert.equal(await app.text('image-notes'), 'Files in unsupported formats: 1 (.txt 1)')
  assert.equal(await app.page.inputValue('#data'), 'files')
  assert.equal(await app.text('image-report-summary'), '6 kept, 3 skipped')
  await app.press('image-report-summary')
  assert.deepEqual((await app.text('image-report-files')).split('\n'), [
    'broken.png: it is broken, or no JPEG, PNG, WebP, GIF or BMP',
    'nothing.webp: it is empty',
    'page.jpg: it is no JPEG, PNG, WebP, GIF or BMP, but a web page: download the file itself, not the page about it',
  ])
  const seen = new Set((await tiles(app)).map((tile) => tile(14, 14)))
  assert.deepEqual(
    [...seen].sort((one, other) => one - other),
    greys,
  )
  await app.takeSteps(2)
  const { reports } = await app.log()
  assert.ok(reports.slice(-2).every(({ d_loss, g_loss }) => Number.isFinite(d_loss + g_loss)))

  // Another data set takes the report away.
  await app.page.selectOption('#data', 'drawn-digits')
  await app.page.waitForFunction(() => document.getElementById('image-options').hidden)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('images of other proportions are cropped, or stretched on demand', async () => {
  const app = await openApp(session, DRAWN)
  // Black, with a white stripe at the left and at the right that the crop cuts off.
  const wide = png(90, 30, (x) => (x < 20 || x >= 70 ? 255 : 0))
  await choose(
    app.page,
    ['a', 'b', 'c', 'd'].map((name) => [`${name}.png`, wide]),
  )
  await shows(app, /4 images of 28×28$/)
  for (const tile of await tiles(app)) assert.deepEqual([tile(1, 14), tile(26, 14)], [0, 0])
  await app.page.uncheck('#crop')
  await app.page.waitForFunction(() => {
    const canvas = document.getElementById('reals')
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
    copy.drawImage(canvas, 0, 0)
    return copy.getImageData(1, 14, 1, 1).data[0] === 255
  })
  await app.settled()
  for (const tile of await tiles(app)) assert.deepEqual([tile(1, 14), tile(14, 14)], [255, 0])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a pattern chooses among the files, as seen from their folder', async () => {
  const app = await openApp(session, DRAWN)
  const pets = zip([
    ['pets/dogs/1.png', plain(150)],
    ['pets/dogs/2.png', plain(200)],
    ['pets/cats/1.png', plain(50)],
    ['pets/cats/2.png', plain(100)],
    ['pets/cats/small/3.png', plain(70)],
    ['pets/4.png', plain(30)],
  ])
  await app.press('data-options summary')
  for (const [pattern, greys] of [
    ['CATS/*.png', [50, 100]],
    ['cats/**', [50, 70, 100]],
    ['*.png', [30]],
    ['**/[12].png', [50, 100, 150, 200]],
  ]) {
    await app.page.fill('#pattern', pattern)
    await app.page.keyboard.press('Tab')
    if (pattern === 'CATS/*.png') await choose(app.page, [['pets.zip', pets]])
    // Fewer images than a batch: they are taken, and cannot be trained on.
    await app.page.waitForFunction(
      (count) => document.getElementById('data-info').textContent.includes(`: ${count} images`),
      greys.length,
    )
    await app.settled()
    if (greys.length < 4) continue
    await shows(app, /^pets\.zip: 4 images of 28×28, 2 classes$/)
    const seen = new Set((await tiles(app)).map((tile) => tile(3, 3)))
    assert.deepEqual(
      [...seen].sort((one, other) => one - other),
      greys,
    )
  }
  const count = (await app.messages()).length
  await app.page.fill('#pattern', '*.webp')
  await app.page.keyboard.press('Tab')
  const [, sentence] = await app.messageAfter(count)
  assert.equal(sentence, 'None of the 6 images matches the pattern; the first is “4.png”.')
  assert.match(await app.text('data-info'), /: 4 images/)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('an exact part is cut out of the centre, and resized to what is asked for', async () => {
  const app = await openApp(session, '?backend=cpu&width=2&batch=4&recipe=dcgan-tensorflow')
  // Black, with a white frame of 20 pixels.
  const framed = png(90, 80, (x, y) => (x < 20 || x >= 70 || y < 20 || y >= 60 ? 255 : 0))
  await choose(app.page, [
    ...['a', 'b', 'c', 'd'].map((name) => [`${name}.png`, framed]),
    ['small.png', plain(0, 30)],
  ])
  await shows(app, /: 5 images of 64×64$/)
  await app.press('data-options summary')
  const put = async (id, value) => {
    await app.page.fill(`#${id}`, value)
    await app.page.keyboard.press('Tab')
  }
  /** Waits until this grey is in the middle of the left edge of the first image. */
  const showsAtTheEdge = (grey) =>
    app.page.waitForFunction((grey) => {
      const canvas = document.getElementById('reals')
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
      copy.drawImage(canvas, 0, 0)
      return copy.getImageData(0, 16, 1, 1).data[0] === grey
    }, grey)
  await showsAtTheEdge(255)
  await put('resize-height', '32')
  await shows(app, /: 5 images of 32×32$/)
  await put('cut-height', '36')
  await shows(app, /: 4 images of 32×32$/)
  await put('cut-width', '46')
  await shows(app, /: 4 images of 32×32$/)
  await showsAtTheEdge(0)
  assert.equal(await app.text('image-report-summary'), '4 kept, 1 skipped')
  await put('cut-width', '70')
  await showsAtTheEdge(255)
  const messages = (await app.messages()).length
  await put('cut-height', '0')
  const [, sentence] = await app.messageAfter(messages)
  assert.equal(sentence, 'The crop size must be a whole number from 1 to 32768; “0” was ignored.')
  await app.page.selectOption('#recipe', 'dcgan-mnist')
  assert.equal(await app.page.isDisabled('#resize-height'), true)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('the browser decodes JPEG, WebP, GIF and BMP, and turns them as EXIF says', async () => {
  const app = await openApp(session, DRAWN)
  /** White above, black below. */
  const encode = (type) =>
    app.page.evaluate(async (type) => {
      const canvas = new OffscreenCanvas(64, 64)
      const context = canvas.getContext('2d')
      context.fillRect(0, 0, 64, 64)
      context.fillStyle = 'white'
      context.fillRect(0, 0, 64, 32)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())
      return window.base64(bytes)
    }, type)
  const jpeg = bytesOf(await encode('image/jpeg'))
  const webp = bytesOf(await encode('image/webp'))
  assert.equal(webp.toString('latin1', 8, 12), 'WEBP')
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1'),
    Buffer.from([0, 3, 0, 0, 0, 0, 0, 0]),
  ])
  const turned = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    number(2, exif.length + 2),
    exif,
    jpeg.subarray(2),
  ])
  // One white pixel over one black pixel.
  const gif = Buffer.from(
    '47494638396101000200800000000000ffffff2c00000000010002000002020c0a003b',
    'hex',
  )
  const bmp = Buffer.from(
    '424d3e000000000000003600000028000000010000000200000001001800' +
      '00000000080000000000000000000000000000000000000000000000ffffff00',
    'hex',
  )
  for (const [name, bytes, above, below] of [
    ['a.jpeg', jpeg, 255, 0],
    ['a.webp', webp, 255, 0],
    ['a.GIF', gif, 255, 0],
    ['a.bmp', bmp, 255, 0],
    ['turned.jpg', turned, 0, 255],
  ]) {
    await app.page.selectOption('#data', 'drawn-digits')
    await shows(app, /^Drawn digits/)
    const files = [0, 1, 2, 3].map((copy) => [`${copy}${name}`, bytes])
    await choose(app.page, files)
    await shows(app, /^Your images: 4 images of 28×28$/)
    for (const tile of await tiles(app)) {
      // What is cut out of an image of two pixels begins in the middle of each: 23 of blending.
      assert.ok(Math.abs(tile(14, 2) - above) < 32, `${name}: ${tile(14, 2)} above`)
      assert.ok(Math.abs(tile(14, 25) - below) < 32, `${name}: ${tile(14, 25)} below`)
    }
  }
  assert.deepEqual(await app.messages(), [])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a ZIP file is unpacked in the page, its folders are classes', async () => {
  const app = await openApp(session, DRAWN)
  const torn = plain(9).subarray(0, 40)
  await choose(app.page, [
    [
      'pets.zip',
      zip([
        ['pets/dogs/2.png', plain(200)],
        ['pets/dogs/1.png', plain(150)],
        ['pets/cats/1.png', plain(50)],
        ['pets/cats/2.png', plain(100)],
        ['pets/cats/3.png', torn],
        ['pets/readme.txt', Buffer.from('x')],
        ['__MACOSX/pets/cats/._1.png', Buffer.from('x')],
      ]),
    ],
  ])
  await shows(app, /^pets\.zip: 4 images of 28×28, 2 classes$/)
  assert.equal(await app.text('image-report-summary'), '4 kept, 1 skipped')
  assert.deepEqual(await app.messages(), [])
  const seen = new Set((await tiles(app)).map((tile) => tile(3, 3)))
  assert.deepEqual(
    [...seen].sort((one, other) => one - other),
    [50, 100, 150, 200],
  )
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a folder is taken with its subfolders', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'ganvas-')), 'shapes')
  for (const [path, grey] of [
    ['round/1.png', 20],
    ['round/2.png', 70],
    ['square/1.png', 120],
    ['square/deep/2.png', 170],
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), plain(grey))
  }
  writeFileSync(join(folder, '.DS_Store'), 'x')
  const app = await openApp(session, DRAWN)
  await app.page.setInputFiles('#folder', folder)
  await shows(app, /^shapes: 4 images of 28×28, 2 classes$/)
  await app.page.selectOption('#data', 'drawn-digits')
  await shows(app, /^Drawn digits/)

  // The same, dropped as from a file manager.
  const devtools = await app.page.context().newCDPSession(app.page)
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    })
  }
  await shows(app, /^shapes: 4 images of 28×28, 2 classes$/)
  assert.ok(await app.page.locator('#image-report').isHidden())
  const seen = new Set((await tiles(app)).map((tile) => tile(3, 3)))
  assert.deepEqual(
    [...seen].sort((one, other) => one - other),
    [20, 70, 120, 170],
  )
  assert.deepEqual(app.complaints, [])
  await app.close()
  rmSync(dirname(folder), { recursive: true })
})

test('what cannot be trained on is one sentence, and the training goes on', async () => {
  const app = await openApp(session, DRAWN)
  await app.start()
  await app.reachesStep(1)
  const vast = Buffer.from(plain(1))
  vast.writeUInt32BE(60_000, 16)
  vast.writeUInt32BE(60_000, 20)
  vast.writeUInt32BE(crc32(vast.subarray(12, 29)), 29)
  for (const [files, expected] of [
    [
      [
        ['a.png', plain(1)],
        ['train-images-idx3-ubyte.gz', Buffer.from('x')],
      ],
      /^Images and IDX files cannot be mixed: train-images-idx3-ubyte\.gz was chosen together with 1 images/,
    ],
    [[['a.svg', Buffer.from('<svg/>'), 'image/svg+xml']], /^There are no images this page/],
    [[['a.zip', Buffer.from('no ZIP file at all')]], /^a\.zip cannot be read as a ZIP file: /],
    [
      [['b.zip', zip([['a.txt', Buffer.from('x')]])]],
      /^There are no images in “b\.zip” .* but files of other kinds: \.txt 1\.$/,
    ],
    [[['a.png', Buffer.from('x')]], /^The only image of “a\.png” cannot be used: a\.png: it is /],
    [[['vast.png', vast]], /cannot be used: vast\.png: it measures 60000×60000 pixels/],
    [[['.hidden', Buffer.from('x')]], /^The selection contains no files/],
  ]) {
    const count = (await app.messages()).length
    await drop(app.page, files)
    const [kind, sentence] = await app.messageAfter(count)
    assert.equal(kind, 'error', sentence)
    assert.match(sentence, expected)
    await app.page.locator('#messages button').last().click()
    assert.equal(await app.phase(), 'running')
    assert.match(await app.text('data-info'), /^Drawn digits/)
    await app.reachesStep((await app.step()) + 1)
  }
  // Fewer images than a batch: said when they are to be trained on.
  await app.pause()
  await drop(app.page, [
    ['a.png', plain(1)],
    ['b.png', plain(2)],
  ])
  await app.page.waitForFunction(() =>
    document.getElementById('pending').textContent.startsWith('New data set'),
  )
  await app.press('reset')
  const [kind, sentence] = await app.messageAfter(0)
  assert.equal(kind, 'error')
  assert.match(sentence, /A batch of 4 cannot be taken from 2 images/)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a set that the recipe does not suit is offered what would suit it', async () => {
  const app = await openApp(session, DRAWN)
  await drop(app.page, [
    ['a.png', plain(1)],
    ['b.png', plain(2)],
    ['c.png', plain(3)],
  ])
  await app.messageAfter(0)
  await app.page.getByRole('button', { name: 'Set the batch size to 3' }).click()
  await shows(app, /: 3 images of 28×28$/)
  assert.equal(await app.page.inputValue('#batch'), '3')

  await app.page.fill('#batch', '2')
  await app.page.keyboard.press('Tab')
  await app.page.selectOption('#recipe', 'mnist-28-labels')
  await choose(app.page, [
    [
      'pets.zip',
      zip([
        ...['cats', 'dogs'].flatMap((name, place) =>
          Array.from({ length: 40 }, (_, index) => [
            `train/${name}/${index}.png`,
            plain(9 + place),
          ]),
        ),
        ['test/cats/1.png', plain(9)],
        ['preview.png', plain(9)],
      ]),
    ],
  ])
  // What was said of the three images may still be there, or be gone.
  const said = /takes 10 classes, but pets\.zip has 2 \(cats, dogs\)/
  await app.page.locator('#messages li', { hasText: said }).waitFor()
  assert.match(await app.text('image-notes'), /^Classes: cats, dogs/)
  await app.page.getByRole('button', { name: 'Train with 2 classes' }).click()
  await shows(app, /^pets\.zip: 81 images of 28×28, 2 classes$/)
  // Both classes are seen, though the first 64 files are of one alone.
  const seen = new Set((await tiles(app)).map((tile) => tile(3, 3)))
  assert.deepEqual([...seen].sort(), [10, 9])
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a bomb of pixels is skipped, and reading can be given up', async () => {
  const app = await openApp(session, DRAWN)
  const vast = blank(8192)
  const bombs = Array.from({ length: 40 }, (_, index) => [`${index}.png`, vast])
  await choose(app.page, [['bombs.zip', zip(bombs)]])
  await app.page.getByRole('button', { name: 'Cancel' }).click()
  await app.page.waitForFunction(() => document.getElementById('loading').hidden)
  assert.match(await app.text('data-info'), /^Drawn digits/)
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('why an entry of a ZIP file cannot be unpacked is said', async () => {
  const app = await openApp(session, DRAWN)
  const packed = zip([['a.png', plain(1)]])
  const place = packed.indexOf('PK\x01\x02')
  for (const [change, expected] of [
    [(bytes) => bytes.writeUInt16LE(1, place + 8), /a\.png: it is locked by a password/],
    [(bytes) => bytes.writeUInt16LE(9, place + 10), /a\.png: it is packed by Deflate64/],
  ]) {
    const bytes = Buffer.from(packed)
    change(bytes)
    await drop(app.page, [['locked.zip', bytes]])
    await app.page.locator('#messages li', { hasText: expected }).waitFor()
  }
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('arrays of NumPy are taken with their labels', async () => {
  const app = await openApp(session, `${DRAWN}&recipe=mnist-28-labels`)
  const npy = (shape, bytes) => {
    const header = `{'descr': '|u1', 'fortran_order': False, 'shape': ${shape}, }\n`
    const length = Buffer.from([header.length & 255, header.length >> 8])
    return Buffer.concat([
      Buffer.from('\x93NUMPY\x01\0', 'latin1'),
      length,
      Buffer.from(header),
      bytes,
    ])
  }
  const images = npy('(20, 28, 28)', Buffer.alloc(20 * 784, 77))
  const labels = npy('(20,)', Buffer.from(Array.from({ length: 20 }, (_, index) => index % 10)))
  for (const files of [
    [
      ['x_train.npy', images],
      ['y_train.npy', labels],
    ],
    [
      [
        'digits.npz',
        zip([
          ['y_train.npy', labels],
          ['x_train.npy', images],
        ]),
      ],
    ],
  ]) {
    await app.page.selectOption('#data', 'drawn-digits')
    await shows(app, /^Drawn digits/)
    await choose(app.page, files)
    await shows(app, /^(x_train\.npy|digits\.npz): 20 images of 28×28, 10 classes$/)
  }
  assert.deepEqual(app.complaints, [])
  await app.close()
})
