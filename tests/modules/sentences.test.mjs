// Sentences with gaps: those of the page, and those of the engine in another language.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { load } from './load.mjs'

test('a text is filled with what it names, and keeps what nobody fills', async () => {
  const { filled } = await load('strings/strings.ts')
  assert.equal(filled('{file} has {found} MB.', { file: 'a.pt', found: 0 }), 'a.pt has 0 MB.')
  assert.equal(filled('{a}, {b}, {a}', { a: 1, b: 2 }), '1, 2, 1')
  assert.equal(filled('{0} trains both.'), '{0} trains both.')
  assert.equal(filled('No gaps.', { file: 'a' }), 'No gaps.')
  // What fills a gap is not looked at again, be it a gap or a pattern.
  assert.equal(filled('{file}: {why}', { file: '{why}', why: '$& {file}' }), '{why}: $& {file}')
  assert.equal(filled('{file}', { file: '' }), '')
})

let sentence, said, speak
beforeEach(async () => {
  ;({ sentence, said, speak } = await load('shared/sentence.ts'))
  speak({})
})

test('what fills a gap is found in a clause, whatever language is spoken', async () => {
  const { gap, allGaps } = await load('shared/sentence.ts')
  const list = sentence('{first}, {rest}', {
    first: sentence('“{name}”', { name: 'one' }),
    rest: sentence('“{name}”', { name: 'other' }),
  })
  const why = sentence('several, {networks}: pick with {key}', { networks: list, key: '--key' })
  const whole = sentence('“{name}” cannot be imported: {why}.', { name: 'a.pt', why })
  speak({ '“{name}” cannot be imported: {why}.': '„{name}“: {why}.' })
  assert.equal(gap(whole, 'key'), '--key')
  assert.equal(gap(whole, 'spec'), null)
  assert.deepEqual(allGaps(gap(whole, 'networks'), 'name'), ['one', 'other'])
})

test('without another language a sentence is English', () => {
  assert.equal(said(sentence('{file} is empty.', { file: 'a.gz' })), 'a.gz is empty.')
  assert.equal(said(sentence('{count} images.', { count: 3 })), '3 images.')
  assert.equal(said(sentence('{count} images.')), '{count} images.')
})

test('another language puts the gaps where it wants them, and clauses are said in it, too', () => {
  const clause = sentence('it ends after {bytes} bytes', { bytes: 12 })
  const whole = sentence('{file} cannot be read: {why}.', { file: 'a.npy', why: clause })
  assert.equal(said(whole), 'a.npy cannot be read: it ends after 12 bytes.')
  speak({
    '{file} cannot be read: {why}.': '{why}: „{file}“ ist nicht lesbar.',
    'it ends after {bytes} bytes': 'Ende nach {bytes} Bytes',
  })
  assert.equal(said(whole), 'Ende nach 12 Bytes: „a.npy“ ist nicht lesbar.')
  // What it lacks stays English.
  speak({ 'it ends after {bytes} bytes': '{bytes} バイトで終わっています' })
  assert.equal(said(whole), 'a.npy cannot be read: 12 バイトで終わっています.')
})

test('a name that looks like a gap, or like a sentence, stays a name', () => {
  speak({ 'is empty': 'ist leer', '{file} {what}.': '{what}: {file}' })
  const odd = sentence('{file} {what}.', { file: '{what}', what: 'is empty' })
  assert.equal(said(odd), 'is empty: {what}')
})
