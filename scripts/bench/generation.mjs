// Images from a trained generator: 64 at once in milliseconds, one at a time as frames a second.
import { generateNatively, onThreads } from './native.mjs'
import { say, threads } from './programs.mjs'
import { CUDA, generateInPyTorch } from './pytorch.mjs'
import { FACES, SMALL_FACES, title } from './sizes.mjs'
import { table, written } from './statistics.mjs'
import { generateInTab, generateOnThreads } from './tab.mjs'

const MANY = 64

export async function measureGeneration({ isQuick, repetitions, budget, program, pytorch }) {
  const faces = isQuick ? SMALL_FACES : FACES
  const sources = {
    'Ganvas, CPU, native': (count) => generateNatively(program, faces, count, threads, budget),
    'Ganvas, CPU, tab': (count) => generateInTab('cpu', faces, count, budget),
    'Ganvas, WebGPU, tab': (count) => generateInTab('webgpu', faces, count, budget),
  }
  if (threads > 1) {
    sources['Ganvas, CPU, tab, with helpers'] = (count) => generateOnThreads(faces, count, budget)
  }
  if (pytorch) {
    sources[`PyTorch, CPU, ${onThreads(threads)}`] = (count) =>
      generateInPyTorch(pytorch, faces, count, threads, budget)
  }
  if (pytorch?.gpu) {
    sources[CUDA] = (count) => generateInPyTorch(pytorch, faces, count, 0, budget)
  }
  const rows = Object.fromEntries(Object.keys(sources).map((name) => [name, []]))
  for (let turn = 1; turn <= repetitions; turn += 1) {
    say(`Generation, ${title(faces)}: ${turn} of ${repetitions}.`)
    for (const [name, generate] of Object.entries(sources)) {
      const [many, one] = [await generate(MANY), await generate(1)]
      const result = {
        milliseconds: many.milliseconds,
        frames: 1000 / one.milliseconds,
        first: one.first,
        on: many.on,
      }
      say(`  ${name}: ${written([result.milliseconds])} ms, ${written([result.frames])} a second`)
      rows[name].push(result)
    }
  }
  return { ...faces, images: MANY, rows }
}

export function reportGeneration({ images, rows, ...size }) {
  console.log(`\n${title(size)}`)
  const header = [
    'Generation',
    `${images} images, ms`,
    'one at a time, a second',
    'first one, ms',
    'on',
  ]
  const lines = Object.entries(rows).map(([name, list]) => [
    name,
    ...['milliseconds', 'frames', 'first'].map((key) => written(list.map((row) => row[key]))),
    list[0].on,
  ])
  console.log(table([header, ...lines]))
}
