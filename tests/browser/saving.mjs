// A training that was left: what the browser's storage holds of it, and how one goes on.
import assert from 'node:assert/strict'
import { openApp } from './app.mjs'

/** The page thinks that it is hidden, as on leaving. */
export const hide = (app) =>
  app.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    delete document.visibilityState
  })

/** The trainings that the storage holds, newest first: step, id, size and the like. */
export const savedTrainings = (app) =>
  app.page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('ganvas')) return []
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await result(indexedDB.open('ganvas'))
    const store = database.transaction('training').objectStore('training')
    const found = await result(store.getAll(IDBKeyRange.bound('training/', 'training/\uffff')))
    database.close()
    return found
      .sort((one, other) => other.time - one.time)
      .map(({ checkpoint, ...saved }) => ({
        ...saved,
        bytes: checkpoint.size,
        isBlob: checkpoint instanceof Blob,
      }))
  })

/** The steps of all trainings that are saved, newest first. */
export const savedSteps = async (app) => (await savedTrainings(app)).map(({ step }) => step)

/** The step of the training that was saved last. */
export const savedStep = async (app) => (await savedSteps(app))[0] ?? null

/** The browser lets go of the files that were kept with trainings. */
export const loseFiles = (app) =>
  app.page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('ganvas'))
    const store = database.transaction('training', 'readwrite').objectStore('training')
    await done(store.delete(IDBKeyRange.bound('files/', 'files/\uffff')))
    database.close()
  })

/** Waits until the storage holds a training of this step, or with null none; `waitForFunction` awaits no promises. */
export async function isSaved(app, step) {
  for (let patience = 300; patience > 0; patience -= 1) {
    if ((await savedStep(app)) === step) return
    await app.page.waitForTimeout(200)
  }
  assert.fail(`step ${step} is not saved`)
}

/** Whether the page offers to go on. */
export const isOffered = (app) => app.page.locator('#saved').isVisible()

/** Loads the page anew. */
export async function leave(app) {
  await app.page.reload()
  await app.settled()
}

/** Takes the offer of a training saved at this step. */
export async function goOn(app, step) {
  await app.page.waitForSelector('#saved:not([hidden])')
  await app.press('resume')
  await app.reachesStep(step)
  await app.settled()
  assert.equal(await app.step(), step)
}

/** What a training gives that nobody interrupts. */
export async function uninterrupted(session, query, steps) {
  const app = await openApp(session, query)
  await app.takeSteps(steps)
  const { reports } = await app.log()
  const samples = await app.fingerprint('samples')
  await app.close()
  return { reports, samples }
}
