// How fast Ganvas is, in the tab and out of it, beside the peers that are present. Not a test.
//
//   npm run bench                     everything: builds the native program, sets up TensorFlow.js
//   npm run bench -- --quick          the smallest of each, once: does it run?
//   npm run bench -- --only NAME      one part: steps, generation, runtime, memory, size or panels; more with commas
//   npm run bench -- --only gpu       a graphics card out of the tab, which everything leaves out
//   npm run bench -- --only quality   how good images are after 20, 60 and 180 s; everything leaves it out
//   npm run bench -- --json           the measurements as JSON instead of tables
//   npm run bench -- --repeat 5       how often times are measured, instead of 3 times
//   npm run bench -- --steps 300      steps of the part memory, instead of 10,000
//
// docs/performance.md says what each row is. Peers: TensorFlow.js in ../shared/bench/tfjs or
// GANVAS_TFJS_BENCH, PyTorch where python3 or GANVAS_PYTHON has torch.

import { readFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { open } from '../../tests/browser/harness.mjs'
import { measureGeneration, reportGeneration } from './generation.mjs'
import { measureGpu } from './gpu.mjs'
import { measureMemory, reportMemory } from './memory.mjs'
import { buildGanvas, buildNative } from './native.mjs'
import { root, say, threads } from './programs.mjs'
import { measurePanels, reportPanels } from './panels.mjs'
import { findPyTorch } from './pytorch.mjs'
import { measureQuality, reportQuality } from './quality.mjs'
import { measureRuntime, reportRuntime } from './runtime.mjs'
import { measureSize, reportSize } from './size.mjs'
import { MILLISECONDS } from './sizes.mjs'
import { measureSteps, reportSteps } from './steps.mjs'
import { findTensorFlow } from './tensorflow.mjs'

/** The parts, in the order of the report. */
const PARTS = {
  steps: [measureSteps, reportSteps],
  generation: [measureGeneration, reportGeneration],
  runtime: [measureRuntime, reportRuntime],
  memory: [measureMemory, reportMemory],
  size: [measureSize, reportSize],
  panels: [measurePanels, reportPanels],
  gpu: [measureGpu, reportSteps],
  quality: [measureQuality, reportQuality],
}

/** Not every machine has a card, and the quality takes half an hour. */
const UNUSUAL = ['gpu', 'quality']

/** Those that are measured unless `--only` says which. */
const USUAL = Object.keys(PARTS).filter((part) => !UNUSUAL.includes(part))

function readCommandLine() {
  const { quick, json, only, repeat, steps } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: USUAL.join() },
      repeat: { type: 'string' },
      steps: { type: 'string' },
    },
  }).values
  const parts = only.split(',')
  const unknown = parts.find((part) => !Object.hasOwn(PARTS, part))
  if (unknown !== undefined) {
    throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}; found ${unknown}.`)
  }
  return {
    isQuick: quick,
    isJson: json,
    parts,
    repetitions: count('--repeat', repeat ?? (quick ? 1 : 3)),
    steps: count('--steps', steps ?? (quick ? 3 : 10_000)),
  }
}

function count(option, text) {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1) return number
  throw new Error(`${option} takes a whole number from 1; found ${text}.`)
}

/** What the numbers belong to. */
async function describeMachine(pytorch, repetitions) {
  const session = await open()
  const version = session.browser.version()
  await session.close()
  const processors = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}`,
    threads,
    browser: `Chromium ${version}`,
    pytorch: pytorch && [pytorch.version, pytorch.gpu].filter(Boolean).join(', '),
    repetitions,
    package: JSON.parse(readFileSync(path.join(root, 'pkg/build.json'), 'utf8')),
  }
}

function reportMachine(
  { date, machine, browser, pytorch, repetitions, package: built },
  isTestBuild,
) {
  console.log(`\n${date}. ${machine}. ${browser}.${pytorch ? ` PyTorch ${pytorch}.` : ''}`)
  if (built.dev) console.log('The wasm file is a development build: slower.')
  if (isTestBuild) console.log('The native program is built as the tests are: slower.')
  console.log(`Times are the median (least–most) of ${repetitions}.`)
}

async function main() {
  const { isQuick, isJson, parts, repetitions, steps } = readCommandLine()
  const needs = (...names) => parts.some((part) => names.includes(part))
  const pytorch = needs('steps', 'generation', 'gpu', 'quality') ? findPyTorch() : null
  const options = {
    isQuick,
    repetitions,
    budget: isQuick ? MILLISECONDS.quick : MILLISECONDS.full,
    steps,
    // Ten rows, as the 10,000 steps have one every 1,000.
    every: Math.ceil(steps / 10),
    program: needs('steps', 'generation', 'memory') ? buildNative(isQuick) : null,
    ganvas: needs('quality') ? buildGanvas(isQuick) : null,
    tensorflow: needs('steps') ? findTensorFlow(isQuick) : null,
    pytorch,
  }
  const about = await describeMachine(pytorch, repetitions)
  const results = {}
  for (const part of parts) results[part] = await PARTS[part][0](options)
  if (isJson) return console.log(JSON.stringify({ ...about, isQuick, ...results }, null, 2))
  reportMachine(about, isQuick && (options.program ?? options.ganvas) !== null)
  for (const part of parts) PARTS[part][1](results[part])
}

main().catch((error) => {
  say(error.stack)
  process.exitCode = 1
})
