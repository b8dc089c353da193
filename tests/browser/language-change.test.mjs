// Another language is chosen while the page is open: all texts change in place, and nothing else does.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from './app.mjs'
import { open, openPage } from './harness.mjs'
import { hide, isSaved, leave } from './saving.mjs'

const SMALL = 'backend=cpu&width=8&batch=16&data=drawn-digits'
/** Round, and back to where one began. */
const ROUND = ['de', 'ja', 'zh', 'en']
const TAGS = { en: 'en', de: 'de', ja: 'ja', zh: 'zh-Hans' }

let session
before(async () => {
  session = await open()
})
after(() => session.close())

/**
 * Every text of the page in the order of the document: its own text nodes that can be seen, and the
 * attributes that are read out or shown. What is measured differs from one visit to the next.
 */
const texts = (page) =>
  page.evaluate(() => {
    const found = []
    const measured = '#steps-per-second, #images-per-second, #elapsed, #goal, #busy'
    const attributes = ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'alt', 'label']
    const nameOf = (element) => {
      const named = element.closest('[id]')
      // Trainings have ids of their own.
      const id = named?.id.replace(/-\d.*/, '')
      return `${id ? `#${id} ` : ''}${element.tagName.toLowerCase()}`
    }
    for (const element of document.querySelectorAll('title, body, body *')) {
      if (['SCRIPT', 'NOSCRIPT', 'STYLE'].includes(element.tagName)) continue
      if (element.closest(measured)) continue
      const isSeen =
        element.tagName === 'TITLE' || element.closest('select') || element.checkVisibility()
      if (!isSeen) continue
      for (const attribute of attributes) {
        const text = element.getAttribute(attribute)
        // When the judge has been asked last is a matter of time.
        const said = element.id === 'quality-chart' ? text?.replaceAll(/\d+/g, '#') : text
        if (said) found.push(`${nameOf(element)} [${attribute}] ${said}`)
      }
      const own = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ data }) => data.replaceAll(/\s+/g, ' ').trim())
        .join(' | ')
      if (/\S/.test(own)) found.push(`${nameOf(element)} ${own}`)
      if (element.tagName === 'TEXTAREA') found.push(`${nameOf(element)} = ${element.value}`)
    }
    return found
  })

/** Chooses a language in the header, and waits until the page has it. */
async function choose(page, language) {
  await page.selectOption('#language', language)
  await page.waitForFunction((tag) => document.documentElement.lang === tag, TAGS[language])
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}

/** Marks the page as it is now: a reload would lose it. */
const mark = (page) =>
  page.evaluate(() => {
    window.isAsBefore = true
  })
const isMarked = (page) => page.evaluate(() => window.isAsBefore === true)

