// High contrast, where the browser replaces the colours of a page: what is chosen is still seen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASIC_FLAGS, open, openPage } from './harness.mjs'

/** Pixels that must differ by a contrast of 3:1, as WCAG asks of what is no text. */
const LEAST_PIXELS = 60

let session
before(async () => {
  session = await open({ flags: BASIC_FLAGS })
})
after(() => session.close())

const SCHEMES = ['light', 'dark']
/** Around an element, for what is drawn outside of it. */
const MARGIN = 6

/** What an element looks like, on light and on dark; the pointer is elsewhere. */
async function look(page, selector) {
  await page.mouse.move(0, 0)
  const element = page.locator(selector).first()
  await element.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await element.boundingBox()
  const clip = {
    x: x - MARGIN,
    y: y - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  }
  const images = []
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    images.push((await page.screenshot({ clip, animations: 'disabled' })).toString('base64'))
  }
  return images
}

/** Pixels of two pictures between which the contrast is at least 3:1. */
function contrasts(page, one, other) {
  return page.evaluate(
    async (pictures) => {
      const pixels = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes]))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        context.drawImage(bitmap, 0, 0)
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data
      }
      const linear = (value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      const luminance = (data, at) =>
        [0.2126, 0.7152, 0.0722].reduce(
          (sum, weight, channel) => sum + weight * linear(data[at + channel] / 255),
          0.05,
        )
      const [one, other] = await Promise.all(pictures.map(pixels))
      let count = 0
      for (let at = 0; at < one.length; at += 4) {
        const [a, b] = [luminance(one, at), luminance(other, at)]
        if (Math.max(a, b) / Math.min(a, b) >= 3) count += 1
      }
      return count
    },
    [one, other],
  )
}

const label = (name, value) => `label:has(> input[name=${name}][value=${value}])`

/** What is looked at, how it is chosen, and how it is given up for another. */
const CHOICES = [
  ['Play', label('mode', 'play'), label('mode', 'play'), label('mode', 'embed')],
  ['the way of embedding', label('embed-way', 'script'), null, label('embed-way', 'iframe')],
  ['a tick', '#embed-controls', '#embed-controls', '#embed-controls'],
  ['Train', label('mode', 'train'), label('mode', 'train'), label('mode', 'play')],
  ['a tab', '#tab-walk', '#tab-walk', '#tab-interpolation'],
  ['a generator', '.card', '.card', 'li:nth-child(4) > .card'],
  [
    'a sample',
    '#play-samples .cells button:nth-child(3)',
    '#play-samples .cells button:nth-child(3)',
    '#play-samples .cells button:nth-child(4)',
  ],
]

const FOCUSED = ['#new-samples', '#truncation', '#tab-interpolation', '#play-seed', '.card']

async function openPlay() {
  const like = { forcedColors: 'active' }
  const opened = await openPage(session, '/?backend=cpu&model=mnist-28', () => {}, like)
  const { page } = opened
  page.setDefaultTimeout(60_000)
  await page.waitForFunction(() => document.querySelector('.cells button[aria-pressed=true]'))
  return opened
}

/** Waits until a button that is pressed or not is so: a generator first has to be opened. */
const is = (page, selector, pressed) =>
  page.waitForFunction(
    ([selector, pressed]) =>
      [null, pressed].includes(document.querySelector(selector).getAttribute('aria-pressed')),
    [selector, String(pressed)],
  )

async function assertDiffers(page, name, one, other) {
  for (const [at, scheme] of SCHEMES.entries()) {
    const pixels = await contrasts(page, one[at], other[at])
    assert.ok(pixels >= LEAST_PIXELS, `${name} on ${scheme}: ${pixels} pixels`)
  }
}

test('in forced colours what is chosen, and where a slider stands, is seen', async () => {
  const { page, complaints, close } = await openPlay()
  const blur = () => page.evaluate(() => document.activeElement?.blur())
  for (const [name, selector, choose, leave] of CHOICES) {
    if (choose) await page.click(choose)
    await is(page, selector, true)
    await blur()
    const chosen = await look(page, selector)
    await page.click(leave)
    await is(page, selector, false)
    await blur()
    await assertDiffers(page, name, chosen, await look(page, selector))
  }
  const ends = []
  for (const value of ['0', '1.5']) {
    await page.fill('#truncation', value)
    await blur()
    ends.push(await look(page, '#truncation'))
  }
  await assertDiffers(page, 'a slider', ...ends)
  assert.deepEqual(complaints, [])
  await close()
})

test('in forced colours the focus is seen', async () => {
  const { page, close } = await openPlay()
  for (const selector of FOCUSED) {
    await page.evaluate(() => document.activeElement?.blur())
    const before = await look(page, selector)
    // By keys, as only then a ring is drawn.
    await page.locator(selector).first().focus()
    await page.keyboard.press('Shift')
    await assertDiffers(page, `the focus of ${selector}`, before, await look(page, selector))
  }
  await close()
})

test('in forced colours the widget’s sliders and focus are seen', async () => {
  const path = '/embed.html?model=mnist-28&mode=sliders&controls=true'
  const { page, close } = await openPage(session, path, () => {}, { forcedColors: 'active' })
  await page.waitForFunction(() => document.querySelector('ganvas-generator')?.state === 'ready')
  const slider = page.getByRole('slider').first()
  await slider.evaluate((slider) => (slider.id = 'first'))
  const left = await look(page, '#first')
  await slider.fill(await slider.getAttribute('max'))
  const focused = await look(page, '#first')
  await assertDiffers(page, 'a slider', left, focused)
  await slider.evaluate((slider) => slider.blur())
  await assertDiffers(page, 'its focus', focused, await look(page, '#first'))
  await close()
})
