// Archives of the field's data sets: how they are told apart, and what is in them.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { load } from './load.mjs'

let sortFiles, filesInTar
before(async () => {
  ;({ sortFiles } = await load('files/sort.ts'))
  ;({ filesInTar } = await load('engine/field/tar.ts'))
})

const sorted = (...paths) =>
  sortFiles(
    paths.map((path) => ({ path, file: { name: path.split('/').at(-1), size: path.length } })),
  )

test('archives and tables of images are images', () => {
  for (const name of ['a.tar', 'a.tar.gz', 'a.TGZ', 'train-00000-of-00001.parquet']) {
    assert.equal(sorted(name).kind, 'images', name)
  }
})

test('batches of CIFAR are told by their names', () => {
  const found = sorted('cifar-10-batches-bin/data_batch_1.bin', 'cifar-10-batches-bin/readme.html')
  assert.equal(found.kind, 'cifar')
  assert.deepEqual([found.files.length, found.unused.length], [1, 1])
  assert.equal(sorted('cifar-10-batches-py/data_batch_5').kind, 'cifar')
  assert.equal(sorted('cifar-100-python/train').kind, 'cifar')
  assert.equal(sorted('train-images-idx3-ubyte.gz').kind, 'idx')
})

test('of several tables the one of training is taken', () => {
  const { kind, images, unused } = sorted('test-of-kaggle.csv', 'train.csv', 'notes.txt')
  assert.deepEqual([kind, images.name, unused.length], ['table', 'train.csv', 2])
  assert.equal(sorted('train.csv.gz').kind, 'table')
})

const archive = () =>
  packTar([
    { header: { name: './set/', type: 'directory', size: 0 } },
    { header: { name: './set/cats/1.png', type: 'file', size: 3 }, body: 'cat' },
    { header: { name: `set/${'long'.repeat(40)}.png`, type: 'file', size: 0 }, body: '' },
  ])

test('a tar file is read, packed or not', async () => {
  const tar = await archive()
  for (const bytes of [tar, gzipSync(tar)]) {
    const files = await filesInTar('a.tar', new Blob([bytes]))
    const paths = files.map(({ path }) => path)
    assert.deepEqual(paths, ['set/cats/1.png', `set/${'long'.repeat(40)}.png`])
    assert.equal(await (await files[0].blob()).text(), 'cat')
  }
  const some = await filesInTar('a.tar', new Blob([tar]), (path) => path.includes('cats'))
  assert.equal(some.length, 1)
  assert.equal(await filesInTar('a.tar', new Blob([tar]), () => 'stop'), undefined)
})

test('a broken tar file ends in a sentence', async () => {
  const tar = await archive()
  const broken = [gzipSync(tar).subarray(0, 60), tar.subarray(0, 1200), Buffer.alloc(700, 'x')]
  for (const bytes of broken) {
    await assert.rejects(filesInTar('a.tar', new Blob([bytes])), {
      name: 'DataError',
      message: /^a\.tar cannot be read as a tar archive: /,
    })
  }
})
