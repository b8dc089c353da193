// Milliseconds of a training step on a graphics card out of the tab, by Vulkan, Metal or DirectX 12, beside
// PyTorch on the same card.
import { buildNative, stepOnGpu } from './native.mjs'
import { CUDA, stepInPyTorch } from './pytorch.mjs'
import { GPU_SIZES, SIZES } from './sizes.mjs'
import { measureRows } from './steps.mjs'

const GANVAS = 'Ganvas, wgpu, native'

export function measureGpu({ isQuick, repetitions, budget, pytorch }) {
  // Not the development build in a hurry, either: the tests have built none with wgpu.
  const program = buildNative(false, ['wgpu'])
  const sizes = isQuick ? SIZES.slice(0, 1) : GPU_SIZES
  return measureRows(sizes, repetitions, [[GANVAS, CUDA]], (size, add) => {
    add(GANVAS, stepOnGpu(program, size, budget))
    if (pytorch?.gpu) add(CUDA, stepInPyTorch(pytorch, size, 0, budget))
  })
}
