// The widget in posts: what it draws, what it fetches and when, and how it lets go, in a real browser.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { prepend } from './app.mjs'
import { eventually, open, serve } from './harness.mjs'
import { openPost } from './post.mjs'

let session, other
before(async () => {
  session = await open()
  other = await serve()
})
after(async () => {
  await session.close()
  other.close()
})

const tag = (attributes, inside = '') =>
  `<ganvas-generator ${attributes}>${inside}</ganvas-generator>`
const FAR = '<div style="height: 3000px"></div>'
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'"

test('every mode draws what the runtime draws of the same seed', async () => {
  const modes = ['grid', 'interpolate', 'explore', 'sliders']
  const each = (mode) => tag(`model="mnist-28" mode="${mode}" seed="5" loading="eager"`)
  const post = await openPost(session, modes.map(each).join(''))
  for (const [index, mode] of modes.entries()) {
    await post.ready(index)
    const found = await post.pixels(index)
    const [count, columns] = mode === 'grid' ? [9, 3] : [1, 1]
    const expected = await post.runtime('mnist-28', { seed: 5, count, columns })
    assert.ok(new Set(found.rgba).size > 20, `${mode} is blank`)
    assert.deepEqual(found, expected, mode)
  }
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('the names that the widget knows are those of the list', async () => {
  const post = await openPost(session, tag('model="nobody" loading="eager"'))
  assert.equal(await post.settled(), 'failed')
  const list = await post.page.evaluate(async () => (await fetch('/models/models.json')).json())
  const names = list.map(({ name }) => name).join(', ')
  assert.ok((await post.sentence()).includes(`There are ${names};`), await post.sentence())
  await post.close()
})

test('without a model it is the one that is free of anyone’s rights', async () => {
  const post = await openPost(session, tag('rows="1" columns="1" loading="eager"'))
  await post.ready()
  assert.equal(await post.widget().evaluate((widget) => widget.model), 'drawn-faces-64')
  assert.deepEqual(await post.pixels(), await post.runtime('drawn-faces-64'))
  await post.close()
})

test('classes come in turn, or as they are asked for by name', async () => {
  const post = await openPost(
    session,
    tag('model="mnist-28-labels" rows="2" columns="5" controls loading="eager"'),
  )
  await post.ready()
  const all = await post.runtime('mnist-28-labels', { count: 10, columns: 5 })
  assert.deepEqual(await post.pixels(), all)
  await post.drawn(() => post.page.getByLabel('Class').selectOption('7'))
  assert.equal(await post.widget().getAttribute('label'), '7')
  const sevens = await post.runtime('mnist-28-labels', { count: 10, columns: 5, label: 7 })
  assert.deepEqual(await post.pixels(), sevens)
  await post.drawn(() => post.widget().evaluate((widget) => (widget.label = null)))
  assert.deepEqual(await post.pixels(), all)
  assert.equal(await post.page.getByLabel('Class').inputValue(), '')
  await post.close()
})

test('nothing is fetched before it is wanted, and then once for three widgets', async () => {
  const widgets = [
    tag(
      'model="mnist-28" loading="interaction"',
      '<img slot="poster" src="/models/mnist-28.png" />',
    ),
    FAR,
    tag('model="mnist-28" mode="interpolate"'),
    tag('model="mnist-28" mode="explore"'),
  ]
  const post = await openPost(session, widgets.join(''))
  await post.page.waitForLoadState('networkidle')
  assert.deepEqual(
    post.requests.filter((path) => !/^\/(post|widget\.js|models\/mnist-28\.png)$/.test(path)),
    [],
  )
  assert.ok(await post.page.locator('[slot=poster]').isVisible())
  await post.page.getByRole('button', { name: 'Show mnist-28' }).click()
  await post.ready()
  assert.equal(await post.page.locator('[slot=poster]').isVisible(), false)
  // Whoever pressed the button goes on with the picture.
  assert.equal(
    await post.widget().evaluate((widget) => widget.shadowRoot.activeElement?.localName),
    'canvas',
  )
  assert.equal(await post.widget(1).evaluate((widget) => widget.state), 'idle')
  await post.widget(1).scrollIntoViewIfNeeded()
  await post.ready(1)
  await post.ready(2)
  assert.equal(post.asked('.wasm'), 1)
  assert.equal(post.asked('.safetensors'), 1)
  assert.equal(post.page.workers().length, 1)
  assert.equal(post.requests.filter((path) => /worker-.*\.js$/.test(path)).length, 1)
  // The whole engine is none of their business.
  assert.equal(
    post.requests.filter((path) => /ganvas_(cpu|webgpu)(_bg)?-[^/]*$/.test(path)).length,
    0,
  )
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('what moves stands still off the screen, and for readers who want less motion', async () => {
  const moving = tag('model="mnist-28" mode="interpolate" autoplay loading="eager"')
  const post = await openPost(session, moving + FAR)
  await post.ready()
  await post.count()
  await post.moves()
  await post.page.evaluate(() => scrollTo(0, 2500))
  await post.stops()
  await post.page.evaluate(() => scrollTo(0, 0))
  await post.moves()
  await post.page.emulateMedia({ reducedMotion: 'reduce' })
  await post.stops()
  // Who presses Play wants it to move.
  await post.widget().evaluate((widget) => widget.shadowRoot.querySelector('canvas').focus())
  await post.page.keyboard.press('Space')
  await post.moves()
  await post.close()

  const still = await openPost(session, moving, {
    prepare: (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
  })
  await still.ready()
  await still.count()
  assert.equal(await still.rate(), 0)
  await still.close()
})

test('a widget that is moved goes on, one that is taken out lets go of everything', async () => {
  const post = await openPost(
    session,
    `<p></p>${tag('model="mnist-28" mode="interpolate" autoplay loading="eager"')}`,
  )
  await post.ready()
  await post.count()
  await post.widget().evaluate((widget) => document.querySelector('p').append(widget))
  await post.moves()
  assert.equal(await post.widget().evaluate((widget) => widget.state), 'ready')
  assert.equal(post.asked('.safetensors'), 1)

  await post.page.evaluate(() => {
    window.widget = document.querySelector('ganvas-generator')
    window.widget.remove()
  })
  await post.page.waitForFunction(() => window.widget.state === 'idle')
  await post.stops()
  await eventually(() => {
    assert.equal(post.page.workers().length, 0)
  })

  await post.page.evaluate(() => document.body.append(window.widget))
  await post.ready()
  await post.moves()
  assert.equal(post.asked('.wasm'), 1)
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('whatever goes wrong is a sentence over the poster, and can be tried again', async () => {
  const cases = [
    ['model="faces"', /no generator called “faces”.*anime-64, .*mnist-28/, 'OptionError'],
    ['model="missing.safetensors"', /missing\.safetensors .* HTTP status 404/, 'DownloadError'],
    ['model="page.safetensors"', /page\.safetensors is a web page/, 'DownloadError'],
    ['model="junk.safetensors"', /junk/, 'WeightsError'],
    ['model="gone.safetensors"', /gone\.safetensors could not be fetched from/, 'DownloadError'],
    [
      `model="${other.origin}/private.safetensors"`,
      /private\.safetensors .*must let other pages read it \(CORS\)/,
      'DownloadError',
    ],
    ['model="mnist-28-labels" label="x"', /no class “x”; it has 0, 1, 2/, 'OptionError'],
    ['model="mnist-28" backend="webgpu"', /WebGPU/, 'BackendUnavailable'],
  ]
  const poster = '<img slot="poster" src="/models/mnist-28.png" />'
  const body = cases.map(([attributes]) => tag(`${attributes} loading="eager"`, poster)).join('')
  const file = {
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'this is no generator',
  }
  const webPage = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><p>Not found' }
  session.put('/page.safetensors', webPage)
  session.put('/junk.safetensors', file)
  session.put('/gone.safetensors', null)
  other.put('/private.safetensors', file)
  const post = await openPost(session, body, {
    prepare: (page) =>
      page.addInitScript(() => {
        window.told = []
        const listen = (event) => window.told.push([event.target, event.detail])
        document.addEventListener('error', listen, true)
        Object.defineProperty(navigator, 'gpu', { value: undefined })
      }),
  })
  for (const [index, [attributes, sentence, name]] of cases.entries()) {
    assert.equal(await post.settled(index), 'failed', attributes)
    assert.match(await post.sentence(index), sentence)
    assert.equal(await post.said(index), await post.sentence(index))
    assert.ok(await post.page.locator('[slot=poster]').nth(index).isVisible(), attributes)
    const told = await post
      .widget(index)
      .evaluate((widget) => window.told.find(([target]) => target === widget)?.[1])
    assert.deepEqual(told, { name, message: await post.sentence(index) })
  }
  session.put('/gone.safetensors', { body: await post.shipped('mnist-28') })
  await post.widget(4).getByRole('button', { name: 'Try again' }).click()
  await post.ready(4)
  assert.equal(await post.sentence(4), '')
  // Another attribute mends it as well.
  await post.widget(6).evaluate((widget) => (widget.label = '3'))
  await post.ready(6)
  await post.widget(0).evaluate((widget) => (widget.model = 'mnist-28'))
  await post.ready(0)
  await post.close()
})

test('what draws may fail to come, or be cut off from the network, and says so', async () => {
  const post = await openPost(session, tag('model="mnist-28" loading="interaction" lang="de"'))
  const again = () => post.page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
  const says = (sentence) =>
    post.page.waitForFunction((sentence) => {
      const { shadowRoot } = document.querySelector('ganvas-generator')
      return new RegExp(sentence).test(shadowRoot.querySelector('[part=error] p').textContent)
    }, sentence.source)
  const runtime = /ganvas_runtime_bg[^/]*\.wasm$/
  const answerWith = (answer) => post.page.route(runtime, (route) => route.fulfill(answer))
  await answerWith({ body: '<p>', contentType: 'text/html' })
  await post.page.getByRole('button', { name: 'mnist-28 zeigen' }).click()
  await says(/ganvas_runtime_bg.*\.wasm ist eine Webseite/)
  await post.page.unroute(runtime)
  await answerWith({ body: 'junk' })
  await again()
  await says(/Was die Bilder zeichnet, konnte nicht geladen werden/)
  await post.page.unroute(runtime)
  await post.page.context().setOffline(true)
  await again()
  await says(/keine Netzverbindung/)
  await post.page.context().setOffline(false)
  await again()
  await post.page.waitForFunction(
    () => document.querySelector('ganvas-generator').state === 'ready',
  )
  await post.close()
})

test('is worked by the keyboard alone, and has names for those who do not see it', async () => {
  const post = await openPost(
    session,
    [
      tag('model="mnist-28" mode="explore" loading="eager" title="Digits"'),
      tag('model="mnist-28" mode="interpolate" controls loading="eager"'),
      tag('model="mnist-28" mode="sliders" loading="eager" lang="ja"'),
    ].join(''),
  )
  for (const index of [0, 1, 2]) await post.ready(index)
  const { keyboard } = post.page
  await keyboard.press('Tab')
  const canvas = post.widget().getByRole('application')
  assert.match(await canvas.getAttribute('aria-label'), /^Digits: .*arrow keys/)
  const outline = await canvas.evaluate(
    (canvas) => getComputedStyle(canvas.parentElement).outlineStyle,
  )
  assert.equal(outline, 'solid')
  const start = await post.pixels()
  await post.drawn(() => keyboard.press('ArrowRight'))
  assert.notDeepEqual(await post.pixels(), start)
  await post.drawn(() => keyboard.press('ArrowLeft'))
  assert.deepEqual(await post.pixels(), start)
  await post.drawn(() => keyboard.press('Enter'))
  assert.equal(await post.widget().evaluate((widget) => widget.seed), 2)
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28', { seed: 2 }))

  await keyboard.press('Tab')
  await post.count(1)
  await keyboard.press('Space')
  await post.moves()
  await keyboard.press('Space')
  await post.stops()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await post.moves()
  assert.equal(await post.widget(1).getByRole('button', { name: 'Pause' }).count(), 1)
  await keyboard.press('Tab')
  await post.drawn(() => keyboard.press('Enter'), 1)
  assert.equal(await post.widget(1).evaluate((widget) => widget.seed), 2)
  // The button that was pressed keeps the focus.
  assert.equal(
    await post.widget(1).evaluate((widget) => widget.shadowRoot.activeElement.title),
    'New images',
  )
  await keyboard.press('Tab')
  await post.drawn(() => keyboard.press('ArrowRight'), 1)
  await post.stops('whoever moves the slider stops it')

  await keyboard.press('Tab')
  await keyboard.press('Tab')
  const before = await post.pixels(2)
  await post.drawn(() => keyboard.press('PageUp'), 2)
  assert.notDeepEqual(await post.pixels(2), before)
  assert.equal(await post.widget(2).getByRole('slider', { name: '方向 1' }).count(), 1)
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('a drag leads through the plane, and back', async () => {
  const post = await openPost(session, tag('model="mnist-28" mode="explore" loading="eager"'))
  await post.ready()
  const start = await post.pixels()
  const { x, y, width, height } = await post.widget().boundingBox()
  const { mouse } = post.page
  await mouse.move(x + width / 2, y + height / 2)
  await mouse.down()
  await post.drawn(() => mouse.move(x + width / 2 + 60, y + height / 2 + 30))
  assert.notDeepEqual(await post.pixels(), start)
  await post.drawn(() => mouse.move(x + width / 2, y + height / 2))
  const apart = (await post.pixels()).rgba.map((value, at) => Math.abs(value - start.rgba[at]))
  assert.ok(Math.max(...apart) <= 1)
  await mouse.up()
  await post.count()
  await mouse.move(x + 10, y + 10)
  assert.equal(await post.rate(200), 0)
  await post.close()
})

test('works under a strict policy, with workers and without', async () => {
  const body = tag(
    'model="mnist-28" controls loading="eager"',
    '<img slot="poster" src="/models/mnist-28.png" />',
  )
  const expected = { count: 9, columns: 3 }
  const post = await openPost(session, body, { policy: `${STRICT}; worker-src 'self'` })
  await post.ready()
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28', expected))
  assert.equal(post.page.workers().length, 1)
  assert.deepEqual(post.complaints, [])
  await post.close()

  const alone = await openPost(session, body, { policy: `${STRICT}; worker-src 'none'` })
  await alone.ready()
  assert.deepEqual(await alone.pixels(), await alone.runtime('mnist-28', expected))
  assert.equal(alone.page.workers().length, 0)
  await alone.close()
})

test('works with the script of another site, by a worker that imports it, and without', async () => {
  const script = `${other.origin}/widget.js`
  const post = await openPost(session, tag('model="mnist-28" loading="eager"'), { script })
  await post.ready()
  const expected = await post.runtime('mnist-28', { count: 9, columns: 3 })
  assert.deepEqual(await post.pixels(), expected)
  assert.equal(post.page.workers().length, 1)
  assert.match(post.page.workers()[0].url(), /^blob:/)
  assert.deepEqual(post.complaints, [])
  await post.close()

  const policy = `default-src 'none'; script-src ${other.origin} 'self' 'wasm-unsafe-eval'; connect-src ${other.origin} 'self'; worker-src 'self'; img-src data:`
  const alone = await openPost(session, tag('model="mnist-28" loading="eager"'), { script, policy })
  await alone.ready()
  assert.deepEqual(await alone.pixels(), expected)
  assert.equal(alone.page.workers().length, 0)
  await alone.close()
})

test('tells what happens, and does what scripts ask of it', async () => {
  const post = await openPost(session, '')
  const found = await post.page.evaluate(async () => {
    const widget = document.createElement('ganvas-generator')
    // Before the element is defined or in a document, properties wait.
    Object.assign(widget, { model: 'mnist-28', mode: 'interpolate', loading: 'eager', seed: 3 })
    const events = []
    for (const type of ['load', 'progress', 'change', 'error']) {
      widget.addEventListener(type, (event) => {
        events.push([type, event.bubbles])
        if (type === 'progress') window.progress = event.detail
        if (type === 'change') window.change = event.detail
      })
    }
    document.body.append(widget)
    await new Promise((resolve) => widget.addEventListener('load', resolve))
    const a = window.change.latent
    const b = await widget.sample()
    const seed = widget.getAttribute('seed')
    const half = await widget.interpolate(a, b, 0.5)
    const end = await widget.interpolate(a, b, 1)
    const blob = await widget.toBlob()
    const bitmap = await createImageBitmap(blob)
    const refused = await widget.interpolate(a.slice(1), b, 0).catch((error) => error.message)
    const wrong = [
      await widget
        .interpolate(
          a.map(() => NaN),
          b,
          0,
        )
        .catch(({ name }) => name),
      await widget.interpolate(a, b, NaN).catch(({ name }) => name),
      widget.state,
    ]
    const lengths = [a, b, half, end].map((latent) => Math.hypot(...latent))
    widget.dispose()
    const { state } = widget
    const again = await widget.sample(9)
    return {
      events: [...new Set(events.map(String))],
      progress: window.progress,
      seed,
      lengths,
      apart: Math.max(...end.map((value, at) => Math.abs(value - b[at]))),
      same: half.every((value, at) => value === a[at]),
      blob: [blob.type, bitmap.width, bitmap.height],
      refused,
      wrong,
      state,
      again: again.length,
      after: widget.state,
    }
  })
  assert.deepEqual(found.events.sort(), ['change,false', 'load,false', 'progress,false'])
  assert.equal(found.progress.loaded, found.progress.total)
  assert.equal(found.seed, '4')
  assert.ok(found.apart < 1e-5)
  assert.equal(found.same, false)
  // Along the arc: as long as its ends.
  assert.ok(found.lengths[2] > 0.9 * Math.min(found.lengths[0], found.lengths[1]))
  assert.deepEqual(found.blob, ['image/png', 28, 28])
  assert.equal(found.refused, 'A latent of this generator has 64 numbers; found 63.')
  assert.deepEqual(found.wrong, ['RangeError', 'RangeError', 'ready'])
  assert.deepEqual([found.state, found.again, found.after], ['idle', 64, 'ready'])
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28', { seed: 9 }))
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('attributes may change while it runs', async () => {
  const post = await openPost(session, tag('model="mnist-28" loading="eager"'))
  await post.ready()
  const set = (name, value) =>
    post.drawn(() =>
      post.widget().evaluate((widget, [name, value]) => (widget[name] = value), [name, value]),
    )
  await set('columns', 4)
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28', { count: 12, columns: 4 }))
  const box = await post.widget().boundingBox()
  assert.ok(
    Math.abs(box.width / box.height - 4 / 3) < 0.02,
    'it has the proportions of its picture',
  )
  await set('seed', 6)
  await set('mode', 'explore')
  await set('columns', 1)
  assert.deepEqual(await post.pixels(), await post.runtime('mnist-28', { seed: 6 }))
  await set('truncation', 0.5)
  assert.notDeepEqual(await post.pixels(), await post.runtime('mnist-28', { seed: 6 }))
  await post.widget().evaluate((widget) => (widget.controls = true))
  await post.page.getByRole('button', { name: 'New images' }).waitFor()
  await set('model', 'anime-64')
  assert.equal((await post.pixels()).width, 64)
  await set('mode', 'nonsense')
  assert.equal(await post.widget().evaluate((widget) => widget.mode), 'grid')
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('the whole engine is fetched for WebGPU alone, and draws the same', async () => {
  const post = await openPost(
    session,
    tag('model="mnist-28" rows="1" columns="2" backend="webgpu" loading="eager"'),
  )
  await post.ready()
  assert.equal(post.requests.filter((path) => /\/ganvas_webgpu-[^/]*\.js$/.test(path)).length, 1)
  assert.equal(post.requests.filter((path) => /runtime/.test(path)).length, 0)
  const found = await post.pixels()
  const expected = await post.runtime('mnist-28', { count: 2, columns: 2 })
  const apart = found.rgba.map((value, at) => Math.abs(value - expected.rgba[at]))
  assert.ok(Math.max(...apart) <= 2, `${Math.max(...apart)} apart`)
  await post.close()
})

test('it goes on with the next good value, whatever was asked for before', async () => {
  const post = await openPost(session, tag('model="mnist-28-labels" loading="eager"'))
  await post.ready()
  await post.page.evaluate(() => {
    window.uncaught = []
    addEventListener('unhandledrejection', ({ reason }) => window.uncaught.push(String(reason)))
    addEventListener('error', ({ message }) => window.uncaught.push(message))
  })
  const set = (values) =>
    post.widget().evaluate(async (widget, values) => {
      for (const [name, value] of values) {
        widget[name] = value
        // One attribute at a time, as in somebody's script.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }, values)
  const usual = await post.pixels()
  const fives = await post.runtime('mnist-28-labels', { count: 9, columns: 3, label: 5 })
  const bad = [
    [['label', 'zebra']],
    [['label', '-1']],
    [['label', '10']],
    [['label', {}]],
    [['seed', -5]],
    [['seed', 'x']],
    [['rows', 99]],
    [['columns', NaN]],
    [['speed', -1]],
    [['truncation', 'much']],
    [['mode', 'nonsense']],
    [['model', 'nobody']],
    [['model', './not-there.safetensors']],
    [['base', 'http://']],
    [['backend', 'abacus']],
    [['poster', 'http://']],
  ]
  for (const values of bad) {
    // What comes after it, and has nothing to do with it, must not be in its way.
    await set([...values, ['controls', true], ['speed', 2], ['autoplay', false]])
    await post.settled()
    const mended = values.map(([name]) => [name, name === 'model' ? 'mnist-28-labels' : null])
    await set([...mended, ['controls', false], ['label', '5']])
    await eventually(async () => {
      assert.equal(await post.sentence(), '')
      assert.deepEqual(await post.pixels(), fives, JSON.stringify(values))
    })
    await post.drawn(() => set([['label', null]]))
    assert.deepEqual(await post.pixels(), usual, JSON.stringify(values))
  }
  assert.deepEqual(await post.page.evaluate(() => window.uncaught), [])
  await post.close()
})

test('what moved before a bad value moves again after the next good one', async () => {
  const post = await openPost(
    session,
    tag('model="mnist-28-labels" mode="interpolate" autoplay loading="eager"'),
  )
  await post.ready()
  await post.count()
  await post.moves()
  await post.widget().evaluate((widget) => (widget.label = 'zebra'))
  await eventually(async () => assert.match(await post.sentence(), /zebra/))
  await post.stops('it moves under what it says')
  assert.match(await post.sentence(), /zebra/)
  await post.widget().evaluate((widget) => (widget.label = '3'))
  await post.moves()
  assert.equal(await post.sentence(), '')
  const refused = await post.widget().evaluate(async (widget) => {
    widget.label = 'zebra'
    return await widget.sample(4).catch(({ name, message }) => `${name}: ${message}`)
  })
  assert.match(refused, /^OptionError: .*zebra/)
  await post.close()
})

test('undefined is nothing, for every property, and so is what templates write for it', async () => {
  const post = await openPost(session, tag('model="mnist-28" loading="interaction"'))
  const found = await post.widget().evaluate((widget) => {
    const names = widget.constructor.observedAttributes
    const fresh = document.createElement('ganvas-generator')
    const usual = Object.fromEntries(names.map((name) => [name, fresh[name]]))
    const given = {
      ...{ model: 'a', base: 'b/', mode: 'explore', seed: 4, rows: 2, columns: 2, autoplay: true },
      ...{ speed: 2, truncation: 0.5, label: '3', backend: 'cpu', loading: 'eager' },
      ...{ poster: 'p.png', controls: true },
    }
    const different = []
    for (const name of names) {
      for (const nothing of [undefined, null]) {
        for (const before of [given[name], nothing]) {
          fresh[name] = before
          fresh[name] = nothing
          if (fresh.hasAttribute(name) || fresh[name] !== usual[name]) different.push(name)
        }
      }
    }
    return { different, known: names.filter((name) => !(name in given)) }
  })
  assert.deepEqual(found, { different: [], known: [] })
  await post.close()

  const written = ['undefined', 'null'].map((nothing) => {
    const names = ['base', 'label', 'seed', 'mode', 'rows', 'poster', 'backend', 'truncation']
    return tag(
      `model="mnist-28" ${names.map((name) => `${name}="${nothing}"`).join(' ')} loading="eager"`,
    )
  })
  const other = await openPost(session, [...written, tag('model="null" loading="eager"')].join(''))
  const expected = await other.runtime('mnist-28', { count: 9, columns: 3 })
  for (const index of [0, 1]) {
    await other.ready(index)
    assert.deepEqual(await other.pixels(index), expected)
  }
  await other.ready(2)
  assert.equal(await other.widget(2).evaluate((widget) => widget.model), 'drawn-faces-64')
  assert.deepEqual(other.complaints, [])
  await other.close()
})

test('no widget waits for a slow one, and nobody’s work ends with the last that wanted it', async () => {
  const file = await readFile(new URL('../../dist/models/mnist-28.safetensors', import.meta.url))
  session.put('/slow.safetensors', { body: file })
  // Draws for a minute, as a generator may that was made for it.
  const slow = `let isSlow = false
    addEventListener('message', ({ data: { method, args } }) => {
      if (method === 'open') isSlow = args[0].name === 'slow'
      if (method !== 'draw' || !isSlow) return
      for (const end = Date.now() + 60000; Date.now() < end;);
    })`
  const body = ['./slow.safetensors', 'mnist-28'].map((model) =>
    tag(`model="${model}" loading="eager"`),
  )
  const post = await openPost(session, body.join(''), {
    prepare: (page) => page.route(/widget-worker/, (route) => prepend(route, slow)),
  })
  await post.ready(1)
  assert.equal(await post.widget(0).evaluate(({ state }) => state), 'loading')
  assert.equal(post.page.workers().length, 2)
  await post.widget(0).evaluate((widget) => widget.remove())
  for (let left = 2; left > 1; left = post.page.workers().length) await post.page.waitForTimeout(50)
  await post.drawn(() => post.widget(0).evaluate((widget) => (widget.seed = 2)))
  session.put('/slow.safetensors')
  assert.deepEqual(post.complaints, [])
  await post.close()
})

test('a page that a server makes may import it, and where there is no matchMedia it draws', async () => {
  const address = new URL('../../dist/widget.js', import.meta.url).href
  const script = `const widget = await import(${JSON.stringify(address)})
    widget.configure({ models: { own: './own.safetensors' } })
    console.log(Object.keys(widget).sort().join())`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script])
  assert.equal(said.toString().trim(), 'GanvasGenerator,configure')
  const post = await openPost(session, tag('model="mnist-28" autoplay loading="eager"'), {
    prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'matchMedia')),
  })
  await post.ready()
  await post.count()
  await post.moves()
  assert.deepEqual(post.complaints, [])
  await post.close()
})
