// What every answer says of itself: the servers here and the file for hosts say the same.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { headersFile, headersOf } from '../../scripts/headers.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('only the frame may be framed by others', () => {
  const policy = (path) => headersOf(path)['Content-Security-Policy']
  for (const page of ['/', '/index', '/index.html', '/demo', '/demo.html']) {
    assert.equal(policy(page), "frame-ancestors 'self'", page)
  }
  for (const other of ['/embed.html', '/embed', '/widget.js', '/models/models.json']) {
    assert.equal(policy(other), undefined, other)
  }
})

test('hosts get the same headers as a file, in the form that they read', () => {
  const built = readFileSync(`${root}dist/_headers`, 'utf8')
  assert.equal(built, headersFile())
  const rules = new Map()
  let path
  for (const line of built.trimEnd().split('\n')) {
    if (line.startsWith('/')) rules.set((path = line), {})
    else {
      const [, name, value] = /^ {2}([A-Za-z-]+): (\S.*)$/.exec(line)
      rules.get(path)[name] = value
    }
  }
  assert.deepEqual({ ...rules.get('/*'), ...rules.get('/') }, headersOf('/'))
  assert.deepEqual(rules.get('/*'), headersOf('/embed.html'))
})

test('npm start sends them with pages, scripts, wasm, data and what is not there', async () => {
  const server = await preview({
    configFile: `${root}vite.config.ts`,
    logLevel: 'silent',
    preview: { port: 0, host: '127.0.0.1' },
  })
  try {
    const { port } = server.httpServer.address()
    const wasm = readdirSync(`${root}dist/assets`).find((name) => name.endsWith('.wasm'))
    const paths = [
      ...['/', '/index.html', '/demo.html', '/embed.html?model=mnist-28', '/widget.js'],
      ...[`/assets/${wasm}`, '/models/models.json', '/data/mnist/t10k-labels-idx1-ubyte.gz'],
      '/nothing.js',
    ]
    for (const path of paths) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      await answer.arrayBuffer()
      const wanted = headersOf(path.split('?', 1)[0])
      assert.equal(wanted['X-Content-Type-Options'], 'nosniff')
      for (const [name, value] of Object.entries(wanted)) {
        assert.equal(answer.headers.get(name), value, `${path}: ${name}`)
      }
      if (!('Content-Security-Policy' in wanted)) {
        assert.equal(answer.headers.get('Content-Security-Policy'), null, path)
      }
    }
  } finally {
    await server.close()
  }
})
