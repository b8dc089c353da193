// The page in every language that it speaks.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'
import { hide, isSaved } from './saving.mjs'
import { flattened, LANGUAGES, pageStrings } from './strings.mjs'

const SMALL = 'backend=cpu&width=8&batch=16&data=drawn-digits'
const OTHERS = LANGUAGES.filter((language) => language !== 'en')

/** Texts that are the same as in English: names, symbols, and words that a language took over. */
const SAME = {
  de: [
    ...['frame.backend', 'frame.megabytes', 'train.room', 'train.start', 'train.pause'],
    ...['train.generator', 'train.between', 'train.engine', 'play.samples', 'play.radius'],
    ...['play.interpolate', 'play.pickedPng', 'play.sample', 'play.dimension', 'play.seconds'],
    ...['play.coordinates', 'play.latentsJson', 'embed.generator', 'embed.iframe'],
    ...['first.option', 'first.recipeIs', 'first.wasserstein'],
    ...[
      'names.acgan-mnist',
      'names.dcgan-tensorflow',
      'names.lsgan',
      'names.projection-mnist',
      'names.r3gan-32',
      'names.sagan-64',
      'names.sngan-32',
      'names.stylegan2-64',
    ],
  ],
  ja: ['frame.megabytes', 'first.wasserstein'],
  zh: ['frame.megabytes', 'first.wasserstein'],
}

let session
let table
before(async () => {
  session = await open()
  const strings = await Promise.all(LANGUAGES.map(pageStrings))
  table = Object.fromEntries(LANGUAGES.map((language, at) => [language, strings[at]]))
})
after(() => session.close())

test('every text of the document has a key, under which the table has the same English', async () => {
  const html = await readFile(new URL('../../www/index.html', import.meta.url), 'utf8')
  const { page, close } = await openPage(session, '/blank')
  const { found, without } = await page.evaluate((html) => {
    const document = new DOMParser().parseFromString(html, 'text/html')
    const trimmed = (text) => text.replaceAll(/\s+/g, ' ').trim()
    const [found, without] = [[], []]
    const named = (element, attribute, text) => {
      if (!/\p{L}/u.test(text)) return
      const key = element.getAttribute(attribute)
      if (key !== null) found.push([key, trimmed(text)])
      else if (!element.closest('[translate=no]')) without.push(`${element.tagName}: ${text}`)
    }
    for (const element of document.querySelectorAll('title, meta[name=description], body *')) {
      if (element.tagName === 'SCRIPT') continue
      const nodes = [...element.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE)
      const texts = nodes.filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      // A text around several children names them by number.
      const children = [...element.children]
      const isOne = !/\{\d\}/.test(element.dataset?.text ?? '') && texts.length < 2
      const hasInline = children.some((child) => ['STRONG', 'KBD'].includes(child.tagName))
      const whole = nodes.map((node) => node.data ?? `{${children.indexOf(node)}}`).join('')
      named(element, 'data-text', isOne && !hasInline ? (texts[0]?.data ?? '') : whole)
      named(element, 'data-content', element.getAttribute('content') ?? '')
      named(element, 'data-label', element.getAttribute('aria-label') ?? '')
      named(element, 'data-placeholder', element.getAttribute('placeholder') ?? '')
      for (const attribute of ['title', 'alt']) {
        if (element.getAttribute(attribute)) without.push(`${element.tagName}, ${attribute}`)
      }
    }
    return { found, without }
  }, html)
  await close()
  assert.deepEqual(without, [])
  assert.ok(found.length > 200, `${found.length} texts`)
  const english = new Map(flattened(table.en))
  for (const [key, text] of found) assert.equal(text, english.get(key), key)
})

test('every language says what English says, with the same places to fill', () => {
  const places = (text) => new Set(text.match(/\{\w+\}/g))
  const english = flattened(table.en)
  for (const language of OTHERS) {
    const own = new Map(flattened(table[language]))
    assert.equal(own.size, english.length, language)
    for (const [key, text] of english) {
      const translated = own.get(key)
      assert.ok(translated, `${language} lacks ${key}`)
      assert.deepEqual(places(translated), places(text), `${key} in ${language}`)
    }
    const same = english.filter(([key, text]) => own.get(key) === text).map(([key]) => key)
    assert.deepEqual(same.sort(), SAME[language].sort(), language)
  }
})

