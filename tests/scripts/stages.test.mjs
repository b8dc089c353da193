// How `npm test` runs its parts: beside each other, unmixed, and none on after a failure.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const scripts = new URL('../../scripts/test/', import.meta.url)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs lanes in a process of their own, because they write to its output. */
async function lanes(code) {
  const program = `
    import { run, succeeds } from '${new URL('programs.mjs', scripts)}'
    import { asTable, runLanes } from '${new URL('stages.mjs', scripts)}'
    const node = (out, code) => run(out, process.execPath, ['-e', code])
    const wait = (milliseconds) => 'setTimeout(() => console.log("late"), ' + milliseconds + ')'
    ${code}`
  const args = ['--input-type=module', '-e', program]
  return await promisify(execFile)(process.execPath, args, { cwd: root })
}

test('lanes run beside each other, and what they write is not mixed', async () => {
  const { stdout } = await lanes(`
    let ended = false
    const times = await runLanes([
      [
        ['slow', async (out) => {
          out.write('one\\n')
          while (!ended) await new Promise((resolve) => setTimeout(resolve, 10))
          out.write('two\\n')
        }],
      ],
      [['quick', (out) => node(out, 'console.log("three")')], ['end', () => { ended = true }]],
    ])
    console.log(asTable(times.map(([title]) => [title, 1])))`)
  // 'slow' waits for 'end': one lane after the other would never have come so far.
  assert.match(stdout, /=== quick\n\$ [^\n]*\nthree\n=== quick: \d/)
  assert.match(stdout, /=== slow\none\ntwo\n=== slow: \d/)
  assert.ok(stdout.endsWith('     1.0 s  quick\n     1.0 s  end\n     1.0 s  slow\n'), stdout)
})

test('a failure ends what runs beside it, and is told with its part', async () => {
  const since = performance.now()
  const failed = lanes(`
    await runLanes([
      [['long', (out) => node(out, wait(600000))], ['never', () => console.log('was begun')]],
      [['broken', (out) => node(out, 'process.exit(3)')]],
    ])`)
  await assert.rejects(failed, ({ code, stdout, stderr }) => {
    assert.equal(code, 1)
    assert.match(stderr, /broken, after [\d.]+ s: .* failed \(3\)\./)
    assert.doesNotMatch(stdout, /late|was begun/)
    return true
  })
  assert.ok(performance.now() - since < 300_000)
})

test('a program that is not there is a failure, too', async () => {
  const { stdout } = await lanes(`
    console.log(succeeds('no-such-program', []))
    await runLanes([[['missing', (out) => run(out, 'no-such-program', ['now'])]]]).catch((error) =>
      console.log(error.message))`)
  assert.match(stdout, /^false$/m)
  assert.match(stdout, /missing, after [\d.]+ s: no-such-program now failed \(.*ENOENT\)\.$/m)
})