/** Two lists of texts, without those that both have: what is left differs. */
function differences(own, fresh) {
  const left = (list, other) => {
    const rest = [...other]
    return list.filter((text) => {
      const at = rest.indexOf(text)
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
  }
  return { changed: left(own, fresh), fresh: left(fresh, own) }
}

/** Changes the language all around, and compares with a page that was loaded in it. */
async function comesRound(page, freshIn) {
  await mark(page)
  // It was loaded in English itself.
  const english = await texts(page)
  for (const language of ROUND) {
    await choose(page, language)
    const own = await texts(page)
    const fresh = language === 'en' ? english : await freshIn(language)
    assert.deepEqual(differences(own, fresh), { changed: [], fresh: [] }, language)
    assert.ok(own.length > 100, `${own.length} texts`)
  }
  assert.ok(await isMarked(page), 'it was loaded anew')
}

/** Opens what there is to open in Train. */
const openPanels = (page) =>
  page.evaluate(() => {
    for (const box of document.querySelectorAll('#train details')) {
      if (!box.classList.contains('hint')) box.open = true
    }
  })

test('a training that runs goes on through changes of the language, in the same worker', async () => {
  const app = await openApp(session, `?${SMALL}`)
  const { page } = app
  await mark(page)
  await app.start()
  await app.reachesStep(2)
  const { workers } = await app.log()
  for (const language of ROUND) {
    const before = await app.step()
    await choose(page, language)
    await app.reachesStep(before + 1)
    assert.equal(await app.phase(), 'running')
  }
  assert.ok(await isMarked(page), 'it was loaded anew')
  assert.equal((await app.log()).workers, workers)
  assert.deepEqual(app.complaints, [])
  await app.close()
})

/** A training after two steps, saved, with all panels open and an image picked in each. */
async function openTraining(language, prepare) {
  const app = await openApp(session, `?${SMALL}&lang=${language}`, { prepare })
  const { page } = app
  await openPanels(page)
  await app.takeSteps(2)
  await hide(app)
  await isSaved(app, 2)
  await page.click('#nearest-open')
  await page.locator('#nearest ol li').first().waitFor()
  await page.locator('#eyes-generated [role=option]').first().click()
  await page.waitForFunction(() => document.getElementById('eyes-maps').ariaLabel)
  await page.locator('.builder-card').first().waitFor()
  await page.locator('#trainings-list li').first().waitFor()
  // What the cards say together is said once nothing more is typed.
  await page.waitForFunction(() => document.querySelector('.builder-status').textContent !== '')
  await app.drawn()
  return app
}

test('in Train every text is that of a page loaded in the language', async () => {
  const app = await openTraining('en')
  await comesRound(app.page, async (language) => {
    const other = await openTraining(language)
    const found = await texts(other.page)
    await other.close()
    return found
  })
  assert.deepEqual(app.complaints, [])
  await app.close()
})

/** Time stands still: how long ago something was saved does not change. */
const holdTime = (page) =>
  page.addInitScript(() => {
    Date.now = () => 1.9e12
  })

test('a saved training is offered in the language of now, and a wrong number is told in it', async () => {
  const query = (language) => `?${SMALL}&lang=${language}`
  const wrong = async (app) => {
    await app.page.fill('#seed', '6')
    await app.page.press('#seed', 'Tab')
    await app.page.fill('#batch', '0')
    await app.page.press('#batch', 'Tab')
    await app.messageAfter(0)
    await app.page.locator('#saved').waitFor()
  }
  const app = await openTraining('en', holdTime)
  await leave(app)
  await wrong(app)
  await comesRound(app.page, async (language) => {
    const other = await openApp(session, query(language), {
      prepare: holdTime,
      like: { storageState: await app.page.context().storageState({ indexedDB: true }) },
    })
    await wrong(other)
    const found = await texts(other.page)
    await other.close()
    return found
  })
  await app.close()
})

/** Ways through the latent space, each with what the address says of it. */
const WAYS = [
  ['interpolation', 'through=pinned'],
  ['walk', 'walk-seed=3&at=0.5'],
  ['directions', 'moved=2:1.5'],
  ['arithmetic', ''],
  ['neighbours', 'radius=0.5'],
  ['classes', 'class-from=2&class-to=5'],
  ['coordinates', 'coordinates-layout=rows&coordinates-list=1-4'],
]

/** Play with a generator of the list, some samples of which are pinned. */
async function openPlayIn(language, [way, choices]) {
  const pinned = 'pinned=1.0:3,1.9:7'
  const opened = await openPage(
    session,
    `/?model=mnist-28-labels&backend=cpu&truncation=0.8&${pinned}&way=${way}&${choices}&lang=${language}`,
  )
  const { page } = opened
  page.setDefaultTimeout(60_000)
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('#play details')) {
      if (!box.classList.contains('hint')) box.open = true
    }
  })
  await page.waitForFunction(
    () =>
      document.getElementById('play-status').dataset.phase === 'ready' &&
      document.getElementById('play-samples').dataset.drawn &&
      document.getElementById('stage').dataset.drawn &&
      document.getElementById('picked').dataset.code,
  )
  assert.equal(await page.getAttribute(`#tab-${way}`, 'aria-selected'), 'true')
  // The strip is drawn last, and what is drawn of the ways has come.
  await page.waitForTimeout(500)
  return opened
}

test('in Play every text is that of a page loaded in the language, in each way', async () => {
  for (const [at, way] of WAYS.entries()) {
    const opened = await openPlayIn('en', way)
    const { page } = opened
    await mark(page)
    const english = await texts(page)
    const language = ROUND[at % 3]
    const other = await openPlayIn(language, way)
    const fresh = await texts(other.page)
    await other.close()
    for (const [next, wanted] of [
      [language, fresh],
      ['en', english],
    ]) {
      await choose(page, next)
      const own = await texts(page)
      const found = differences(own, wanted)
      assert.deepEqual(found, { changed: [], fresh: [] }, `${way[0]} in ${next}`)
      assert.ok(own.length > 100, `${own.length} texts`)
    }
    assert.ok(await isMarked(page), 'it was loaded anew')
    assert.deepEqual(opened.complaints, [])
    await opened.close()
  }
})

/** Embed with a generator of the list in its snippet. */
async function openEmbedIn(language) {
  const opened = await openPage(session, `/?mode=embed&backend=cpu&lang=${language}`)
  const { page } = opened
  page.setDefaultTimeout(60_000)
  await page.waitForFunction(() => document.getElementById('embed-snippet').value !== '')
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('#embed details')) box.open = true
  })
  // The frame's height follows from the widget's.
  await page.waitForTimeout(500)
  return opened
}

test('in Embed every text is that of a page loaded in the language', async () => {
  const { page, complaints, close } = await openEmbedIn('en')
  await comesRound(page, async (language) => {
    const other = await openEmbedIn(language)
    const found = await texts(other.page)
    await other.close()
    return found
  })
  assert.deepEqual(complaints, [])
  await close()
})