test('English in the table is what recipes, generators and the engine itself say', async () => {
  const folder = new URL('../../src/recipe/presets/', import.meta.url)
  const presets = await Promise.all(
    (await readdir(folder)).map(async (file) => JSON.parse(await readFile(new URL(file, folder)))),
  )
  const texts = ({ title, source }) => ({ title, source })
  const byName = (list, pick) => Object.fromEntries(list.map((each) => [each.name, pick(each)]))
  assert.deepEqual(table.en.recipes, byName(presets, texts))

  const list = new URL('../../www/public/models/models.json', import.meta.url)
  const cards = JSON.parse(await readFile(list))
  const own = ({ title, what, data, dataLicence }) => ({ title, what, data, dataLicence })
  assert.deepEqual(table.en.cards, byName(cards, own))
  const scores = new Set(cards.flatMap(({ scores }) => Object.keys(scores)))
  assert.deepEqual(new Set(Object.values(table.en.scores)), scores)
})

test('generators, recipes and the reason for the CPU are told in the reader’s language', async () => {
  for (const language of OTHERS) {
    const { cards, faults, frame, recipes, scores } = table[language]
    const reasonOf = faults.softwareAdapter.split('{')[0]
    const app = await openApp(session, `?${SMALL}&lang=${language}`)
    const { page, complaints } = app
    await page.selectOption('#backend', 'auto')
    await page.waitForFunction(() => document.getElementById('backend-reason').textContent !== '')
    const reason = await page.locator('#backend-reason').textContent()
    assert.ok(reason.startsWith(reasonOf), reason)
    const options = await page
      .locator('#recipe option')
      .evaluateAll((all) => all.map(({ value, textContent }) => [value, textContent]))
    assert.deepEqual(options.map(([name]) => name).sort(), Object.keys(recipes).sort())
    for (const [name, text] of options) {
      assert.ok(text.startsWith(`${table[language].names[name]} – `), `${name}: ${text}`)
    }
    const { title, source } = recipes['fast-digits']
    const info = await page.locator('#recipe-info').innerText()
    for (const text of ['fast-digits', title, source]) assert.ok(info.includes(text), info)
    const groups = await page
      .locator('#recipe optgroup')
      .evaluateAll((all) => all.map(({ label }) => label))
    const { digits, faces, wasserstein, modern } = table[language].first
    assert.deepEqual(groups, [digits, faces, wasserstein, modern])
    await page.locator('input[name=mode][value=play]').check()
    await page.waitForFunction(() => document.getElementById('model-name').textContent !== '')
    assert.deepEqual(
      await page.locator('.card strong').allInnerTexts(),
      Object.values(cards).map(({ title }) => title),
    )
    assert.equal(await page.locator('#model-what').innerText(), cards['anime-64'].what)
    await page.locator('.about summary').click()
    const facts = await page.locator('#model-facts').innerText()
    for (const text of [
      cards['anime-64'].data,
      cards['anime-64'].dataLicence,
      scores.wasserstein,
    ]) {
      assert.ok(facts.includes(text), `${text} in ${facts}`)
    }
    await page.fill('#model-address', 'not-there.safetensors')
    await page.press('#model-address', 'Enter')
    const [before, after] = table[language].faults.status.split('{status}')
    const said = page.locator('#play-messages li span')
    await said.waitFor()
    const names = { file: 'not-there.safetensors', host: new URL(page.url()).host }
    assert.equal(
      await said.innerText(),
      `${before.replace(/\{(\w+)\}/g, (_, name) => names[name])}404${after}`,
    )
    await page.locator('input[name=mode][value=embed]').check()
    await page.waitForFunction(() => document.querySelectorAll('#embed-generator option').length)
    const embedded = await page.locator('#embed-generator option').allInnerTexts()
    assert.ok(embedded.includes(cards['mnist-28'].title), embedded.join())
    assert.equal(await page.title(), frame.title)
    assert.deepEqual(
      complaints.filter((text) => !text.includes('404')),
      [],
    )
    await app.close()
  }
})

