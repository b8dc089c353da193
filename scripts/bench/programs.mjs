// Where things lie, and how other programs are run.
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export { cache } from '../cache.mjs'

export const threads = availableParallelism()

/** For the person at the terminal; standard output is for the results. */
export const say = (line) => console.error(line)

/** Runs a program and returns what it printed; its complaints go to the terminal. */
export function run(program, args, options = {}) {
  const shell = process.platform === 'win32' && program === 'npm'
  const { status, stdout, error } = spawnSync(program, args.map(String), {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
    shell,
    ...options,
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed. ${error?.message ?? ''}`)
  return stdout
}

/** The last line that a program printed, as JSON. */
export const lastLine = (printed) => JSON.parse(printed.trim().split('\n').at(-1))
