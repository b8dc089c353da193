// How good the images are after so many seconds of training, in the tab and out of it, beside the DCGAN
// of PyTorch's tutorial.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bytesOf } from '../../tests/browser/harness.mjs'
import { findMnist } from '../mnist.mjs'
import { trainNatively } from './native.mjs'
import { root, run, say, threads } from './programs.mjs'
import { trainInPyTorch } from './pytorch.mjs'
import { table } from './statistics.mjs'
import { trainInTab } from './tab.mjs'

/** The recipes that are to be quick, and what they learn. */
const RECIPES = [
  { recipe: 'fast-digits', data: 'mnist' },
  { recipe: 'fast-conditional', data: 'mnist' },
  { recipe: 'fast-faces', data: 'drawn-faces' },
]

/** Seconds of training after which the generator is judged. */
const SECONDS = { quick: [2], full: [20, 60, 180] }

/** Images that are judged; a quick bench asks only whether it runs. */
const COUNT = { quick: 200, full: undefined }

const TAB = 'Ganvas, CPU, tab'
const NATIVE = `Ganvas, CPU, native, ${threads} threads`
const PYTORCH = `PyTorch's tutorial, CPU, ${threads} threads`

/** The classifier that `ganvas score` compares digits by; without it digits are trained, not judged. */
function findClassifier() {
  const named = process.env.GANVAS_CLASSIFIER
  const file = named ?? path.join(root, '../shared/models/burn-mnist-cnn/mnist.safetensors')
  if (existsSync(file)) return file
  say(`${file} does not exist: digits are not judged. GANVAS_CLASSIFIER names another file.`)
  return null
}

export async function measureQuality({ isQuick, ganvas, pytorch }) {
  const kind = isQuick ? 'quick' : 'full'
  const folder = mkdtempSync(path.join(tmpdir(), 'ganvas-quality-'))
  try {
    const judge = judgeOf(ganvas, await findMnist(), findClassifier(), COUNT[kind])
    const measured = []
    for (const trained of isQuick ? RECIPES.slice(0, 1) : RECIPES) {
      const rows = await trainOf(trained, SECONDS[kind], { ganvas, pytorch, folder })
      for (const [name, files] of Object.entries(rows)) {
        for (const { seconds, steps, file } of files) {
          const scored = judge(trained.data, file)
          say(`  ${name}: ${seconds} s, ${steps} steps: ${scored.distance?.toFixed(1) ?? '–'}`)
          measured.push({ ...trained, name, seconds, steps, ...scored })
        }
      }
    }
    return { seconds: SECONDS[kind], measured }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Trains one recipe everywhere; each gives a file for each of the seconds. */
async function trainOf({ recipe, data }, seconds, { ganvas, pytorch, folder }) {
  const place = (name) => {
    const made = path.join(folder, recipe, name)
    mkdirSync(made, { recursive: true })
    return made
  }
  const rows = {}
  say(`${recipe}: in the tab.`)
  rows[TAB] = (await trainInTab(recipe, data, seconds)).map(({ file, ...rest }) => {
    const out = path.join(place('tab'), `${rest.seconds}.safetensors`)
    writeFileSync(out, bytesOf(file))
    return { ...rest, file: out }
  })
  say(`${recipe}: natively.`)
  const mnist = await findMnist()
  rows[NATIVE] = await trainNatively(ganvas, { recipe, data, mnist }, seconds, place('native'))
  if (pytorch && recipe === 'fast-digits') {
    say('PyTorch.')
    const states = trainInPyTorch(pytorch, mnist, seconds, place('torch'))
    rows[PYTORCH] = states.map(({ file, ...rest }) => {
      const out = file.replace('.pt', '.safetensors')
      run(ganvas, ['import', file, '--out', out])
      return { ...rest, file: out }
    })
  }
  return rows
}

/** Judges a generator's file by `ganvas score`. */
function judgeOf(ganvas, mnist, classifier, count) {
  const counted = count === undefined ? [] : ['--count', count]
  return (data, model) => {
    const score = (...options) =>
      JSON.parse(run(ganvas, ['score', '--model', model, '--data', data, ...options, ...counted]))
    if (data !== 'mnist') return { distance: score().swd }
    if (classifier === null) return { distance: null }
    const digits = score('--data-dir', mnist, '--classifier', classifier)
    const { frechet_distance: distance, class_counts: counts, floor } = digits
    return { distance, floor, rarest: Math.min(...counts) / digits.count }
  }
}

export function reportQuality({ seconds, measured }) {
  for (const { recipe, data } of RECIPES) {
    const rows = measured.filter((row) => row.recipe === recipe)
    if (rows.length === 0) continue
    const measure = data === 'mnist' ? 'Fréchet distance' : 'Sliced Wasserstein distance'
    console.log(`\n${recipe} on ${data}: ${measure} after seconds of training`)
    console.log(table([header(seconds), ...[...new Set(rows.map(({ name }) => name))].map(line)]))

    function line(name) {
      const at = (wanted, row) => row.name === name && row.seconds === wanted
      const cells = seconds.map((wanted) => written(rows, (row) => at(wanted, row)))
      return [name, ...cells]
    }
  }
}

const header = (seconds) => ['', ...seconds.map((wanted) => `${wanted} s`)]

/** The distance, its ratio to the first row's at the same time, and the steps that were made. */
function written(rows, is) {
  const row = rows.find(is)
  const first = rows.find(({ seconds }) => seconds === row.seconds)
  const { distance, steps } = row
  if (distance === null) return `– (${steps} steps)`
  const ratio = row === first ? '' : `, ×${(distance / first.distance).toFixed(1)}`
  return `${distance.toPrecision(3)}${ratio} (${steps} steps)`
}
