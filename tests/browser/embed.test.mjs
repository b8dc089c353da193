// From the page to the post: the Embed part of the page, the frame, and the sample post.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { bytesOf, eventually, open, openPage } from './harness.mjs'
import { openPost, Post } from './post.mjs'

let session
before(async () => {
  session = await open()
})
after(() => session.close())

const DRAWN = 'backend=cpu&width=8&batch=16&data=drawn-digits'

/** A page with widgets that is there already. */
async function openWidgets(path, prepare) {
  const requests = []
  const opened = await openPage(session, path, async (page) => {
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await prepare?.(page)
  })
  return new Post(opened, requests)
}

/** Chooses something in the Embed part, and waits for the lines that follow from it. */
async function choose(page, change) {
  const before = await page.inputValue('#embed-snippet')
  await change()
  await page.waitForFunction(
    (before) => document.getElementById('embed-snippet').value !== before,
    before,
  )
  return await page.inputValue('#embed-snippet')
}

async function saved(page, id) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#${id}`)])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('the frame takes the attributes as its query and nothing else, and is filled', async () => {
  const query =
    'model=mnist-28&mode=explore&seed=4&controls=true&title=Digits&lang=de&onclick=x&autoplay=false'
  const frame = await openWidgets(`/embed.html?${query}`, (page) =>
    page.setViewportSize({ width: 300, height: 340 }),
  )
  await frame.ready()
  assert.deepEqual(await frame.pixels(), await frame.runtime('mnist-28', { seed: 4 }))
  const names = await frame.widget().evaluate((widget) => widget.getAttributeNames().sort())
  assert.deepEqual(names, ['aria-label', 'controls', 'mode', 'model', 'seed'])
  assert.equal(await frame.said(), 'Digits: bereit.')
  const { width, height } = await frame.widget().boundingBox()
  assert.deepEqual([width, height], [300, 340])
  const controls = await frame.page.getByRole('button', { name: 'Zurück' }).boundingBox()
  assert.ok(controls.y + controls.height <= 340, 'the controls are seen')
  assert.deepEqual(frame.complaints, [])
  await frame.close()
})

test('the sample post shows its pictures at once, and without JavaScript, and then the same alive', async () => {
  const context = await session.browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(`${session.origin}/demo.html`)
  for (const image of await plain.locator('ganvas-generator img').all()) {
    const { width, height } = await image.boundingBox()
    assert.ok(width > 200 && height > 80)
    assert.notEqual(await image.getAttribute('alt'), '')
  }
  await context.close()

  const post = await openWidgets('/demo.html', (page) =>
    page.emulateMedia({ reducedMotion: 'reduce' }),
  )
  const widgets = await post.page.locator('ganvas-generator').count()
  assert.equal(widgets, 3)
  for (let index = 0; index < widgets; index += 1) {
    const before = await post.widget(index).boundingBox()
    await post.widget(index).scrollIntoViewIfNeeded()
    await post.ready(index)
    const after = await post.widget(index).boundingBox()
    assert.equal(after.width, before.width)
    const poster = await post.widget(index).evaluate(async (widget) => {
      const image = widget.querySelector('img')
      await image.decode()
      const copy = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = copy.getContext('2d')
      context.drawImage(image, 0, 0)
      const { width, height } = copy
      return { width, height, rgba: window.base64(context.getImageData(0, 0, width, height).data) }
    })
    const shown = { ...poster, rgba: bytesOf(poster.rgba) }
    assert.deepEqual(shown, await post.pixels(index), 'npm run build, then scripts/posters.mjs')
  }
  assert.equal(post.asked('anime-64.safetensors'), 1)
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('the lines that the page writes make the very widget that it shows', async () => {
  const embed = await openWidgets('/?mode=embed&backend=cpu&model=mnist-28-labels')
  await embed.ready()
  const { page } = embed
  assert.equal(new URL(page.url()).searchParams.get('mode'), 'embed')
  assert.equal(await page.inputValue('#embed-generator'), 'mnist-28-labels')
  await choose(page, () => page.selectOption('#embed-mode', 'grid'))
  await choose(page, () => page.uncheck('#embed-autoplay'))
  await choose(page, () => page.fill('#embed-columns', '4'))
  await choose(page, () => page.fill('#embed-width', '200'))
  // What is done with the widget itself goes into the lines, too.
  await choose(page, () => embed.widget().getByLabel('Class', { exact: true }).selectOption('3'))
  const lines = await choose(page, () => page.getByRole('button', { name: 'New images' }).click())
  for (const said of ['mode="grid"', 'columns="4"', 'label="3"', 'seed="2"', 'width: 200px']) {
    assert.ok(lines.includes(said), lines)
  }
  const expected = { seed: 2, count: 12, columns: 4, label: 3 }
  const drawn = await embed.runtime('mnist-28-labels', expected)
  await eventually(async () => {
    assert.deepEqual((await embed.pixels()).rgba, drawn.rgba)
  })

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.click('#embed-copy')
  await page.waitForFunction(() => document.getElementById('embed-status').textContent !== '')
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), lines)
  const poster = await saved(page, 'embed-poster-file')
  assert.equal(poster.name, 'mnist-28-labels.png')
  const frame = await choose(page, () => page.check('input[name=embed-way][value=iframe]'))
  assert.match(frame, /^<iframe[^>]*embed\.html\?model=mnist-28-labels&amp;mode=grid/)
  const npm = await choose(page, () => page.check('input[name=embed-way][value=bundler]'))
  assert.match(npm, /npm install ganvas[^]*import 'ganvas\/widget'[^]*<ganvas-generator/)
  assert.deepEqual(embed.complaints, [])
  await embed.close()

  session.put('/mnist-28-labels.png', { body: poster.bytes })
  const post = await openPost(session, lines, { script: null })
  await post.ready()
  assert.deepEqual(await post.pixels(), drawn)
  assert.equal((await post.widget().boundingBox()).width, 200)
  await post.close()
  const framing = await openPost(session, frame, { script: null })
  const inside = framing.page.frameLocator('iframe').locator('ganvas-generator')
  await inside.waitFor()
  const state = await inside.evaluate(
    (widget) =>
      new Promise((resolve) => {
        const look = () => (widget.state === 'ready' ? resolve('ready') : setTimeout(look, 50))
        look()
      }),
  )
  assert.equal(state, 'ready')
  await framing.close()
})

