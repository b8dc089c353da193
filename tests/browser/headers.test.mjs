// Pages of other sites that show ours in a frame.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { open, openPage, serve } from './harness.mjs'

let session, other
before(async () => {
  session = await open()
  other = await serve()
})
after(async () => {
  other.close()
  await session.close()
})

/** A page of another site with one of ours in a frame. */
async function framed(path, site = other) {
  const body = `<!doctype html><title>post</title><link rel="icon" href="data:," />
    <iframe src="${session.origin}${path}" width="400" height="400"></iframe>`
  site.put('/post', { headers: { 'Content-Type': 'text/html' }, body })
  const opened = await openPage({ ...session, origin: site.origin }, '/post')
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

test('other sites show the frame, and neither the page nor the sample post', async () => {
  const embed = await framed('/embed.html?model=mnist-28')
  await embed.frame.locator('ganvas-generator').waitFor()
  assert.deepEqual(embed.complaints, [])
  await embed.close()
  for (const path of ['/index.html?mode=play', '/demo.html']) {
    const refused = await framed(path)
    assert.equal(await refused.frame.locator('h1').count(), 0, path)
    assert.match(refused.complaints.join('\n'), /frame-ancestors 'self'/, path)
    await refused.close()
  }
})

test('the site itself may show them', async () => {
  const own = await framed('/demo.html', session)
  await own.frame.locator('h1').waitFor()
  await own.close()
  session.put('/post', undefined)
})
