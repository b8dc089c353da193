// Milliseconds of a training step, beside the peers.
import { say, threads } from './programs.mjs'
import { stepNatively, onThreads } from './native.mjs'
import { CUDA, stepInPyTorch } from './pytorch.mjs'
import { SIZES, title } from './sizes.mjs'
import { table, written } from './statistics.mjs'
import { stepInTab, stepOnThreads } from './tab.mjs'
import { stepInTensorFlow } from './tensorflow.mjs'

const CPU = 'Ganvas, CPU, tab'
const CPU_THREADS = 'Ganvas, CPU, tab, with helpers'
const WEBGPU = 'Ganvas, WebGPU, tab'
const TENSORFLOW = 'TensorFlow.js, WebGPU, tab'
const native = (count) => `Ganvas, CPU, native, ${onThreads(count)}`
const torch = (count) => `PyTorch, CPU, ${onThreads(count)}`

/** Ratios of two rows of the same turn, and what they should be at most. */
const RATIOS = [
  [WEBGPU, TENSORFLOW, 0.2],
  [native(threads), torch(threads), 1],
  [native(1), torch(1), 1],
  [CPU, native(1), 2.5],
  [CPU_THREADS, native(1), 2.5],
]

export function measureSteps({ isQuick, repetitions, budget, program, tensorflow, pytorch }) {
  const sizes = isQuick ? SIZES.slice(0, 1) : SIZES
  return measureRows(sizes, repetitions, RATIOS, async (size, add) => {
    for (const count of new Set([1, threads])) {
      add(native(count), stepNatively(program, size, count, budget))
      if (pytorch) add(torch(count), stepInPyTorch(pytorch, size, count, budget))
    }
    if (pytorch?.gpu) add(CUDA, stepInPyTorch(pytorch, size, 0, budget))
    add(CPU, await stepInTab('cpu', size, budget))
    if (threads > 1) add(CPU_THREADS, await stepOnThreads(size, budget))
    if (!size.webgpu) return
    const { steps } = add(WEBGPU, await stepInTab('webgpu', size, budget))
    if (tensorflow) add(TENSORFLOW, stepInTensorFlow(tensorflow, size, steps))
  })
}

/** `turn` measures every row once and adds it; ratios are of two rows, and what is wanted, if anything. */
export async function measureRows(sizes, repetitions, ratios, turn) {
  const measured = []
  for (const size of sizes) {
    const rows = {}
    const add = (name, result) => {
      say(`  ${name}: ${written([result.milliseconds])} ms a step`)
      const list = (rows[name] ??= [])
      list.push(result)
      return result
    }
    // In turns, so that what else the machine does falls on all of them.
    for (let at = 1; at <= repetitions; at += 1) {
      say(`${title(size)}: ${at} of ${repetitions}.`)
      await turn(size, add)
    }
    checkSameNetworks(size, rows)
    measured.push({ ...size, rows, ratios: ratiosOf(rows, ratios) })
  }
  return measured
}

/** A peer with other networks would be none. */
function checkSameNetworks(size, rows) {
  const counts = Object.values(rows).flatMap((list) => list.map(({ parameters }) => parameters))
  const known = new Set(counts.filter(Boolean))
  if (known.size > 1) {
    throw new Error(`${title(size)} has ${[...known].join(' and ')} parameters: not one network.`)
  }
}

function ratiosOf(rows, ratios) {
  const isMeasured = ([one, other]) => rows[one] && rows[other]
  return ratios.filter(isMeasured).map(([one, other, wanted]) => ({
    of: one,
    to: other,
    wanted,
    values: rows[one].map(
      ({ milliseconds }, turn) => milliseconds / rows[other][turn].milliseconds,
    ),
  }))
}

export function reportSteps(measured) {
  for (const { rows, ratios, ...size } of measured) {
    console.log(`\n${title(size)}`)
    const header = ['A training step', 'ms', 'first step, ms', 'dispatches', 'submits', 'on']
    const keys = ['milliseconds', 'first', 'dispatches', 'submits']
    const lines = Object.entries(rows).map(([name, list]) => [
      name,
      ...keys.map((key) => written(list.map((result) => result[key]))),
      list[0].on,
    ])
    console.log(table([header, ...lines]))
    if (ratios.length > 0) console.log(`\n${reportRatios(ratios)}`)
  }
}

const reportRatios = (ratios) =>
  table([
    ['Ratio of times', 'found', 'wanted at most'],
    ...ratios.map(({ of, to, values, wanted }) => [
      `${of} / ${to}`,
      written(values),
      `${wanted ?? '–'}`,
    ]),
  ])
