// What is trained, and for how long.

/** Where a training step is measured, of each size. */
export const SIZES = [
  { recipe: 'dcgan-mnist', width: 8, batch: 16, webgpu: true },
  { recipe: 'dcgan-mnist', width: 32, batch: 64, webgpu: true },
  // In software, WebGPU is too slow for this one, and TensorFlow.js' bench does not have it.
  { recipe: 'dcgan-paper-64', width: 32, batch: 64, webgpu: false },
]

/** Where a training step is measured on a GPU out of the tab. */
export const GPU_SIZES = ['dcgan-mnist', 'dcgan-paper-64'].flatMap((recipe) =>
  [64, 128].map((width) => ({ recipe, width, batch: 128 })),
)

/** The generator whose images are timed. */
export const FACES = { recipe: 'dcgan-paper-64', width: 32 }

/** What is generated in a hurry. */
export const SMALL_FACES = { ...FACES, width: 4 }

/** What trains for long while memory is watched. */
export const SMALL = { recipe: 'dcgan-mnist', width: 2, batch: 2 }

/**
 * What the measured part should last, and before it the part that warms up: a browser first runs
 * wasm as it comes, and optimises it while it runs.
 */
export const MILLISECONDS = { quick: 500, full: 4000 }

export const title = ({ recipe, width, batch }) =>
  batch ? `${recipe}, width ${width}, batch ${batch}` : `${recipe}, width ${width}`
