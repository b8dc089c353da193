// What runs in a tab of a real browser: a training step, and images from a generator.
import { FLAGS, open, openEngine } from '../../tests/browser/harness.mjs'

/** So that a heap can be measured: without its garbage, and to the byte. */
const MEMORY_FLAGS = ['--js-flags=--expose-gc', '--enable-precise-memory-info']

/** Runs `work` in the page of a fresh browser, so that no shader is there already. */
export async function inTab(work, argument, { backend, prepare } = {}) {
  const session = await open({ flags: [...FLAGS, ...MEMORY_FLAGS] })
  try {
    const { page } = await openEngine(session, { backend, prepare })
    page.setDefaultTimeout(0)
    await page.evaluate(addHelpers)
    return await page.evaluate(work, argument)
  } finally {
    await session.close()
  }
}

/** Puts into the page what every measurement there needs. */
function addHelpers() {
  /** A recipe in that size, and which images it is to learn: none that lie in files. */
  const sized = ({ recipe: name, width, batch }) => {
    const preset = JSON.parse(window.ganvas.presets()).find((preset) => preset.name === name)
    const data = preset.data === 'drawn-faces' ? 'drawn-faces' : 'drawn-digits'
    return { recipe: { ...preset, width, batch }, data }
  }
  /** A training, freshly begun, and its backend: that of the engine which the page has. */
  window.begin = async (size) => {
    const { recipe, data } = sized(size)
    const { Backend, DataSet, Training } = window.ganvas
    const images = data === 'drawn-faces' ? DataSet.drawnFaces(0) : DataSet.drawnDigits(0)
    const opened = await Backend.open()
    return { opened, training: Training.create(opened, JSON.stringify(recipe), images, 1) }
  }
  /** What computes, as the browser calls it. */
  window.computesOn = async ({ kind }) => {
    if (kind === 'cpu') return 'WebAssembly SIMD'
    const { vendor, architecture } = (await navigator.gpu.requestAdapter()).info
    return `${vendor} ${architecture}`
  }
  /** The same by the package, on the CPU. */
  window.beginOnThreads = async (size) => {
    const { startTraining } = await import('/pkg/index.js')
    return await startTraining({ ...sized(size), backend: 'cpu' })
  }
  /** Warms `work` up, then times it; it takes how often it is to be done. */
  window.timed = async (budget, work, onWarm = () => {}) => {
    const [least, most] = [3, 100]
    const time = async (times) => {
      const since = performance.now()
      await work(times)
      return performance.now() - since
    }
    const first = await time(1)
    let estimate = await time(1)
    for (let spent = estimate; spent < budget; spent += estimate) estimate = await time(1)
    const steps = Math.max(least, Math.min(most, Math.round(budget / estimate)))
    onWarm()
    return { steps, first, milliseconds: (await time(steps)) / steps }
  }
}

/** Milliseconds of a training step, and on WebGPU its dispatches and submits. */
export const stepInTab = (backend, size, budget) =>
  inTab(
    async ({ backend, size, budget }) => {
      const counts = { dispatches: 0, submits: 0 }
      const count = (type, methods, name) => {
        for (const method of type ? methods : []) {
          const real = type.prototype[method]
          type.prototype[method] = function (...args) {
            counts[name] += 1
            return real.apply(this, args)
          }
        }
      }
      const compute = ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect']
      count(window.GPUComputePassEncoder, compute, 'dispatches')
      count(window.GPUQueue, ['submit'], 'submits')

      const { opened, training } = await window.begin(size)
      const work = async (steps) => {
        const { d_loss, g_loss } = JSON.parse(await training.next(steps)).at(-1)
        if (!Number.isFinite(d_loss + g_loss)) throw new Error(`Losses ${d_loss}, ${g_loss}`)
      }
      const reset = () => {
        counts.dispatches = counts.submits = 0
      }
      const timed = await window.timed(budget, work, reset)
      const each = (total) => (backend === 'webgpu' ? total / timed.steps : null)
      return {
        ...timed,
        dispatches: each(counts.dispatches),
        submits: each(counts.submits),
        on: await window.computesOn(opened),
      }
    },
    { backend, size, budget },
    { backend },
  )

/** Milliseconds of a training step on the CPU by the package: in a worker, and with threads that help. */
export const stepOnThreads = (size, budget) =>
  inTab(
    async ({ size, budget }) => {
      const training = await window.beginOnThreads(size)
      const timed = await window.timed(budget, (steps) => training.next(steps))
      return { ...timed, on: `${training.backend.threads} threads` }
    },
    { size, budget },
  )

/** Milliseconds for so many images from latents, the pixels included. */
export const generateInTab = (backend, size, count, budget) =>
  inTab(
    async ({ size, count, budget }) => {
      const { opened, training } = await window.begin({ ...size, batch: 2 })
      const file = await training.generatorFile(true, 'f32')
      training.free()
      const generator = window.ganvas.DeviceGenerator.open(opened, 'the generator', file)
      const work = async (times) => {
        for (; times > 0; times -= 1) (await generator.images(count, 1)).free()
      }
      return { ...(await window.timed(budget, work)), on: await window.computesOn(opened) }
    },
    { size, count, budget },
    { backend },
  )

/** The same by the package, as in `stepOnThreads`. */
export const generateOnThreads = (size, count, budget) =>
  inTab(
    async ({ size, count, budget }) => {
      const { openGenerator } = await import('/pkg/index.js')
      const training = await window.beginOnThreads({ ...size, batch: 2 })
      const file = await training.save('f32')
      training.close()
      const generator = await openGenerator(file, { backend: 'cpu' })
      const latents = await generator.latents(count, 1)
      const work = async (times) => {
        for (; times > 0; times -= 1) await generator.draw(latents.slice())
      }
      const on = `${generator.backend.threads} threads`
      return { ...(await window.timed(budget, work)), on }
    },
    { size, count, budget },
  )

/**
 * The generators of a training on the CPU by the package, after each of the seconds since its beginning,
 * with the time of loading the images: the files in base64, and the steps made.
 */
export const trainInTab = (recipe, data, seconds) =>
  inTab(
    async ({ recipe, data, seconds }) => {
      const { startTraining } = await import('/pkg/index.js')
      let since = performance.now()
      const training = await startTraining({ recipe, data, backend: 'cpu' })
      const trained = []
      let steps = 0
      for (const wanted of seconds) {
        while (performance.now() - since < 1000 * wanted)
          steps = (await training.next(4)).at(-1).step
        const paused = performance.now()
        const file = window.base64(await training.save('f32'))
        since += performance.now() - paused
        trained.push({ seconds: wanted, steps, file })
      }
      training.close()
      return trained
    },
    { recipe, data, seconds },
  )
