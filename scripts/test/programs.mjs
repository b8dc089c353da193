// Programs that the tests start.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A failure that a sentence explains: no stack wanted. */
export class Failure extends Error {}

/** What runs now, to be ended when another part has failed. */
const running = new Set()

// On Windows npm is a script that only a shell can start.
const needsShell = (program) => process.platform === 'win32' && program === 'npm'

/** Runs a program, with its output on `out`. */
export async function run(out, program, args) {
  const line = [program, ...args].join(' ')
  out.write(`$ ${line}\n`)
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: needsShell(program),
    // A group of its own, so that what it starts ends with it.
    detached: process.platform !== 'win32',
  })
  running.add(child)
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => out.write(text))
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).catch((error) => error.message)
  running.delete(child)
  if (status !== 0) throw new Failure(`${line} failed (${status}).`)
}

/** Ends what runs, and what that has started. */
export function stopAll() {
  for (const child of running) {
    try {
      if (process.platform === 'win32') child.kill()
      else process.kill(-child.pid)
    } catch {
      // It has ended by itself.
    }
  }
}

/** The path of the first of these programs that is installed. */
export function installed(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
}

/** Whether a program ran and succeeded, without a word of its. */
export const succeeds = (program, args) =>
  spawnSync(program, args, { stdio: 'ignore', shell: needsShell(program) }).status === 0

/** The first version number, as [major, minor], that `program --version` prints. */
export function version(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const found = /(\d+)\.(\d+)/.exec(stdout ?? '')
  return found && [Number(found[1]), Number(found[2])]
}

/** The path of what the native tests are, as `test`, or start, as `bin`; built first if it is stale. */
export function nativeProgram(kind) {
  const build = ['test', '--test', 'native', '--no-run', '--message-format', 'json']
  const { status, stdout } = spawnSync('cargo', build, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  })
  if (status !== 0) throw new Failure(`cargo ${build.join(' ')} failed (${status}).`)
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .find(({ executable, target }) => executable && target.kind.includes(kind)).executable
}
