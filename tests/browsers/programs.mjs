// Programs of the system that the tests start, and what they say first.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

const PATIENCE = 60_000

/** Starts a program; `end` ends it. */
export function start(program, args, env = process.env) {
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe']
  const child = spawn(program, args, { stdio, env })
  // Also when a test fails before it ends what it started.
  process.once('exit', () => child.kill())
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  // All is read: a program whose output nobody takes stands still in the end.
  for (const stream of child.stdio.slice(1)) stream.resume()
  const end = async () => {
    child.kill()
    await ended
  }
  return { child, end }
}

/** Starts a program and waits until it writes what `wanted` matches, to the stream of that number. */
export async function started(program, args, { wanted, stream = 2 }) {
  const { child, end } = start(program, args)
  let written = ''
  const found = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${program} ${why}; it wrote: ${written}`))
    const timer = setTimeout(() => fail('does not get ready'), PATIENCE)
    child.once('error', reject)
    child.once('exit', (status) => fail(`ended with status ${status}`))
    child.stdio[stream].on('data', (bytes) => {
      written += bytes
      const match = wanted.exec(written)
      if (!match) return
      clearTimeout(timer)
      resolve(match)
    })
  }).catch(async (error) => {
    await end()
    throw error
  })
  return { found, end }
}

/** A port that nobody listens to. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