test('a generator of one’s own goes with its file, and a bad name does no harm', async () => {
  const embed = await openWidgets('/?mode=play&backend=cpu')
  const { page } = embed
  page.setDefaultTimeout(30_000)
  const bytes = await embed.shipped('mnist-28')
  const name = 'my "<b>best.safetensors'
  await page.setInputFiles('#model-file', { name, mimeType: '', buffer: bytes })
  await page.waitForFunction(() => document.getElementById('model-name').textContent === 'mnist-28')
  await page.check('input[name=mode][value=embed]')
  await page.locator('ganvas-generator').waitFor()
  await embed.ready()
  assert.equal(await page.locator('#embed-generator option:checked').innerText(), 'my "<b>best')
  const lines = await choose(page, () => page.uncheck('#embed-autoplay'))
  assert.ok(lines.includes('model="./my-b-best.safetensors"'), lines)
  assert.ok(lines.includes('aria-label="my &quot;&lt;b&gt;best"'), lines)
  const file = await saved(page, 'embed-file')
  assert.equal(file.name, 'my-b-best.safetensors')
  assert.deepEqual(file.bytes, bytes)
  assert.deepEqual(embed.complaints, [])
  await embed.close()

  session.put('/my-b-best.safetensors', { body: bytes })
  const post = await openPost(session, lines, { script: null })
  await post.ready()
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28'))
  await post.close()
})

test('what was just trained is at hand, and a quarter of its size', async () => {
  const app = await openApp(session, `?${DRAWN}`)
  await app.takeSteps(2)
  const { page } = app
  await page.check('input[name=mode][value=embed]')
  await page.locator('ganvas-generator').waitFor()
  const post = new Post({ page, complaints: app.complaints, close: app.close }, [])
  await post.ready()
  assert.equal(await page.inputValue('#embed-generator'), 'training')
  const small = await saved(page, 'embed-file')
  assert.equal(small.name, 'fast-digits.safetensors')
  await page.selectOption('#embed-encoding', 'f32')
  const whole = await saved(page, 'embed-file')
  assert.ok(whole.bytes.length > 2.5 * small.bytes.length)
  assert.deepEqual(app.complaints, [])
  await app.close()
})
