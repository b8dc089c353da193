// Data of the field on the page: CIFAR's batches, tar files, tables; what cannot be fetched; and the real
// images nearest to a sample.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { openApp } from './app.mjs'
import { choose, drop, plain } from './files.mjs'
import { open } from './harness.mjs'

const DRAWN = '?backend=cpu&width=4&batch=4&data=drawn-digits'
const COLOUR = '?backend=cpu&recipe=dcgan-tensorflow&width=4&batch=4&data=drawn-faces'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/** Waits until the page shows this of its data, and stands ready. */
async function shows(app, expected) {
  await app.page.waitForFunction((source) => {
    const { phase } = document.getElementById('status').dataset
    return (
      phase === 'ready' && new RegExp(source).test(document.getElementById('data-info').textContent)
    )
  }, expected.source)
}

/** A batch of CIFAR-10 of one-coloured images. */
const batch = (labels) =>
  Buffer.concat(labels.map((label) => Buffer.from([label, ...Array(3072).fill(label * 20)])))

const tar = async (files) => {
  const entries = files.map(([name, body]) => ({
    header: { name, type: 'file', size: body.length },
    body,
  }))
  return gzipSync(await packTar(entries))
}

test('CIFAR’s archive is trained on, by its training batches', async () => {
  const app = await openApp(session, COLOUR)
  const archive = await tar([
    ['cifar-10-batches-bin/data_batch_1.bin', batch([0, 1, 2, 3])],
    ['cifar-10-batches-bin/data_batch_2.bin', batch([4, 5])],
    ['cifar-10-batches-bin/test_batch.bin', batch([6])],
  ])
  await drop(app.page, [['cifar-10-binary.tar.gz', archive]])
  await shows(app, /cifar-10-binary\.tar\.gz: 6 .*32×32/)
  assert.equal(await app.page.inputValue('#data'), 'files')
  await choose(app.page, [['data_batch_1.bin', batch([1, 2, 7, 8])]])
  await shows(app, /data_batch_1\.bin: 4 .*32×32/)
  await app.takeSteps(1)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a tar file of images, and a table, are read', async () => {
  const app = await openApp(session, DRAWN)
  const images = [0, 1, 2, 3].map((number) => [
    `set/${number % 2 ? 'odd' : 'even'}/${number}.png`,
    plain(50 * number),
  ])
  await drop(app.page, [['images.tar.gz', await tar(images)]])
  await shows(app, /images\.tar\.gz: 4 images of 28×28/)
  const rows = [3, 8, 3, 8].map((label) => [label, ...Array(784).fill(label)].join(','))
  await choose(app.page, [['train.csv', Buffer.from(rows.join('\n'))]])
  await shows(app, /train\.csv: 4 .*28×28/)
  await choose(app.page, [['train.csv', Buffer.from('a,b\n1,2\n3,4\n')]])
  await app.page.waitForFunction(() => /columns of pixels/.test(document.body.innerText))
  await app.close()
})

test('what cannot be fetched is said, with the files to choose instead', async () => {
  const app = await openApp(session, DRAWN, {
    prepare: (page) =>
      page.route(/raw\.githubusercontent|huggingface/, (route) => route.abort('failed')),
  })
  await app.page.selectOption('#data', 'fashion-mnist')
  await app.page.waitForFunction(() =>
    /Fashion-MNIST is not beside this page.*train-images-idx3-ubyte\.gz/.test(
      document.body.innerText,
    ),
  )
  assert.equal(await app.page.inputValue('#data'), 'drawn-digits')
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    app.page.getByRole('button', { name: 'Choose files…' }).first().click(),
  ])
  assert.ok(chooser.isMultiple())
  await app.close()
})

test('a picked sample shows its nearest real images', async () => {
  const app = await openApp(session, DRAWN)
  await app.takeSteps(1)
  await app.page.click('#samples', { position: { x: 10, y: 10 } })
  const verdict = app.page.locator('#nearest-verdict')
  await app.page.waitForFunction(() =>
    /of 10,000 real images/.test(document.getElementById('nearest-verdict')?.textContent ?? ''),
  )
  assert.equal(await app.page.locator('#nearest li canvas').count(), 6)
  assert.match(await verdict.textContent(), /distance of \d+\.\d\. .*\d+\.\d/)
  // By keyboard as well.
  const slider = app.page.locator('#nearest-sample')
  await slider.focus()
  await app.page.keyboard.press('End')
  assert.equal(await slider.getAttribute('aria-valuetext'), 'Sample 64, row 8, column 8')
  await app.page.keyboard.press('Escape')
  assert.ok(await app.page.locator('#nearest').isHidden())
  assert.deepEqual(app.complaints, [])
  await app.close()
})