/** Where the page is wider than its window, of all rooms and some windows. */
async function overflows(page) {
  const found = []
  for (const room of ['train', 'play', 'embed']) {
    await page.locator(`input[name=mode][value=${room}]`).check()
    await page.locator(`main#${room}`).waitFor()
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      const more = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
        return document.documentElement.scrollWidth - document.documentElement.clientWidth
      })
      if (more > 0) found.push(`${room} by ${more} pixels at ${width}`)
    }
  }
  return found
}

for (const [language, locale, tag] of [
  ['de', 'de-AT', 'de'],
  ['ja', 'ja-JP', 'ja'],
  ['zh', 'zh-CN', 'zh-Hans'],
]) {
  test(`a browser set to ${locale} gets the page in its language, on small screens too`, async () => {
    const { frame, train, play, embed } = table[language]
    const like = { locale, viewport: { width: 390, height: 844 } }
    const app = await openApp(session, `?${SMALL}`, { like })
    const { page } = app
    assert.equal(await page.evaluate(() => document.documentElement.lang), tag)
    assert.equal(await page.title(), frame.title)
    assert.equal(await app.text('state'), train.ready)
    assert.equal(await app.text('start'), train.start)
    assert.equal(await app.text('loss-title'), train.loss)
    assert.match(
      await page.locator('.explained p').first().innerText(),
      new RegExp(`^${train.theGenerator}.*${train.generatorDoes.slice(3)}$`),
    )
    assert.deepEqual(await page.locator('.modes span').allInnerTexts(), [
      frame.train,
      frame.play,
      frame.embed,
    ])

    await app.takeSteps(1)
    assert.equal(await app.text('state'), train.paused.replace('{step}', '1'))
    assert.equal(await app.text('start'), train.goOn)
    const [, count] = /(\d+[,.]\d{3})/.exec(await app.text('data-info'))
    assert.equal(count, new Intl.NumberFormat(tag).format(Number(count.replace(/\D/, ''))))
    await page.fill('#seed', '6')
    await page.keyboard.press('Tab')
    assert.ok((await app.text('pending')).includes(train.pendingOne.split('{names}')[1]))

    assert.deepEqual(await overflows(page), [])
    assert.equal(await page.locator('#embed-title').innerText(), embed.title)
    const tab = await page.locator('#tab-interpolation').textContent()
    assert.equal(tab.trim(), play.interpolate)

    // No key and no place to fill is seen.
    const seen = await page.evaluate(() => [
      document.body.textContent,
      ...[...document.querySelectorAll('[aria-label], [placeholder]')].map(
        (element) => `${element.ariaLabel} ${element.getAttribute('placeholder')}`,
      ),
    ])
    for (const text of seen) {
      assert.doesNotMatch(
        text,
        /\b(frame|train|theory|expectations|play|embed|notices)\.[a-z]+[A-Z\b]/,
      )
      assert.doesNotMatch(text, /\{(\d|[a-z]+)\}/)
    }
    assert.deepEqual(app.complaints, [])
    await app.close()
  })
}

test('a recipe says what to expect of it where its source does, the others say nothing', async () => {
  const { expectations } = table.de
  const app = await openApp(session, `?${SMALL}&lang=de`)
  const recipes = await app.page
    .locator('#recipe option')
    .evaluateAll((options) => options.map(({ value }) => value))
  for (const name of Object.keys(expectations)) assert.ok(recipes.includes(name), name)
  const shown = app.page.locator('#recipe-expectation')
  assert.equal(await shown.innerText(), expectations['fast-digits'])
  await app.page.selectOption('#recipe', 'mlp-gan')
  assert.equal(await shown.innerText(), expectations['mlp-gan'])
  assert.equal(expectations['mnist-28'], undefined)
  await app.page.selectOption('#recipe', 'mnist-28')
  assert.equal(await shown.isVisible(), false)
  await app.close()
})

