// What runs outside the tab: benches/native.rs, built on demand.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { cache, lastLine, root, run, say, threads } from './programs.mjs'

/**
 * Builds the program and returns its path. The quick bench takes the tests' profile, because the tests
 * have built the library already.
 */
export function buildNative(isQuick, features = []) {
  say(['Building the native program', ...features].join(' with ') + '.')
  const profile = ['--profile', isQuick ? 'test' : 'release']
  const printed = run(
    'cargo',
    [
      'build',
      ...profile,
      ...features.flatMap((feature) => ['--features', feature]),
      ...['--quiet', '--bench', 'native', '--message-format', 'json'],
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
  const built = messages.find(({ executable, target }) => executable && target.name === 'native')
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
