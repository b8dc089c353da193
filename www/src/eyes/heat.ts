import type { Saliency } from '../engine/types'
import type { Grid } from '../shared/picture'

/** What pixels that matter most are painted with. */
const HEAT = [255, 176, 0] as const
/** How much of the image is left beneath. */
const DIMMED = 0.55

/** Where a gradient's sizes are cut: what few pixels exceed does not hide all others. */
const PERCENTILE = 0.99

/** The image in grey and dim, and on it how much the verdict depends on each pixel. */
export function overlay({ image, gradient }: Saliency): Grid {
  const sizes = pixelSizes(gradient, image.width * image.height)
  const most = percentile(sizes)
  return painted(image, (rgba, pixel) => {
    const [red = 0, green = 0, blue = 0] = rgba
    const grey = (0.299 * red + 0.587 * green + 0.114 * blue) * DIMMED
    const share = most > 0 ? Math.min(1, (sizes[pixel] ?? 0) / most) : 0
    return HEAT.map((heat) => grey + share * (heat - grey))
  })
}

/** The image moved along the gradient, each number by at most `step` of its range: more real to the discriminator. */
export function moved({ image, gradient }: Saliency, step: number): Grid {
  const pixels = image.width * image.height
  const channels = gradient.length / pixels
  const most = percentile(gradient.map(Math.abs))
  return painted(image, (rgba, pixel) =>
    Array.from(rgba, (value, channel) => {
      if (channel === 3 && channels < 4) return value
      const at = channels === 1 ? pixel : channel * pixels + pixel
      const slope = most > 0 ? (gradient[at] ?? 0) / most : 0
      return value + 255 * step * Math.max(-1, Math.min(1, slope))
    }),
  )
}

/** The length of a pixel's gradient over its channels. */
export function pixelSizes(gradient: Float32Array, pixels: number): Float32Array {
  const sizes = new Float32Array(pixels)
  gradient.forEach((value, at) => {
    sizes[at % pixels] = (sizes[at % pixels] ?? 0) + value * value
  })
  return sizes.map(Math.sqrt)
}

export function percentile(sizes: Float32Array): number {
  const sorted = sizes.filter(Number.isFinite).sort()
  return sorted[Math.ceil((sorted.length - 1) * PERCENTILE)] ?? 0
}

/** Another image from each pixel of one; the clamped array keeps it within the range. */
function painted(image: Grid, paint: (rgba: Uint8ClampedArray, pixel: number) => number[]): Grid {
  const rgba = new Uint8ClampedArray(image.rgba)
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    rgba.set(paint(image.rgba.subarray(4 * pixel, 4 * pixel + 4), pixel), 4 * pixel)
  }
  return { ...image, rgba }
}
