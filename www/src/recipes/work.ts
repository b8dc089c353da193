import type { Recipe } from '../engine/types'

/** A layer as a recipe has it: what it does not say has no part in the count. */
interface Layer {
  layer: string
  out?: string
  to?: string[]
  kernel?: number
  stride?: number
  output?: string[]
  factor?: number
}

/** Channels, height and width of what goes through a network. */
type Shape = [number, number, number]

/** Passes forwards and backwards of a network that learns, counted in passes forwards. */
const LEARNING = 3

/** About how many multiplications a step of this recipe takes: what makes one slower than another. */
export function workOf(recipe: Recipe): number {
  const { channels, height, width } = recipe.image
  const { dimension = 100 } = recipe['latent'] as { dimension?: number }
  const schedule = recipe['schedule'] as
    { discriminator_updates?: number; generator_updates?: number } | undefined
  const generator = passOf(recipe, 'generator', [dimension, 1, 1])
  const discriminator = passOf(recipe, 'discriminator', [channels, height, width])
  const { discriminator_updates: d = 1, generator_updates: g = 1 } = schedule ?? {}
  const ofDiscriminator = d * (generator + LEARNING * 2 * discriminator)
  const ofGenerator = g * LEARNING * (generator + discriminator)
  return recipe.batch * (ofDiscriminator + ofGenerator)
}

/** Multiplications of one image through one of the networks. */
function passOf(recipe: Recipe, network: string, input: Shape): number {
  const layers = recipe[network]
  if (!Array.isArray(layers)) return 0
  let shape = input
  let total = 0
  for (const layer of layers as Layer[]) {
    const next = shapeAfter(recipe, layer, shape)
    total += timesOf(layer, shape, next)
    shape = next
  }
  return total
}

function shapeAfter(recipe: Recipe, layer: Layer, [channels, height, width]: Shape): Shape {
  const { out, to, output, stride = 1, factor = 1 } = layer
  const value = (text: string | number | undefined, otherwise: number) =>
    text === undefined ? otherwise : valueOf(String(text), recipe)
  switch (layer.layer) {
    case 'linear':
      return [value(out, 1), 1, 1]
    case 'flatten':
      return [channels * height * width, 1, 1]
    case 'reshape':
      return [value(to?.[0], channels), value(to?.[1], height), value(to?.[2], width)]
    case 'conv':
      return [value(out, channels), Math.ceil(height / stride), Math.ceil(width / stride)]
    case 'conv-transpose':
      return [
        value(out, channels),
        value(output?.[0], stride * height),
        value(output?.[1], stride * width),
      ]
    case 'upsample':
      return [channels, height * factor, width * factor]
    default:
      return [channels, height, width]
  }
}

function timesOf({ layer, kernel = 1 }: Layer, before: Shape, after: Shape): number {
  const pixels = ([, height, width]: Shape) => height * width
  const inputs = before[0] * pixels(before)
  switch (layer) {
    case 'linear':
      return inputs * after[0]
    case 'conv':
      return before[0] * after[0] * kernel ** 2 * pixels(after)
    case 'conv-transpose':
      return before[0] * after[0] * kernel ** 2 * pixels(before)
    default:
      return 0
  }
}

/** What a size as `8w*height/16+classes` comes to. */
function valueOf(text: string, { width, image, classes = 0 }: Recipe): number {
  const names: Readonly<Record<string, number>> = {
    height: image.height,
    width: image.width,
    channels: image.channels,
    classes,
  }
  const factor = (part: string): number => {
    const multiple = /^(\d*)w$/.exec(part)
    if (multiple) return Number(multiple[1] === '' ? 1 : multiple[1]) * width
    return names[part] ?? Number(part)
  }
  const product = (term: string): number =>
    [...term.matchAll(/(^|[*/])([^*/]+)/g)].reduce((value, [, sign, part = '']) => {
      const by = factor(part.trim())
      return sign === '/' ? value / by : value * by
    }, 1)
  return text.split('+').reduce((sum, term) => sum + product(term), 0)
}
