// The page's sources are rooms, folders of www/src, of which each knows only those below it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCES = fileURLToPath(new URL('../../www/src', import.meta.url))

/** Each room uses those before it and none after; rooms of one line do not use each other. */
const ORDER = [
  ['shared'],
  ['calls', 'strings', 'offline'],
  ['drawing'],
  ['engine'],
  ['recipes', 'generators', 'files', 'alarms'],
  ['settings'],
  ['training'],
  ['view'],
  ['builder'],
  ['play', 'eyes', 'nearest', 'past'],
  ['widget'],
  ['embedding', 'api', 'share', 'tour', 'runs'],
  // What stands beside the rooms, and puts them together.
  ['.'],
]

/** Imports and exports of neighbours, of types as well. */
const NEIGHBOUR = /(?:from|import\(|import)\s*'(\.{1,2}\/[^'?]+)(?:\?[^']*)?'/g

const files = readdirSync(SOURCES, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '.')

/** The files that each imports, as far as they are sources of the page. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(path.join(SOURCES, file), 'utf8')
    const named = [...text.matchAll(NEIGHBOUR)].map(([, name]) =>
      path.posix.join(path.posix.dirname(file), name),
    )
    const found = named.flatMap((name) => {
      const known = [name, `${name}.ts`, `${name}/index.ts`].find((each) => files.includes(each))
      const isElsewhere = name.startsWith('../') || /\.(css|svg)$/.test(name)
      assert.ok(known ?? isElsewhere, `${file} imports ${name}, which is not there.`)
      return known ? [known] : []
    })
    return [file, found]
  }),
)

test('every room has its place in the order', () => {
  const rooms = new Set(files.map(roomOf))
  assert.deepEqual([...rooms].toSorted(), ORDER.flat().toSorted())
})

test('no room uses one above it, or one beside it', () => {
  const place = (room) => ORDER.findIndex((line) => line.includes(room))
  const wrong = [...imports].flatMap(([file, all]) =>
    all
      .filter((other) => {
        const [own, used] = [roomOf(file), roomOf(other)]
        return own !== used && place(used) >= place(own)
      })
      .map((other) => `${file} uses ${other}`),
  )
  assert.deepEqual(wrong, [])
})

test('no imports go round in a circle', () => {
  const done = new Set()
  const walk = (file, way) => {
    assert.ok(!way.includes(file), `a circle: ${[...way, file].join(' → ')}`)
    if (done.has(file)) return
    for (const other of imports.get(file)) walk(other, [...way, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
})
