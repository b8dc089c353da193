// Memory as a training goes on: nothing may grow.
import { memoryNatively } from './native.mjs'
import { say } from './programs.mjs'
import { SMALL, title } from './sizes.mjs'
import { megabytes, table } from './statistics.mjs'
import { inTab } from './tab.mjs'

/** What is watched, in the order of the table. */
const WATCHED = {
  resident: 'resident set, MB',
  wasm: 'wasm memory, MB',
  heap: 'JS heap, MB',
  buffers: 'GPU buffers',
  bufferBytes: 'GPU buffers, MB',
}

export async function measureMemory({ steps, every, program }) {
  const rows = {}
  const hear = (name) => (row) => {
    const values = Object.keys(WATCHED).filter((key) => row[key] !== undefined)
    const told = values.map((key) => `${WATCHED[key]} ${shown(key, row[key])}`)
    say(`  step ${row.step}: ${told.join(', ')}`)
    const list = (rows[name] ??= [])
    list.push(row)
  }
  say(`Memory, ${title(SMALL)}, native.`)
  await memoryNatively(program, SMALL, steps, every, hear('Ganvas, CPU, native'))
  say(`Memory, ${title(SMALL)}, CPU in the tab.`)
  await memoryInTab('cpu', steps, every, hear('Ganvas, CPU, tab'))
  say(`Memory, ${title(SMALL)}, WebGPU in the tab.`)
  await memoryInTab('webgpu', steps, every, hear('Ganvas, WebGPU, tab'))
  return { ...SMALL, steps, rows }
}

/** Counts the buffers that the page has and what they hold. */
function countBuffers() {
  window.buffers = { count: 0, bytes: 0 }
  if (!window.GPUDevice) return
  const live = new Map()
  const { createBuffer } = GPUDevice.prototype
  const { destroy } = GPUBuffer.prototype
  const forget = (id) => {
    window.buffers.bytes -= live.get(id) ?? 0
    live.delete(id)
    window.buffers.count = live.size
  }
  // A buffer may also go by being forgotten.
  const collected = new FinalizationRegistry(forget)
  const ids = new WeakMap()
  let next = 0
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor)
    next += 1
    ids.set(buffer, next)
    live.set(next, descriptor.size)
    window.buffers.bytes += descriptor.size
    window.buffers.count = live.size
    collected.register(buffer, next)
    return buffer
  }
  GPUBuffer.prototype.destroy = function () {
    forget(ids.get(this))
    return destroy.call(this)
  }
}

async function memoryInTab(backend, steps, every, heard) {
  await inTab(
    async ({ backend, size, steps, every }) => {
      const { memory } = await window.ganvas.default()
      const { training } = await window.begin(size)
      for (let step = 0; step < steps;) {
        const due = Math.min(step + every, steps)
        while (step < due) {
          // As the page pulls: a few steps at a time.
          const pull = Math.min(10, due - step)
          await training.next(pull)
          step += pull
        }
        // What is garbage does not count.
        for (let round = 0; round < 2; round += 1) {
          window.gc()
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        const isWebGpu = backend === 'webgpu'
        await window.heard({
          step,
          wasm: memory.buffer.byteLength,
          heap: performance.memory.usedJSHeapSize,
          ...(isWebGpu && { buffers: window.buffers.count, bufferBytes: window.buffers.bytes }),
        })
      }
    },
    { backend, size: SMALL, steps, every },
    {
      backend,
      prepare: async (page) => {
        await page.addInitScript(countBuffers)
        await page.exposeFunction('heard', heard)
      },
    },
  )
}

const shown = (key, value) => {
  if (value === undefined || value === null) return '–'
  return key === 'buffers' ? String(value) : megabytes(value)
}

export function reportMemory({ steps, rows, ...size }) {
  console.log(`\nMemory over ${steps} steps of ${title(size)}`)
  for (const [name, list] of Object.entries(rows)) {
    const keys = Object.keys(WATCHED).filter((key) => list.some((row) => row[key] !== undefined))
    const lines = list.map((row) => [String(row.step), ...keys.map((key) => shown(key, row[key]))])
    console.log(`\n${table([[name, ...keys.map((key) => WATCHED[key])], ...lines])}`)
  }
}
