// The code that puts a generator into a post.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { load } from './load.mjs'

let snippet, queryOf, escaped
before(async () => {
  ;({ snippet, queryOf, escaped } = await load('embedding/snippet.ts'))
})

const usual = {
  attributes: [['model', 'anime-64']],
  title: 'Anime faces',
  width: 256,
  height: 300,
  poster: null,
  home: 'https://your.site/ganvas/',
}

test('a script and an element, each on a line while it is short', () => {
  assert.equal(
    snippet('script', usual),
    `<script type="module" src="https://your.site/ganvas/widget.js"></script>

<ganvas-generator model="anime-64" aria-label="Anime faces" style="width: 256px"></ganvas-generator>`,
  )
})

test('long ones have a line for each attribute, and a picture stands in', () => {
  const attributes = [...usual.attributes, ['mode', 'interpolate'], ['autoplay', '']]
  assert.equal(
    snippet('script', { ...usual, attributes, poster: 'anime-64.png' }).split('\n\n')[1],
    `<ganvas-generator
  model="anime-64"
  mode="interpolate"
  autoplay
  aria-label="Anime faces"
  style="width: 256px"
>
  <img slot="poster" src="anime-64.png" alt="Anime faces: generated images" width="256">
</ganvas-generator>`,
  )
})

test('a frame has the attributes as its query, and those without a value as true', () => {
  const attributes = [...usual.attributes, ['controls', '']]
  const frame = snippet('iframe', { ...usual, attributes })
  assert.match(
    frame,
    /src="https:\/\/your\.site\/ganvas\/embed\.html\?model=anime-64&amp;controls=true&amp;title=Anime\+faces"/,
  )
  assert.match(frame, /width="256"\n {2}height="300"\n {2}loading="lazy"/)
  assert.ok(frame.endsWith('></iframe>'))
})

test('a bundler gets a line for the terminal, one for the script and the element', () => {
  const lines = snippet('bundler', usual).split('\n')
  assert.ok(lines.includes('npm install ganvas'))
  assert.ok(lines.includes("import 'ganvas/widget'"))
  assert.ok(lines.at(-1).startsWith('<ganvas-generator model="anime-64"'))
})

test('no name leads out of its attribute, or out of the query', () => {
  const title = `"><script>alert('&')</script>`
  const attributes = [['model', './my "best" & <b>.safetensors']]
  for (const way of ['script', 'iframe', 'bundler']) {
    const code = snippet(way, { ...usual, title, attributes, poster: 'a"b.png' })
    assert.ok(!code.includes('<script>alert'), code)
    assert.ok(!code.includes('"best"') && !code.includes('<b>'), code)
  }
  assert.equal(escaped(title), '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;')
  const query = new URLSearchParams(queryOf({ attributes, title: 'a&b=c #1' }))
  assert.deepEqual([...query], [...attributes, ['title', 'a&b=c #1']])
})

test('files lie beside the site, whether its address ends with a slash or a page', () => {
  for (const home of ['https://a.b/c/', 'https://a.b/c/index.html', 'https://a.b/c/?mode=embed']) {
    assert.match(snippet('script', { ...usual, home }), /src="https:\/\/a\.b\/c\/widget\.js"/, home)
  }
})
