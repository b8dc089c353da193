// The peer TensorFlow.js: a folder with a package whose `run.mjs webgpu WIDTH BATCH STEPS` prints
// one line of JSON. ../shared/bench/tfjs, or GANVAS_TFJS_BENCH.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { cache, lastLine, root, run, say } from './programs.mjs'

/** The peer's folder, installed and built outside the checkout; null where there is none. */
export function findTensorFlow(isQuick) {
  const source = path.resolve(root, process.env.GANVAS_TFJS_BENCH || '../shared/bench/tfjs')
  if (!existsSync(source)) {
    say(`There is nothing at ${source}: TensorFlow.js is left out.`)
    return null
  }
  const names = readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(readFileSync(path.join(source, name)))
  const state = hash.digest('hex')
  const folder = path.join(cache, 'tfjs-bench')
  const stamp = path.join(folder, '.ganvas-state')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return folder
  if (isQuick) {
    say('TensorFlow.js is not set up: left out. `npm run bench` without --quick sets it up.')
    return null
  }
  say('Setting up TensorFlow.js.')
  mkdirSync(folder, { recursive: true })
  rmSync(stamp, { force: true })
  for (const name of names) cpSync(path.join(source, name), path.join(folder, name))
  run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  run('npm', ['run', 'build'], { cwd: folder })
  writeFileSync(stamp, state)
  return folder
}

/** Milliseconds of a training step of `dcgan-mnist`'s networks on WebGPU, over so many steps. */
export function stepInTensorFlow(folder, { width, batch }, steps) {
  const args = ['run.mjs', 'webgpu', width, batch, steps]
  const { first, ms, dispatches, submits } = lastLine(run(process.execPath, args, { cwd: folder }))
  return { steps, first, milliseconds: ms, dispatches, submits, on: 'the same adapter' }
}
