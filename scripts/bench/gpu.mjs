// Milliseconds of a training step on a graphics card out of the tab, by Vulkan, Metal or DirectX 12, beside
// PyTorch on the same card.
import { buildNative, stepOnGpu } from './native.mjs'
import { stepInPyTorch } from './pytorch.mjs'
import { GPU_SIZES, SIZES } from './sizes.mjs'
import { measureRows } from './steps.mjs'

const GANVAS = 'Ganvas, wgpu, native'
const CUDA = 'PyTorch, CUDA'

export function measureGpu({ isQuick, repetitions, budget, pytorch }) {
  const program = buildNative(false, ['wgpu'])
  const sizes = isQuick ? SIZES.slice(0, 1) : GPU_SIZES
  return measureRows(sizes, repetitions, [[GANVAS, CUDA]], (size, add) => {
    add(GANVAS, stepOnGpu(program, size, budget))
    if (pytorch?.gpu) add(CUDA, stepInPyTorch(pytorch, size, 0, budget))
  })
}
