// The peer PyTorch: peers/torch_step.py, where Python has torch. GANVAS_PYTHON names the interpreter.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onThreads } from './native.mjs'
import { lastLine, run, say, threads } from './programs.mjs'

/** The row of what runs on the GPU. */
export const CUDA = 'PyTorch, CUDA'

const peer = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url))
const script = peer('torch_step.py')

/** The interpreter, PyTorch's version and the name of the GPU, if any; null without PyTorch. */
export function findPyTorch() {
  const python = process.env.GANVAS_PYTHON || 'python3'
  const code =
    'import json, torch; cuda = torch.cuda.is_available();' +
    'print(json.dumps([torch.__version__, torch.cuda.get_device_name() if cuda else None]))'
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' })
  if (status !== 0) {
    say(`${python} has no torch: PyTorch is left out. GANVAS_PYTHON names another interpreter.`)
    return null
  }
  const [version, gpu] = JSON.parse(stdout)
  return { python, version, gpu }
}

/** What the script measures; `cores` 0 stands for the GPU. */
function measured({ python, gpu }, work, { recipe, width }, count, budget, cores) {
  const device = cores === 0 ? ['--device', 'cuda'] : ['--threads', cores]
  const args = [script, work, recipe, width, count, budget, ...device]
  const on = cores === 0 ? gpu : onThreads(cores)
  return { ...lastLine(run(python, args)), on }
}

/** Milliseconds of a training step, eager. */
export const stepInPyTorch = (torch, size, threads, budget) =>
  measured(torch, 'step', size, size.batch, budget, threads)

/** Milliseconds for so many images. */
export const generateInPyTorch = (torch, size, images, threads, budget) =>
  measured(torch, 'generate', size, images, budget, threads)

/** State dicts of the tutorial's generator after each of the seconds, and the steps made. */
export const trainInPyTorch = ({ python }, mnist, seconds, folder) =>
  lastLine(run(python, [peer('torch_quality.py'), mnist, folder, threads, ...seconds]))
