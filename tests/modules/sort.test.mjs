// What a person's files are, by their names.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let sortFiles, matching
before(async () => {
  ;({ sortFiles } = await load('files/sort.ts'))
  ;({ matching } = await load('files/pattern.ts'))
})

/** Files at these paths; a size may follow, as `big.npy 500`, and a type. */
function files(...paths) {
  return paths.map((given) => {
    const [path, size = '1', type = ''] = given.split(' ')
    const name = path.slice(path.lastIndexOf('/') + 1)
    return { path, file: { name, size: Number(size), type } }
  })
}

const paths = (found) => found.map(({ path }) => path)
const names = (found) => found.map(({ name }) => name)
const sorted = (...given) => sortFiles(files(...given))

test('images and ZIP files are images, what lies beside them is not used', () => {
  const { kind, files: images, unused } = sorted('a.PNG', 'b.jpeg', 'c.zip', 'notes.txt')
  assert.equal(kind, 'images')
  assert.deepEqual(paths(images), ['a.PNG', 'b.jpeg', 'c.zip'])
  assert.deepEqual(paths(unused), ['notes.txt'])
})

test('what systems leave behind is not seen', () => {
  const { files: images, unused } = sorted(
    ...['cats/a.png', 'cats/.DS_Store', '__MACOSX/cats/._a.png', 'cats/Thumbs.db', '.git/b.png'],
  )
  assert.deepEqual(paths(images), ['cats/a.png'])
  assert.deepEqual(unused, [])
  assert.throws(() => sorted('.hidden'), { name: 'DataError', message: /contains no files/ })
  assert.throws(() => sortFiles([]), { name: 'DataError', message: /contains no files/ })
})

test('a recipe, weights and a run come alone', () => {
  assert.equal(sorted('recipe.json').kind, 'recipe')
  assert.equal(sorted('step_100.safetensors').kind, 'weights')
  assert.equal(sorted('recipe.json', '.DS_Store').kind, 'recipe')
  assert.equal(sorted('digits.ganvas-run').kind, 'run')
  assert.equal(sorted('a.png', 'recipe.json').kind, 'images')
})

test('another program’s generator takes all that came with it', () => {
  for (const name of ['g.pt', 'g.PTH', 'g.ckpt', 'g.onnx', 'g.h5', 'g.keras']) {
    assert.equal(sorted(name).kind, 'foreign', name)
  }
  const { kind, files: all } = sorted('web/model.json', 'web/group1-shard1of1.bin')
  assert.equal(kind, 'foreign')
  assert.deepEqual(names(all), ['model.json', 'group1-shard1of1.bin'])
})

test('IDX files may lie beside notes, but not beside images', () => {
  const idx = ['mnist/train-images-idx3-ubyte', 'mnist/train-labels-idx1-ubyte.gz']
  const { kind, files: arrays } = sorted(...idx, 'mnist/README.md')
  assert.equal(kind, 'idx')
  assert.deepEqual(names(arrays), ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte.gz'])
  // Loose ones were meant, whatever they are called.
  assert.deepEqual(names(sorted('digits').files), ['digits'])
  assert.deepEqual(names(sorted('a.gz', 'b').files), ['a.gz', 'b'])
  assert.throws(() => sorted('a.png', 'b.png', 'images.idx'), {
    name: 'DataError',
    message: /images\.idx was chosen together with 2 images/,
  })
})

test('of NumPy arrays the largest is the images, and labels go with those of their split', () => {
  const { kind, images, labels, unused } = sorted(
    ...['x_train.npy 900', 'y_train.npy 60', 'x_test.npy 100', 'y_test.npy 10', 'notes.md 5'],
  )
  assert.equal(kind, 'numpy')
  assert.equal(images.name, 'x_train.npy')
  assert.equal(labels.name, 'y_train.npy')
  assert.deepEqual(names(unused), ['x_test.npy', 'y_test.npy', 'notes.md'])
  // Labels of another split are none of these.
  assert.equal(sorted('x_train.npy 900', 'y_test.npy 10').labels, null)
  // Even large ones are no images while there is anything else.
  assert.equal(sorted('images.npy 10', 'labels.npy 900').images.name, 'images.npy')
  assert.equal(sorted('labels.npz').images.name, 'labels.npz')
})

test('what is nothing of all that is named', () => {
  assert.throws(() => sorted('docs/a.pdf', 'docs/b.md'), {
    name: 'DataError',
    message: /docs\/a\.pdf is not one/,
  })
  assert.throws(() => sorted('photo.heic 1 image/heic'), { message: /photo\.heic is not one/ })
})

test('a pattern matches whole paths, as the command line reads it', async () => {
  assert.equal(await matching(''), undefined)
  for (const [pattern, taken, left] of [
    ['*.jpg', ['a.jpg', 'A.JPG', '.a.jpg'], ['a.jpeg', 'cats/a.jpg', 'a.jpg.png']],
    ['cats/**', ['cats/a.png', 'cats/big/a.png'], ['dogs/a.png', 'my/cats/a.png']],
    ['**/*.png', ['a.png', 'x/y/a.png'], ['a.gif']],
    ['img_??.bmp', ['img_01.bmp'], ['img_1.bmp', 'img_001.bmp']],
    ['[ab].gif', ['a.gif', 'b.gif'], ['c.gif']],
    // Nothing that the command line does not know.
    ['{a,b}.gif', ['{a,b}.gif'], ['a.gif']],
    ['!a.gif', ['!a.gif'], ['b.gif']],
  ]) {
    const found = await matching(pattern)
    for (const path of taken) assert.match(path, found, pattern)
    for (const path of left) assert.doesNotMatch(path, found, pattern)
  }
})