test('the address goes before the browser, and a language that there is none of is named', async () => {
  const app = await openApp(session, `?${SMALL}&lang=de`)
  assert.equal(await app.page.evaluate(() => document.documentElement.lang), 'de')
  assert.deepEqual(await app.messages(), [])
  await app.page.fill('#seed', '7')
  await app.page.keyboard.press('Tab')
  await app.page.waitForFunction(() => location.search.includes('seed=7'))
  assert.match(app.page.url(), /[?&]lang=de\b/)
  await app.close()

  const other = await openApp(session, `?${SMALL}&lang=tlh`)
  assert.equal(await other.page.evaluate(() => document.documentElement.lang), 'en')
  const [[, sentence]] = await other.messages()
  assert.match(sentence, /lang to “tlh”.*en, de, ja, zh/)
  await other.close()
})

test('another language is chosen in the header, and stays chosen', async () => {
  const app = await openApp(session, `?${SMALL}`)
  const { page } = app
  await app.takeSteps(1)
  await page.selectOption('#language', 'de')
  await page.waitForFunction(() => document.documentElement.lang === 'de')
  await page.waitForFunction(() => !location.search.includes('lang='))
  const { resume, saved, start, paused } = table.de.train
  assert.equal(await app.text('state'), paused.replace('{step}', '1'))
  await hide(app)
  await isSaved(app, 1)
  await page.reload()
  await app.settled()
  await page.locator('#saved').waitFor()
  assert.equal(await page.inputValue('#language'), 'de')
  assert.equal(await app.text('resume'), resume)
  assert.ok((await app.text('saved-text')).startsWith(saved.slice(0, saved.indexOf('{'))))
  assert.equal(await app.text('start'), start)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

test('a language that cannot be fetched leaves the page in the one that it has', async () => {
  const app = await openApp(session, `?${SMALL}`)
  const { page } = app
  await page.route(/\/assets\/ja-[^/]*\.js$/, (route) => route.abort())
  await page.selectOption('#language', 'ja')
  const [kind, sentence] = await app.messageAfter(0)
  assert.equal(kind, 'notice')
  assert.equal(sentence, table.en.notices.languageMissing.replace('{language}', '日本語'))
  assert.equal(await page.inputValue('#language'), 'en')
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
  assert.equal(await app.text('start'), table.en.train.start)
  // What could not be fetched is asked for again.
  await page.unroute(/\/assets\/ja-[^/]*\.js$/)
  await page.selectOption('#language', 'ja')
  await page.waitForFunction(() => document.documentElement.lang === 'ja')
  assert.equal(await app.text('start'), table.ja.train.start)
  assert.deepEqual(await app.messages(), [
    ['notice', table.ja.notices.languageMissing.replace('{language}', '日本語')],
  ])
  await app.close()
})

/** When the first text was painted, and when the document was in the reader's language; in milliseconds. */
async function painted(path, prepare, like) {
  const { page, close } = await openPage(
    session,
    path,
    async (page) => {
      await page.addInitScript(() => {
        new MutationObserver(() => {
          if (document.documentElement.lang !== 'en') window.translated ??= performance.now()
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] })
      })
      await prepare(page)
    },
    like,
  )
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  await page.waitForFunction(paint)
  const first = await page.evaluate(paint)
  const translated = await page
    .waitForFunction(() => window.translated)
    .then((handle) => handle.jsonValue())
  await close()
  return { first, translated }
}

/** Holds back the page's strings in another language. */
const holdStrings = (milliseconds) => (page) =>
  page.route(/\/assets\/(de|ja|zh)-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await route.continue()
  })

test('the first paint is in the reader’s language already', async () => {
  for (const locale of ['de', 'ja']) {
    const { first, translated } = await painted('/', holdStrings(500), { locale })
    assert.ok(first >= translated, `${locale}: painted at ${first}, translated at ${translated} ms`)
  }
})

test('strings that do not come do not keep the page blank', async () => {
  const { first, translated } = await painted('/', holdStrings(6000), { locale: 'de' })
  assert.ok(first < translated, `painted at ${first}, translated at ${translated} ms`)
})
