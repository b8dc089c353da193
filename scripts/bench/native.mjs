// What runs outside the tab: benches/native.rs, built on demand.
import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { cache, lastLine, root, run, say, threads } from './programs.mjs'

/**
 * Builds the program and returns its path. The quick bench takes the tests' profile, because the tests
 * have built the library already.
 */
export const buildNative = (isQuick, features = []) =>
  build(isQuick, 'native', ['--bench', 'native'], features)

/** The same for the command line. */
export const buildGanvas = (isQuick) => build(isQuick, 'ganvas', ['--bin', 'ganvas'])

function build(isQuick, name, target, features = []) {
  say([`Building the program ${name}`, ...features].join(' with ') + '.')
  const profile = ['--profile', isQuick ? 'test' : 'release']
  const printed = run(
    'cargo',
    [
      'build',
      ...profile,
      ...features.flatMap((feature) => ['--features', feature]),
      ...['--quiet', ...target, '--message-format', 'json'],
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR || path.join(cache, 'native'),
      },
    },
  )
  const messages = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const built = messages.find(({ executable, target }) => executable && target.name === name)
  return built.executable
}

const environment = (count) => ({ ...process.env, RAYON_NUM_THREADS: String(count) })

const measured = (program, args, count) => ({
  ...lastLine(run(program, args, { env: environment(count) })),
  on: onThreads(count),
})

export const onThreads = (count) => (count === 1 ? '1 thread' : `${count} threads`)

/** Milliseconds of a training step. */
export const stepNatively = (program, { recipe, width, batch }, count, budget) =>
  measured(program, ['step', recipe, width, batch, budget], count)

/** The same on the GPU, by a program that is built with `wgpu`. */
export const stepOnGpu = (program, { recipe, width, batch }, budget) =>
  lastLine(run(program, ['gpu-step', recipe, width, batch, budget]))

/** Milliseconds for so many images. */
export const generateNatively = (program, { recipe, width }, images, count, budget) =>
  measured(program, ['generate', recipe, width, images, budget], count)

/** Calls `heard` with step and resident bytes as a training goes on. */
export async function memoryNatively(program, { recipe, width, batch }, steps, every, heard) {
  const args = ['memory', recipe, width, batch, steps, every].map(String)
  const child = spawn(program, args, {
    env: environment(threads),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  for await (const line of createInterface({ input: child.stdout })) heard(JSON.parse(line))
  if ((await ended) !== 0) throw new Error(`${program} ${args.join(' ')} failed.`)
}

/**
 * Trains by the command line. It is interrupted after each of the seconds, counted from the first step,
 * saves, and is resumed.
 */
export async function trainNatively(program, { recipe, data, mnist }, seconds, folder) {
  const out = path.join(folder, 'run')
  const trained = []
  for (const [at, wanted] of seconds.entries()) {
    const from = ['--recipe', recipe, '--data', data]
    const args = at === 0 ? from : ['--resume', out]
    const quiet = ['--sample-every', '0', '--checkpoint-every', '0', '--histograms-every', '0']
    const length = ['--data-dir', mnist, '--epochs', '1000', ...quiet, '--out', out]
    await interrupted(program, ['train', ...args, ...length], wanted - (seconds[at - 1] ?? 0))
    const file = path.join(folder, `${wanted}.safetensors`)
    copyFileSync(path.join(out, 'generator.safetensors'), file)
    const log = readFileSync(path.join(out, 'log.jsonl'), 'utf8')
    trained.push({ seconds: wanted, steps: lastLine(log).step, file })
  }
  return trained
}

/** Runs a training and ends it as Ctrl-C does, so many seconds after its first line. */
function interrupted(program, args, seconds) {
  const child = spawn(program, args, {
    env: environment(threads),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), seconds * 1000))
  child.stderr.resume()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`${program} ${args.join(' ')} failed.`))
    })
  })
}
